import { describe, expect, test } from 'vitest';
import { clockMinutes, createText, MESSAGES, type Namespace } from '../../src/text/index.ts';

const zh = createText('zh');
const en = createText('en');
const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const namespaces = Object.keys(MESSAGES.zh) as Namespace[];
const messages = (language: 'zh' | 'en', ns: Namespace): [string, string][] => Object.entries(MESSAGES[language][ns]);
const slots = (message: string): string[] =>
  [...new Set(message.match(/\{\{\s*(\w+)/g) ?? [])].map((slot) => slot.replace(/\W/g, '')).sort();

describe('messages', () => {
  test.each(namespaces)('%s has the same keys in both languages', (ns) => {
    const keys = (language: 'zh' | 'en'): string[] => [...new Set(messages(language, ns).map(([key]) => stem(key)))].sort();
    expect(keys('en')).toEqual(keys('zh'));
  });

  test.each(namespaces)('%s has no Chinese characters in its English messages', (ns) => {
    expect(messages('en', ns).filter(([, message]) => /\p{Script=Han}/u.test(message))).toEqual([]);
  });

  test.each(namespaces)('%s fills the same slots in both languages', (ns) => {
    const byStem = (language: 'zh' | 'en'): Map<string, string[]> =>
      new Map(messages(language, ns).map(([key, message]) => [stem(key), slots(message).filter((slot) => slot !== 'count')]));
    expect(Object.fromEntries(byStem('en'))).toEqual(Object.fromEntries(byStem('zh')));
  });

  test('a value that looks like markup or like a slot stays text', () => {
    expect(en.find('product:nothing')).toBeNull();
    expect(en.t('product:name')).toBe('Pingzhan');
    expect(zh.t('product:name')).toBe('平战');
  });
});

describe('formats', () => {
  test('people read 万 in Chinese and thousands in English', () => {
    expect(zh.format.peopleUnit(469_012)).toBe('46.9 万人');
    expect(en.format.peopleUnit(469_012)).toBe('469,000 people');
    expect(zh.format.peopleUnit(9_874)).toBe('9,870 人');
    expect(zh.format.peopleUnit(9_996)).toBe('1.0 万人');
    expect(en.format.peopleUnit(9_996)).toBe('10,000 people');
    expect(en.format.peopleUnit(1)).toBe('1 person');
    expect(zh.format.peopleExact(1_079_353)).toBe('1,079,353 人');
    expect(zh.format.tubesPerDay(20_000)).toBe('2.0 万管/日');
    expect(en.format.tubesPerDay(20_000)).toBe('20,000 tubes/day');
  });

  test('instants read as local clock and as hours after the order', () => {
    expect(zh.format.clock(22.5, '08:00')).toBe('第2天 06:30');
    expect(en.format.clock(22.5, '08:00')).toBe('Day 2 06:30');
    expect(en.format.clock(15.9999, '08:00')).toBe('Day 2 00:00');
    expect(en.format.offset(22.5)).toBe('T+22.5 h');
    expect(en.format.offset(48)).toBe('T+48 h');
    expect(zh.format.hours(3.25)).toBe('3.3 小时');
    expect(clockMinutes('08:30')).toBe(510);
    expect(() => clockMinutes('8h')).toThrow(/clock/);
  });

  test('a probability always carries its interval, or says how many runs it counts', () => {
    expect(zh.format.probability(0, [0, 0.0188], 200)).toBe('0%（0–1.9%）');
    expect(en.format.probability(0, [0, 0.0188], 200)).toBe('0% (0–1.9%)');
    expect(en.format.probability(1, [0.963, 1], 100)).toBe('100% (96.3–100%)');
    expect(en.format.probability(1, null, 1)).toBe('1 of 1 run');
    expect(zh.format.probability(0, null, 1)).toBe('1 次中 0 次');
  });

  test('a share strictly between none and all never rounds to 0 % or 100 %', () => {
    expect(en.format.percent(0.99999)).toBe('>99.9%');
    expect(en.format.percent(0.00001)).toBe('<0.1%');
    expect(en.format.percent(1)).toBe('100%');
    expect(en.format.percent(0.9834)).toBe('98.3%');
  });

  test('waits over two hours are worded in hours and minutes', () => {
    expect(zh.format.minutes(35)).toBe('35 分钟');
    expect(zh.format.minutes(230)).toBe('3 小时 50 分');
    expect(en.format.minutes(230)).toBe('3 h 50 min');
    expect(en.format.minutes(119.7)).toBe('2 h');
  });

  test('a missing figure is a dash, in both languages', () => {
    expect(zh.format.people(Number.NaN)).toBe('–');
    expect(en.format.offset(null as unknown as number)).toBe('–');
    expect(en.format.change(-3.21)).toBe('−3.2 h');
  });
});
