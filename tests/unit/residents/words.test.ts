import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLightText, createText, type TextKey } from '../../../src/text/index.ts';
import { forgetfulStorage } from '../../../src/ui/residents/remembered.ts';
import { rangeWords, spanWords } from '../../../src/ui/residents/spans.ts';
import { checkThresholds, keepThresholds, readThresholds } from '../../../src/ui/residents/thresholds.ts';

const zh = createLightText('zh');
const en = createLightText('en');

describe('words for lengths of time', () => {
  it.each([
    [20, 35, '20–35 分钟', '20–35 min'],
    [21, 34, '20–35 分钟', '20–35 min'],
    [1, 23, '不超过 25 分钟', 'up to 25 min'],
    [0, 4, '不到 5 分钟', 'less than 5 min'],
    [19, 21, '约 20 分钟', 'about 20 min'],
    [100, 320, '1.5–5.5 小时', '1.5–5.5 h'],
    [290, 292, '约 5 小时', 'about 5 h'],
    [240, Infinity, '4 小时以上', 'more than 4 h'],
    [Infinity, Infinity, '可能轮不到', 'your turn may not come'],
  ])('%s to %s minutes', (low, high, chinese, english) => {
    expect(rangeWords(zh, low, high)).toBe(chinese);
    expect(rangeWords(en, low, high)).toBe(english);
  });

  it('never put the lower end above the higher', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20_000, noNaN: true }), fc.double({ min: 0, max: 20_000, noNaN: true }), (a, b) => {
        const words = rangeWords(en, Math.min(a, b), Math.max(a, b));
        const [low, high = Infinity] = (words.match(/[\d.]+/g) ?? ['0']).map(Number);
        expect(low).toBeLessThan(high);
      }),
    );
  });

  it('say one length to five minutes, or to half an hour', () => {
    expect(spanWords(zh, 3)).toBe('不到 5 分钟');
    expect(spanWords(zh, 43)).toBe('约 45 分钟');
    expect(spanWords(zh, 134)).toBe('约 2 小时');
  });
});

describe('the light page’s words', () => {
  it('are those of the whole list, filled in the same way', () => {
    for (const [light, whole] of [
      [zh, createText('zh')],
      [en, createText('en')],
    ] as const) {
      const values = { township: '<b>{{a}}$&', low: 1, high: 2 };
      for (const key of ['residents:span.minutesRange', 'residents:coverage.villages', 'product:simulated'] as const) {
        expect(light.t(key, values)).toBe(whole.t(key as TextKey, values));
      }
    }
  });
});

describe('Chinese typography', () => {
  it('sets figures off by a blank, and never a word', () => {
    expect(zh.t('residents:best.wait', { span: rangeWords(zh, 20, 35) })).toBe('等候 20–35 分钟');
    expect(zh.t('residents:best.wait', { span: rangeWords(zh, 1, 25) })).toBe('等候不超过 25 分钟');
    expect(zh.t('residents:asked.where', { district: '鄂城区', township: '凤凰街道' })).toBe('鄂城区 凤凰街道');
    expect(zh.t('residents:best.total', { span: '$1' })).toBe('总共 $1');
  });
});

describe('thresholds of the words', () => {
  it('are two whole minutes, the first below the second', () => {
    expect(checkThresholds('25', '50')).toEqual({ busy: 25, jammed: 50 });
    for (const [busy, jammed] of [
      ['50', '25'],
      ['0', '5'],
      ['10', '601'],
      ['', '5'],
      ['1.5', '5'],
      ['-1', '5'],
    ])
      expect(checkThresholds(busy, jammed)).toBeNull();
  });

  it('are kept between visits, and survive storage that refuses or was tampered with', () => {
    const box = new Map<string, string>();
    const storage = { getItem: (key: string) => box.get(key) ?? null, setItem: (key: string, value: string) => void box.set(key, value) };
    const remembered = forgetfulStorage(() => storage as Storage);
    const usual = { busy: 25, jammed: 50 };
    expect(readThresholds(remembered, usual)).toEqual(usual);
    keepThresholds(remembered, { busy: 10, jammed: 90 });
    expect(readThresholds(remembered, usual)).toEqual({ busy: 10, jammed: 90 });
    for (const key of box.keys()) box.set(key, '90,10');
    expect(readThresholds(remembered, usual)).toEqual(usual);
    const forbidden = forgetfulStorage(() => {
      throw new Error('forbidden');
    });
    keepThresholds(forbidden, usual);
    expect(readThresholds(forbidden, usual)).toEqual(usual);
  });
});
