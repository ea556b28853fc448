import { describe, expect, test } from 'vitest';
import type { Change, Scenario } from '../../../src/scenario/index.ts';
import { resolveSettings } from '../../../src/scenario/index.ts';
import type { Plan } from '../../../src/store/index.ts';
import { createText } from '../../../src/text/index.ts';
import { changeSentence, changeTitle, editWords, planPlaces } from '../../../src/ui/changes/index.ts';
import { fixtureCity } from '../../builders/fixture-city.ts';

const city = fixtureCity();
const preset: Scenario = { schema: 'pingzhan.scenario/1', name: { zh: '通报', en: 'As stated' }, city: city.id, inputs: {}, changes: [] };
const places = planPlaces(resolveSettings(preset, city).settings, city);
const wordings = {
  zh: { text: createText('zh'), clock: '08:00', places },
  en: { text: createText('en'), clock: '08:00', places },
};
const [lab] = places.labs;
const [siteA, siteB, siteC] = places.sites;

const ALL: readonly Change[] = [
  { kind: 'desks', at: 12, desks: 100, where: 'all' },
  { kind: 'desks', at: 12, until: 20, desks: -40, where: { townships: ['t1', 't2', 't3'] } },
  { kind: 'siteClosed', at: 20, until: 30, sites: [siteA.id] },
  { kind: 'openHours', at: 16, openHours: '00:00-24:00' },
  { kind: 'openHours', at: 16, until: 40, openHours: '06:00-22:00', where: { districts: ['d1'] } },
  { kind: 'pace', at: 6, until: 9, factor: 1.3 },
  { kind: 'arrivals', at: 6, until: 9, factor: 0.5 },
  { kind: 'poolSize', at: 10, size: 20 },
  { kind: 'poolSize', at: 10, size: 1 },
  { kind: 'labCapacity', at: 20, until: 32, lab: lab.id, factor: 0 },
  { kind: 'labCapacity', at: 20, lab: 'all', factor: 0.5 },
  { kind: 'borrowedLab', at: 6, readyAfterHours: 12, tubesPerDay: 20_000, travelMinutes: 60 },
  { kind: 'travel', at: 6, factor: 2, where: { sites: [siteA.id, siteB.id, siteC.id] } },
  { kind: 'couriers', at: 6, factor: 1.5 },
];

describe('words of a dated change', () => {
  test('a lab that fails is said with both instants, both clocks and the lab’s name', () => {
    const [failure] = ALL.filter((change) => change.kind === 'labCapacity');
    expect(changeSentence(failure, wordings.zh)).toBe(`第2天 04:00（T+20 h）至第2天 16:00（T+32 h），${lab.name.zh}停摆`);
    expect(changeTitle(failure, wordings.zh)).toBe(`实验室停摆 ${lab.name.zh}`);
    expect(changeSentence({ ...failure, comment: '停电' }, wordings.zh)).toMatch(/停摆（停电）$/);
    expect(changeSentence(failure, wordings.en)).toBe(`From Day 2 04:00 (T+20 h) until Day 2 16:00 (T+32 h), out of use: ${lab.name.en}`);
  });

  test('a borrowed lab says when it was ordered and when it is at hand', () => {
    const borrowed = ALL.find((change) => change.kind === 'borrowedLab')!;
    expect(changeSentence(borrowed, wordings.zh)).toContain(
      '第1天 14:00（T+6 h）下令外借检测能力 2.0 万管/日，12 小时后（第2天 02:00）可用',
    );
  });

  test('many places are two names and a count', () => {
    expect(changeSentence(ALL[12], wordings.zh)).toContain(`${siteA.name.zh}、${siteB.name.zh}等 3 处`);
  });

  test('direction is in the word: teams arrive or leave, a night shift is one', () => {
    expect(ALL.slice(0, 5).map((change) => changeTitle(change, wordings.zh))).toEqual([
      '支援队到达 +100 队',
      '采样队撤走 −40 队',
      `采样点关闭 ${siteA.name.zh}`,
      '夜班',
      '改开放时段 06:00-22:00',
    ]);
  });

  test.each(['zh', 'en'] as const)('every kind has a sentence of its own without an empty slot (%s)', (language) => {
    const sentences = ALL.map((change) => changeSentence(change, wordings[language]));
    expect(new Set(sentences).size).toBe(ALL.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/\{\{|undefined|NaN|（）|\(\)/);
  });

  test('English sentences hold no Chinese', () => {
    expect(ALL.map((change) => changeSentence(change, wordings.en)).join('')).not.toMatch(/\p{Script=Han}/u);
  });

  test('a place that the plan no longer has keeps its id', () => {
    expect(changeTitle({ kind: 'labCapacity', at: 1, lab: 'lab-99', factor: 0 }, wordings.zh)).toContain('lab-99');
  });
});

describe('names of steps of undo', () => {
  const plan = (part: Partial<Scenario>): Plan => ({ base: preset, scenario: { ...preset, ...part } });
  const words = (before: Plan, after: Plan, language: 'zh' | 'en' = 'zh') => editWords(before, after, city, wordings[language]);
  const failure: Change = { kind: 'labCapacity', at: 20, until: 32, lab: lab.id, factor: 0 };

  test('an input is named with its value before and after, as the screen shows it', () => {
    expect(words(plan({ inputs: { 'staff.total': 746 } }), plan({ inputs: { 'staff.total': 900 } }))).toBe('采样人员 746→900');
    expect(words(plan({ inputs: { 'sampling.meanSeconds': 60 } }), plan({ inputs: { 'sampling.meanSeconds': 36 } }))).toBe(
      '每名采样员每小时 60→100',
    );
    expect(words(plan({}), plan({ inputs: { 'demand.participation': 0.9 } }))).toMatch(/ 100%→90%$/);
    expect(words(plan({}), plan({ inputs: { 'pool.size': 20 } }), 'en')).toBe('Pool size 10 to 1 → 20 to 1');
  });

  test('several inputs are counted', () => {
    expect(words(plan({}), plan({ inputs: { 'staff.total': 1, 'pool.size': 5, 'devices.total': 3 } }))).toBe('3 项参数');
  });

  test('changes that come, go, move or are edited are told apart', () => {
    const title = `实验室停摆 ${lab.name.zh}`;
    expect(words(plan({}), plan({ changes: [failure] }))).toBe(`加“${title}”`);
    expect(words(plan({ changes: [failure] }), plan({}))).toBe(`删“${title}”`);
    expect(words(plan({ changes: [failure] }), plan({ changes: [failure, failure] }))).toBe(`加“${title}”`);
    expect(words(plan({ changes: [failure] }), plan({ changes: [{ ...failure, at: 21, until: 33 }] }))).toBe(
      `移“${title}”第2天 04:00→第2天 05:00`,
    );
    expect(words(plan({ changes: [failure] }), plan({ changes: [{ ...failure, until: 33 }] }))).toBe(`移“${title}”第2天 16:00→第2天 17:00`);
    expect(words(plan({ changes: [failure] }), plan({ changes: [{ ...failure, factor: 0.5 }] }))).toBe(`改“实验室减产 ${lab.name.zh} 50%”`);
  });

  test('another preset is named, and so is going back to it', () => {
    const other = { base: { ...preset, name: '别的' }, scenario: { ...preset, name: '别的' } };
    expect(words(plan({}), other)).toBe('打开“别的”');
    expect(words(plan({ inputs: { 'staff.total': 5, 'pool.size': 5 }, changes: [failure] }), plan({}))).toBe('全部还原');
  });
});
