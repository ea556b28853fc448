import { pinyin } from 'pinyin-pro';
import type { Bilingual } from '../../../src/units/index.ts';

/** English names written by hand; the raw tables have Chinese ones only. */
const ENGLISH: Readonly<Record<string, string>> = {
  梁子湖区: 'Liangzihu District',
  华容区: 'Huarong District',
  鄂城区: 'Echeng District',
  太和镇: 'Taihe Town',
  东沟镇: 'Donggou Town',
  梁子镇: 'Liangzi Town',
  涂家垴镇: 'Tujianao Town',
  沼山镇: 'Zhaoshan Town',
  梧桐湖新区: 'Wutonghu New Area',
  华容镇: 'Huarong Town',
  葛店镇: 'Gedian Town',
  庙岭镇: 'Miaoling Town',
  段店镇: 'Duandian Town',
  临江乡: 'Linjiang Township',
  蒲团乡: 'Putuan Township',
  葛店开发区: 'Gedian Development Zone',
  凤凰街道: 'Fenghuang Subdistrict',
  古楼街道: 'Gulou Subdistrict',
  西山街道: 'Xishan Subdistrict',
  泽林镇: 'Zelin Town',
  杜山镇: 'Dushan Town',
  新庙镇: 'Xinmiao Town',
  碧石渡镇: 'Bishidu Town',
  汀祖镇: 'Tingzu Town',
  燕矶镇: 'Yanji Town',
  杨叶镇: 'Yangye Town',
  花湖镇: 'Huahu Town',
  长港镇: 'Changgang Town',
  沙窝乡: 'Shawo Township',
  樊口街道: 'Fankou Subdistrict',
  临空经济区: 'Airport Economic Zone',
  鄂州市中心医院: 'Ezhou Central Hospital',
  鄂州市中医医院: 'Ezhou Hospital of Traditional Chinese Medicine',
  鄂州市第三医院: 'Ezhou Third Hospital',
  鄂州市第三医院雷山院区: 'Ezhou Third Hospital, Leishan Campus',
  鄂钢医院: 'Egang Hospital',
  鄂州市妇幼保健院: 'Ezhou Maternal and Child Health Hospital',
  鄂州二医院: 'Ezhou Second Hospital',
  鄂州市优抚医院: 'Ezhou Veterans (Youfu) Hospital',
  梁子湖区人民医院: 'Liangzihu District People’s Hospital',
  华容区人民医院: 'Huarong District People’s Hospital',
  鄂州市疾病预防控制中心: 'Ezhou Center for Disease Control and Prevention',
  葛店开发区疾病预防控制中心: 'Gedian Development Zone Center for Disease Control and Prevention',
  古楼街道飞鹅社区服务中心: 'Gulou Subdistrict Fei’e Community Health Centre',
  古楼街道怡亭铭社区卫生服务中心: 'Gulou Subdistrict Yitingming Community Health Centre',
  凤凰街道社区卫生服务中心: 'Fenghuang Subdistrict Community Health Centre',
  西山街道社区卫生服务中心: 'Xishan Subdistrict Community Health Centre',
  鄂城区花湖镇卫生院: 'Huahu Town Hospital',
  鄂城区碧石镇卫生院: 'Bishi Town Hospital',
  鄂城区泽林镇卫生院: 'Zelin Town Hospital',
  鄂城区杜山镇卫生院: 'Dushan Town Hospital',
  鄂城区杨叶镇卫生院: 'Yangye Town Hospital',
  鄂城区沙窝乡卫生院: 'Shawo Township Hospital',
  鄂城区新庙镇卫生院: 'Xinmiao Town Hospital',
  鄂城区汀祖镇中心卫生院: 'Tingzu Town Central Hospital',
  鄂城区长港镇中心卫生院: 'Changgang Town Central Hospital',
  鄂城区燕矶镇中心卫生院: 'Yanji Town Central Hospital',
  华容区华容中心卫生院: 'Huarong Central Township Hospital',
  华容区段店卫生院: 'Duandian Township Hospital',
  华容区泥矶卫生院: 'Niji Township Hospital',
  华容区临江卫生院: 'Linjiang Township Hospital',
  华容区胡林卫生院: 'Hulin Township Hospital',
  华容区蒲团卫生院: 'Putuan Township Hospital',
  华容区庙岭卫生院: 'Miaoling Township Hospital',
  梁子湖区涂家垴镇卫生院: 'Tujianao Town Hospital',
  梁子湖区涂家垴镇公友卫生院: 'Tujianao Town Gongyou Hospital',
  梁子湖区太和镇中心卫生院: 'Taihe Town Central Hospital',
  梁子湖区沼山镇卫生院: 'Zhaoshan Town Hospital',
  梁子湖区梁子镇卫生院: 'Liangzi Town Hospital',
  梁子湖区东沟镇卫生院: 'Donggou Town Hospital',
  梁子湖区梁子岛卫生院: 'Liangzi Island Hospital',
  葛店开发区葛店卫生院: 'Gedian Township Hospital',
  葛店开发区大湾社区卫生服务中心: 'Dawan Community Health Centre',
  中心医院急救站: 'Central Hospital Station',
  太和急救站: 'Taihe Station',
  高速急救站: 'Motorway Station',
  华容急救站: 'Huarong Station',
  鄂钢医院急救站: 'Egang Hospital Station',
  二医院急救站: 'Second Hospital Station',
  中医医院急救站: 'Traditional Chinese Medicine Hospital Station',
  长江: 'Yangtze',
  梁子湖: 'Lake Liangzi',
  鸭儿湖水系: 'Lake Ya’er',
  '保安湖—三山湖': 'Lakes Bao’an and Sanshan',
  花马湖: 'Lake Huama',
};

