import { describe, expect, test } from 'vitest';
import { planDifferences, proposedName } from '../../../src/report/index.ts';
import { findPreset, type Change, type Scenario } from '../../../src/scenario/index.ts';
import { createText } from '../../../src/text/index.ts';
import { ezhou } from '../../data/ezhou.ts';

const zh = createText('zh');
const en = createText('en');
const base = findPreset('as-stated')!;
const withChanges = (...changes: Change[]): Scenario => ({ ...base, changes });

describe('what differs between two plans', () => {
  test('inputs are told old and new, with their units, from what is in force and not from what the file holds', () => {
    const other: Scenario = { ...base, inputs: { ...base.inputs, 'devices.total': 310, 'staff.total': 746, 'staff.breakShare': 0.25 } };
    expect(planDifferences(en, ezhou, base, other)).toEqual([
      expect.objectContaining({ what: 'Share of duty spent on breaks', before: '12%', after: '25%' }),
      expect.objectContaining({ what: 'Entry devices', before: '300 devices', after: '310 devices', brief: 'Entry devices 310 devices' }),
    ]);
  });

  test('a change that both have, be it with another comment, is no difference', () => {
    const rain: Change = { kind: 'arrivals', at: 6, until: 9, factor: 0.5 };
    expect(planDifferences(zh, ezhou, withChanges(rain), withChanges({ ...rain, comment: '下雨' }))).toEqual([]);
  });

  test('a moved change is one difference, an added one comes from nothing', () => {
    const teams: Change = { kind: 'desks', at: 12, desks: 100, where: 'all' };
    const lost: Change = { kind: 'labCapacity', at: 20, lab: 'all', factor: 0 };
    const rows = planDifferences(zh, ezhou, withChanges(teams), withChanges({ ...teams, at: 24, until: 48 }, lost));
    expect(rows.map(({ what, before, after }) => [what, before, after])).toEqual([
      ['支援采样队', '+100 队 T+12 h', '+100 队 T+24 h 至 T+48 h'],
      ['实验室能力', '无', '全部实验室 ×0 T+20 h'],
    ]);
  });

  test('a proposed name holds the preset without its remarks and at most three changes, in both languages', () => {
    expect(proposedName(ezhou, base, base)).toEqual(base.name);
    expect(proposedName(ezhou, base, withChanges({ kind: 'desks', at: 0, desks: 644 }))).toEqual({
      zh: '按原文 · +644 队 T+0 h',
      en: 'As stated · +644 desks T+0 h',
    });
    const inputs = { ...base.inputs, 'staff.reading': 'A', 'staff.shifts': 2, openHours: '00:00-24:00', 'devices.total': 310 };
    const name = proposedName(ezhou, base, { ...base, inputs });
    expect(name.zh).toMatch(/ 等 4 处$/);
    expect(name.en).toMatch(/ and 1 more$/);
  });
});
