import type { CityPack } from '../../city/index.ts';
import { findInput, resolveSettings, type Change, type InputDefinition, type InputValue } from '../../scenario/index.ts';
import type { Plan } from '../../store/index.ts';
import type { Text } from '../../text/index.ts';
import { changeTitle, type ChangeWording } from './words.ts';

const SECONDS_PER_HOUR = 3600;
const PER_HOUR = 'sampling.meanSeconds';
/** More inputs than this are counted, not named. */
const MOST_NAMED = 2;

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const plain = (value: number, text: Text): string => text.format.number(value, 3).replace(/\.?0+$/, '');

function valueWords(definition: InputDefinition, value: InputValue, text: Text): string {
  if (definition.path === PER_HOUR) return plain(Math.round((SECONDS_PER_HOUR / Number(value)) * 10) / 10, text);
  if (definition.kind === 'switch') return text.t(value === true ? 'changes:edit.on' : 'changes:edit.off');
  if (definition.kind === 'choice') return text.pick(definition.choiceLabels[String(value)]);
  if (definition.kind === 'hours') return String(value);
  if (definition.unit.en.startsWith('share')) return text.format.percent(Number(value));
  return plain(Number(value), text);
}

/** What differs between two plans, in a few words; the name of a step of undo and redo. */
export function editWords(before: Plan, after: Plan, city: CityPack, wording: ChangeWording): string {
  const { text } = wording;
  if (!same(before.base, after.base)) return text.t('changes:edit.opened', { name: text.pick(after.scenario.name) });
  const parts = [...inputParts(before, after, city, text), ...changeParts(before.scenario.changes, after.scenario.changes, wording)];
  if (parts.length > 1 && same(after.scenario, after.base)) return text.t('changes:edit.reset');
  return parts.length === 0 ? text.t('changes:edit.plan') : parts.join(text.t('changes:edit.separator'));
}

function inputParts(before: Plan, after: Plan, city: CityPack, text: Text): string[] {
  const [old, now] = [before.scenario.inputs, after.scenario.inputs];
  const paths = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((path) => old[path] !== now[path]);
  if (paths.length > MOST_NAMED) return [text.t('changes:edit.inputs', { count: paths.length })];
  const settings: readonly Readonly<Record<string, InputValue>>[] = [before, after].map(
    (plan) => resolveSettings(plan.scenario, city).settings,
  );
  return paths.flatMap((path) => {
    const definition = findInput(path);
    if (!definition) return [];
    const label = definition.path === PER_HOUR ? text.t('planner:inputs.perHour') : text.pick(definition.label);
    const [from, to] = settings.map((values) => valueWords(definition, values[path], text));
    return [text.t('changes:edit.input', { label, from, to })];
  });
}

function changeParts(before: readonly Change[], after: readonly Change[], wording: ChangeWording): string[] {
  const { text, clock } = wording;
  const added = after.filter((change) => !before.some((other) => same(change, other)));
  const removed = before.filter((change) => !after.some((other) => same(change, other)));
  const title = (change: Change) => ({ change: changeTitle(change, wording) });
  const count = Math.max(added.length, removed.length, Math.abs(after.length - before.length));
  if (count === 0) return [];
  if (count > 1) return [text.t('changes:edit.changes', { count })];
  if (after.length > before.length) return [text.t('changes:edit.added', title(added[0] ?? after[after.length - 1]))];
  if (after.length < before.length) return [text.t('changes:edit.removed', title(removed[0] ?? before[before.length - 1]))];
  const moved = movedHours(removed[0], added[0]);
  if (moved === null) return [text.t('changes:edit.changed', title(added[0]))];
  const [from, to] = moved.map((hours) => text.format.clock(hours, clock));
  return [text.t('changes:edit.moved', { ...title(added[0]), from, to })];
}

/** The hour that moved, where nothing but dates differs; null otherwise. */
function movedHours(before: Change, after: Change): readonly [number, number] | null {
  const end = (change: Change): number | undefined => ('until' in change ? change.until : undefined);
  if (!same({ ...before, at: 0, until: 0 }, { ...after, at: 0, until: 0 })) return null;
  if (before.at !== after.at) return [before.at, after.at];
  const [from, to] = [end(before), end(after)];
  return from === undefined || to === undefined ? null : [from, to];
}
