import type { CityPack } from '../city/index.ts';
import { COMPARED, type Comparison } from '../experiment/index.ts';
import type { DeadlineVerdict } from '../results/index.ts';
import { resolveSettings, type Scenario } from '../scenario/index.ts';
import type { Text, TextKey } from '../text/index.ts';
import {
  differenceWords,
  directionOf,
  FIGURES,
  figureDifference,
  figureWords,
  isMoreBetter,
  sizeWords,
  toldDirection,
  type FigureId,
} from './figures.ts';
import { outcomeOf } from './verdict.ts';

/** Two plans of one city that were simulated with the same luck. */
export interface ComparedPlans {
  readonly city: CityPack;
  readonly a: Scenario;
  readonly b: Scenario;
  readonly comparison: Comparison;
}

/** One figure of both plans and their difference, in words. */
export interface ComparedRow {
  readonly figure: FigureId;
  readonly label: string;
  readonly a: string;
  readonly b: string;
  readonly difference: string;
  /** Which way B lies from A, luck or not; null where there is no difference to tell. */
  readonly direction: 'less' | 'more' | null;
  /** Who is better by this figure; "open" where it may be luck or cannot be told. Less of a cost is better. */
  readonly better: 'a' | 'b' | 'same' | 'open';
}

/** Which plan is better by what, what it costs, and whether either keeps the deadlines: one sentence each. */
export interface Headline {
  readonly better: 'a' | 'b' | 'mixed' | 'same' | 'open';
  readonly verdict: string;
  readonly cost: string | null;
  readonly standing: string;
}

function betterBy(comparison: Comparison, figure: FigureId): ComparedRow['better'] {
  const direction = directionOf(figure, figureDifference(comparison, figure));
  if (direction === 'same') return 'same';
  if (direction === 'tiny' || direction === 'open' || direction === 'none') return 'open';
  return (direction === 'more') === isMoreBetter(figure) ? 'b' : 'a';
}

const signOf = (mean: number | null): ComparedRow['direction'] => (mean === null || mean === 0 ? null : mean < 0 ? 'less' : 'more');

/** All figures in their order. */
export function comparisonRows(text: Text, { city, a, b, comparison }: ComparedPlans): ComparedRow[] {
  const [clockA, clockB] = [a, b].map((scenario) => resolveSettings(scenario, city).settings['order.clock']);
  return FIGURES.map((figure) => ({
    figure,
    label: text.t(`compare:figure.${figure}`),
    a: figureWords(text, comparison.a, figure, clockA),
    b: figureWords(text, comparison.b, figure, clockB),
    difference: differenceWords(text, comparison, figure),
    direction: signOf(figureDifference(comparison, figure).mean),
    better: betterBy(comparison, figure),
  }));
}

/** What decides who is better, the most telling first. */
const AIMS = [
  'sampledOnTime',
  'resultedOnTime',
  'sampledFinishHours',
  'unsampledAtDeadline',
  'resultedFinishHours',
  'unresultedAtDeadline',
] as const satisfies readonly FigureId[];
/** Told where nothing else differs. */
const COMFORT = 'waitMeanMinutes' satisfies FigureId;
const COSTS = ['staffHours', 'tubes', 'vehicleKilometres'] as const satisfies readonly FigureId[];
type Told = (typeof AIMS)[number] | (typeof COSTS)[number] | typeof COMFORT;

/** A sentence holds no more than can be said in one breath. */
const MOST_CLAUSES = 4;

export function comparisonHeadline(text: Text, comparison: Comparison): Headline {
  return { ...whoIsBetter(text, comparison), standing: standingSentence(text, comparison) };
}

function whoIsBetter(text: Text, comparison: Comparison): Omit<Headline, 'standing'> {
  const { t } = text;
  const clauses = (figures: readonly Told[]): string =>
    figures
      .slice(0, MOST_CLAUSES)
      .map((figure) => clause(text, comparison, figure))
      .join(t('compare:clause.joint'));
  const towards = (side: 'a' | 'b'): Told[] =>
    AIMS.filter((figure) => toldDirection(comparison, figure) !== null && betterBy(comparison, figure) === side);
  const [forA, forB] = [towards('a'), towards('b')];
  const better = forA.length > 0 ? (forB.length > 0 ? 'mixed' : 'a') : forB.length > 0 ? 'b' : 'open';
  const cost = costSentences(text, comparison, better, clauses);
  if (better === 'mixed') return { better, verdict: t('compare:headline.mixed', { clauses: clauses(forB), others: clauses(forA) }), cost };
  if (better !== 'open') return { better, verdict: t(`compare:headline.${better}`, { clauses: clauses([...forA, ...forB]) }), cost };
  if (COMPARED.every((figure) => betterBy(comparison, figure) === 'same'))
    return { better: 'same', verdict: t('compare:headline.same'), cost: null };
  const verdict =
    toldDirection(comparison, COMFORT) === null
      ? t('compare:headline.open')
      : t('compare:headline.openWait', { clauses: clauses([COMFORT]) });
  return { better, verdict, cost };
}

function clause(text: Text, comparison: Comparison, figure: Told): string {
  const difference = figureDifference(comparison, figure);
  const key: TextKey = `compare:clause.${figure}.${directionOf(figure, difference) === 'less' ? 'less' : 'more'}`;
  return text.t(key, { amount: sizeWords(text, figure, difference) });
}

/** What B takes more of is the price where B is better; what it saves is told after that. */
function costSentences(
  { t }: Text,
  comparison: Comparison,
  better: Headline['better'],
  clauses: (figures: readonly Told[]) => string,
): string {
  const [more, less] = (['more', 'less'] as const).map((way) => COSTS.filter((figure) => toldDirection(comparison, figure) === way));
  if (more.length + less.length === 0) return t('compare:cost.none');
  if (better !== 'b' || more.length === 0) return t('compare:cost.less', { clauses: clauses([...more, ...less]) });
  const price = t('compare:cost.more', { clauses: clauses(more) });
  return less.length === 0 ? price : t('compare:cost.both', { price, clauses: clauses(less) });
}

/** Both plans against both deadlines, in the verdict's own words. */
function standingSentence({ t }: Text, { a, b }: Comparison): string {
  const word = (verdict: DeadlineVerdict): string => t(`planner:verdict.${outcomeOf(verdict, true)}`);
  return t('compare:standing', {
    sampledA: word(a.sampledWithinDeadline),
    resultedA: word(a.resultedWithinDeadline),
    sampledB: word(b.sampledWithinDeadline),
    resultedB: word(b.resultedWithinDeadline),
  });
}
