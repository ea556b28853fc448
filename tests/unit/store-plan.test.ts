import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/index.ts';
import { isAnyEdited, isEdited, reinforcementOf, startPlan, withInputs, withoutEdit, withReinforcement } from '../../src/store/plan.ts';
import { createMemory, createPreferences } from '../../src/store/preferences.ts';
import { readNumber } from '../../src/ui/kit/read-number.ts';

const preset: Scenario = {
  schema: 'pingzhan.scenario/1',
  name: 'preset',
  city: 'ezhou',
  inputs: { 'pool.size': 20 },
  changes: [{ kind: 'labCapacity', at: 20, lab: 'all', factor: 0.5 }],
};

describe('a plan over its preset', () => {
  test('edits are told from what the preset sets, and each leads back alone', () => {
    const edited = withInputs(startPlan(preset), { 'pool.size': 10, 'staff.total': 900 });
    expect(isEdited(edited, 'pool.size')).toBe(true);
    expect(isEdited(edited, 'openHours')).toBe(false);
    const back = withoutEdit(edited, 'pool.size');
    expect(back.scenario.inputs).toEqual({ 'pool.size': 20, 'staff.total': 900 });
    expect(isAnyEdited(back)).toBe(true);
    const clean = withoutEdit(back, 'staff.total');
    expect(clean.scenario.inputs).toEqual(preset.inputs);
    expect(isAnyEdited(clean)).toBe(false);
  });

  test('support teams are one dated change; other changes of the scenario stay', () => {
    const reinforced = withReinforcement(withReinforcement(startPlan(preset), { desks: 50, at: 6 }), { desks: 120, at: 12 });
    expect(reinforced.scenario.changes).toEqual([...preset.changes, { kind: 'desks', at: 12, desks: 120, where: 'all' }]);
    expect(reinforcementOf(reinforced.scenario)).toEqual({ desks: 120, at: 12 });
    expect(withReinforcement(reinforced, { desks: 0, at: 12 }).scenario.changes).toEqual(preset.changes);
  });

  test('desks of some places, desks that leave and desks for a time are not the support teams', () => {
    const changes: Scenario['changes'] = [
      { kind: 'desks', at: 3, desks: -10 },
      { kind: 'desks', at: 3, desks: 10, where: { sites: ['site-1'] } },
      { kind: 'desks', at: 3, until: 9, desks: 10 },
    ];
    const plan = startPlan({ ...preset, changes });
    expect(reinforcementOf(plan.scenario).desks).toBe(0);
    expect(withReinforcement(plan, { desks: 5, at: 0 }).scenario.changes).toHaveLength(4);
  });
});

describe('what is remembered', () => {
  test('language and theme survive, and storage that throws is the same as an empty one', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) };
    const memory = createMemory(() => storage as unknown as Storage);
    const first = createPreferences(memory, () => undefined);
    expect([first.language, first.theme]).toEqual(['zh', 'system']);
    first.setLanguage('en');
    first.setTheme('dark');
    const second = createPreferences(memory, () => undefined);
    expect([second.language, second.theme]).toEqual(['en', 'dark']);

    const refusing = createMemory(() => {
      throw new Error('denied');
    });
    const third = createPreferences(refusing, () => undefined);
    expect(third.language).toBe('zh');
    expect(() => third.setLanguage('en')).not.toThrow();
  });
});

describe('numbers as people type them', () => {
  test.each([
    ['746', 746],
    [' 20,000 ', 20_000],
    ['２０，０００', 20_000],
    ['2万', 20_000],
    ['1.5 万', 15_000],
    ['.5', 0.5],
    ['0', 0],
  ])('%s is read', (entered, value) => {
    expect(readNumber(entered)).toBe(value);
  });

  test.each(['', 'abc', '-5', '1e3', '1e309', 'NaN', '0x10', '12人', '1.2.3', '万', '=1+1'])('%s is refused, not guessed', (entered) => {
    expect(readNumber(entered)).toBeNull();
  });
});