/** Statistical units that stand for a whole zone, and other entries that no rule names well. */
const UNITS: Readonly<Record<string, Bilingual>> = {
  虚拟社区: { zh: '开发区统计单位', en: 'Zone (statistical unit)' },
  临空经济区虚拟社区: { zh: '经济区统计单位', en: 'Zone (statistical unit)' },
  蒲团农场生活区: { zh: '蒲团农场生活区', en: 'Putuan Farm' },
};

/** Name of a place with its English; throws when the table above lacks it. */
export function placeName(zh: string): Bilingual {
  const en = ENGLISH[zh];
  if (en === undefined) throw new Error(`no English name for ${zh}`);
  return { zh, en };
}

function syllables(zh: string): string[] {
  return pinyin(zh, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.replaceAll('v', 'ü'));
}

/** Spelled by hand: a reading that depends on the meaning, and names of several words. */
const SPELLED: Readonly<Record<string, string>> = {
  吴都: 'Wudu',
  武钢矿山机修: 'Wugang Kuangshan Jixiu',
  汀祖中心街: 'Tingzu Zhongxinjie',
};

/** "东边朱" → "Dongbianzhu"; an apostrophe where a syllable begins with a, e or o. */
export function romanise(zh: string): string {
  if (SPELLED[zh] !== undefined) return SPELLED[zh];
  const [first = '', ...rest] = syllables(zh);
  const word = first + rest.map((syllable) => (/^[aeo]/.test(syllable) ? `’${syllable}` : syllable)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Pinyin initials of a Chinese name, such as "bhc" for 伯浩村. */
export function initialsOf(zh: string): string {
  return syllables(zh.replaceAll(/[^\p{Script=Han}]/gu, ''))
    .map((syllable) => syllable.charAt(0))
    .join('')
    .replaceAll('ü', 'v');
}

export type VillageKind = 'community' | 'village' | 'unit';
export interface VillageName {
  readonly name: Bilingual;
  readonly kind: VillageKind;
}

/** Short names: 太和居委会 → 太和社区 (Taihe Community), 伯浩村委会 → 伯浩村 (Bohao Village). `siblings`: official names in the township. */
export function villageName(official: string, siblings: ReadonlySet<string>): VillageName {
  if (UNITS[official]) return { name: UNITS[official], kind: 'unit' };
  const plain = official.replace(/（.*?）$/, '');
  const village = /^(.+?)村委会$/.exec(plain);
  if (village) return { name: { zh: `${village[1]}村`, en: `${romanise(village[1])} Village` }, kind: 'village' };
  const community = /^(.+?)(社区居委会|居委会|社区)$/.exec(plain);
  if (!community) throw new Error(`no rule for the name ${official}`);
  const stem = community[1];
  const taken = community[2] === '居委会' && siblings.has(`${stem}社区`);
  const name = taken
    ? { zh: `${stem}居委会`, en: `${romanise(stem)} Residents’ Committee` }
    : { zh: `${stem}社区`, en: `${romanise(stem)} Community` };
  return { name, kind: 'community' };
}
