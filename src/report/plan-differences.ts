import type { CityPack } from '../city/index.ts';
import {
  canonicalJson,
  CATALOGUE,
  resolveSettings,
  UNITS,
  type Change,
  type InputDefinition,
  type InputValue,
  type Scenario,
} from '../scenario/index.ts';
import { createText, type Text } from '../text/index.ts';
import type { Bilingual } from '../units/index.ts';
import { changeWords } from './change-words.ts';

/** One thing in which a plan differs from another, in words with units. */
export interface PlanDifference {
  /** "Entry devices". */
  readonly what: string;
  /** "300 devices"; the word for none where the first plan does not have it. */
  readonly before: string;
  readonly after: string;
  /** What the second plan has, in so few words that it can stand in a name. */
  readonly brief: string;
}

/** Inputs that say how often a plan is simulated; a comparison gives both plans the same. */
const OF_THE_STUDY: ReadonlySet<string> = new Set(['experiment.seed', 'experiment.replications', 'experiment.precisionHours']);

/** What differs between two plans of one city: inputs in the catalogue's order, then dated changes in that of their hours. */
export function planDifferences(text: Text, city: CityPack, before: Scenario, after: Scenario): PlanDifference[] {
  return [...inputDifferences(text, city, before, after), ...changeDifferences(text, city, before.changes, after.changes)];
}

function inputDifferences(text: Text, city: CityPack, before: Scenario, after: Scenario): PlanDifference[] {
  const [from, to] = [before, after].map((scenario) => resolveSettings(scenario, city).settings as Readonly<Record<string, InputValue>>);
  return CATALOGUE.filter(({ path }) => !OF_THE_STUDY.has(path) && from[path] !== to[path]).map((definition: InputDefinition) => {
    const what = text.pick(definition.label);
    const value = inputWords(text, definition, to[definition.path]);
    const alone = definition.kind === 'choice';
    return { what, before: inputWords(text, definition, from[definition.path]), after: value, brief: alone ? value : `${what} ${value}` };
  });
}

const MOST_DIGITS = 3;
const digitsOf = (value: number): number => Math.min(MOST_DIGITS, (String(value).split('.')[1] ?? '').length);

/** A value of an input with its unit. */
export function inputWords(text: Text, definition: InputDefinition, value: InputValue): string {
  switch (definition.kind) {
    case 'number':
    case 'integer': {
      if (definition.unit === UNITS.share) return text.format.percent(Number(value));
      const amount = text.format.number(Number(value), digitsOf(Number(value)));
      const unit = text.pick(definition.unit);
      return unit === '' ? amount : `${amount} ${unit}`;
    }
    case 'choice':
      return text.pick(definition.choiceLabels[String(value)] ?? String(value));
    case 'switch':
      return text.t(value === true ? 'compare:plan.yes' : 'compare:plan.no');
    case 'hours':
      return String(value);
  }
}

const withoutComment = ({ comment: _comment, ...change }: Change): string => canonicalJson(change);

/** Changes of one kind that only one plan has are set against each other in the order of their hours. */
function changeDifferences(text: Text, city: CityPack, before: readonly Change[], after: readonly Change[]): PlanDifference[] {
  const left = unmatched(before, after);
  const right = unmatched(after, before);
  const none = text.t('compare:plan.none');
  const kinds = [...new Set([...left, ...right].map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const [from, to] = [left, right].map((changes) => changes.filter((change) => change.kind === kind).sort((a, b) => a.at - b.at));
    return Array.from({ length: Math.max(from.length, to.length) }, (_, i) => {
      const [old, now] = [from.at(i), to.at(i)].map((change) => (change ? changeWords(text, change, city) : null));
      const what = (now ?? old)!.what;
      const after = now?.value ?? none;
      return { what, before: old?.value ?? none, after, brief: kind === 'desks' && now ? after : `${what} ${after}` };
    });
  });
}

/** Changes of `mine` that `theirs` has not, each as often as it is missing there. */
function unmatched(mine: readonly Change[], theirs: readonly Change[]): Change[] {
  const left = theirs.map(withoutComment);
  return mine.filter((change) => {
    const at = left.indexOf(withoutComment(change));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** As many differences as a name has room for. */
const NAMED = 3;
/** Remarks in brackets are left out of names. */
const withoutRemarks = (name: string): string => name.replace(/\s*[（(][^）)]*[）)]/g, '').trim() || name;

/** A name for a plan from what it began as and what differs from that, such as "As stated · +100 desks T+12 h". */
export function proposedName(city: CityPack, base: Scenario, scenario: Scenario): Bilingual {
  const name = (language: 'zh' | 'en'): string => {
    const text = createText(language);
    const briefs = planDifferences(text, city, base, scenario).map(({ brief }) => brief);
    if (briefs.length === 0) return text.pick(base.name);
    const listed = briefs.slice(0, NAMED).join(text.t('compare:plan.joint'));
    const changes =
      briefs.length > NAMED
        ? text.t('compare:plan.others', { changes: listed, count: language === 'zh' ? briefs.length : briefs.length - NAMED })
        : listed;
    return text.t('compare:plan.name', { base: withoutRemarks(text.pick(base.name)), changes });
  };
  return { zh: name('zh'), en: name('en') };
}
