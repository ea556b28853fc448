import { expect, test } from 'vitest';
import { createPreferences } from '../../src/store/preferences.ts';

test('whether the timeline shows its lanes is remembered, and a first visit does without them', () => {
  const kept = new Map<string, string>();
  const memory = { read: (key: string) => kept.get(key) ?? null, write: (key: string, value: string) => void kept.set(key, value) };
  const first = createPreferences(memory, () => {});
  expect(first.lanesShown).toBe(false);
  first.setLanesShown(true);
  expect(createPreferences(memory, () => {}).lanesShown).toBe(true);
});
