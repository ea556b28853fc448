import { COMPARED, type Comparison, type ComparedFigure, type Difference } from '../experiment/index.ts';
import type { Study } from '../results/index.ts';
import type { Text } from '../text/index.ts';

/** A figure that plans are compared by. */
export type FigureId = 'sampledOnTime' | 'resultedOnTime' | ComparedFigure;
export const FIGURES: readonly FigureId[] = ['sampledOnTime', 'resultedOnTime', ...COMPARED];

/** How a figure is read: an instant, a wait, people, a share of runs, or an amount of something. */
type Kind = 'instant' | 'wait' | 'people' | 'share' | 'tubes' | 'plates' | 'staffHours' | 'kilometres';

const KINDS: Readonly<Record<FigureId, Kind>> = {
  sampledOnTime: 'share',
  resultedOnTime: 'share',
  sampledFinishHours: 'instant',
  resultedFinishHours: 'instant',
  sampledT99Hours: 'instant',
  resultedT99Hours: 'instant',
  unsampledAtDeadline: 'people',
  unresultedAtDeadline: 'people',
  waitMeanMinutes: 'wait',
  waitP90Minutes: 'wait',
  tubes: 'tubes',
  plates: 'plates',
  staffHours: 'staffHours',
  vehicleKilometres: 'kilometres',
};

/** What a figure's plain number counts; names a unit of the namespace "compare". */
export const unitOf = (figure: FigureId): Kind => KINDS[figure];

/** Chances are the only figures of which more is better. */
export const isMoreBetter = (figure: FigureId): boolean => KINDS[figure] === 'share';

const VALUES: Readonly<Record<FigureId, (study: Study) => number | null>> = {
  sampledOnTime: (study) => study.sampledWithinDeadline.probability,
  resultedOnTime: (study) => study.resultedWithinDeadline.probability,
  sampledFinishHours: (study) => study.sampledFinish.mean,
  resultedFinishHours: (study) => study.resultedFinish.mean,
  sampledT99Hours: (study) => study.sampledFinish.t99,
  resultedT99Hours: (study) => study.resultedFinish.t99,
  unsampledAtDeadline: (study) => study.sampledWithinDeadline.missing,
  unresultedAtDeadline: (study) => study.resultedWithinDeadline.missing,
  waitMeanMinutes: (study) => study.wait.mean,
  waitP90Minutes: (study) => study.wait.p90,
  tubes: (study) => study.means.tubes,
  plates: (study) => study.means.plates,
  staffHours: (study) => study.means.staffHours,
  vehicleKilometres: (study) => study.means.vehicleKilometres,
};

/** Mean of a figure over a study's runs; null where some run never got there. */
export const figureValue = (study: Study, figure: FigureId): number | null => VALUES[figure](study);

export function figureDifference(comparison: Comparison, figure: FigureId): Difference {
  if (figure === 'sampledOnTime') return comparison.onTime.sampled;
  if (figure === 'resultedOnTime') return comparison.onTime.resulted;
  return comparison.differences[figure];
}

/** A figure of one plan in words; instants as local clock and hours after the order. */
export function figureWords(text: Text, study: Study, figure: FigureId, orderClock: string): string {
  const { t, format } = text;
  const value = figureValue(study, figure) ?? NaN;
  switch (KINDS[figure]) {
    case 'share': {
      const { probability, interval } = figure === 'sampledOnTime' ? study.sampledWithinDeadline : study.resultedWithinDeadline;
      return format.probability(probability, interval, study.replications);
    }
    case 'instant':
      return Number.isNaN(value)
        ? format.offset(value)
        : t('compare:amount.instant', { clock: format.clock(value, orderClock), offset: format.offset(value) });
    default:
      return amountWords(text, figure, value);
  }
}

/** A size without sign in its unit: 12.4 h, 431,000 people, 98 points. */
function amountWords({ t, format }: Text, figure: FigureId, size: number): string {
  switch (KINDS[figure]) {
    case 'share':
      return t('compare:amount.points', { points: format.number(size * 100, 1).replace(/\.0$/, '') });
    case 'instant':
      return format.hours(size);
    case 'wait':
      return format.minutes(size);
    case 'people':
      return format.peopleUnit(size);
    case 'tubes':
      return format.tubes(size);
    case 'plates':
      return t('compare:amount.plates', { count: format.number(size) });
    case 'staffHours':
      return t('compare:amount.staffHours', { count: format.number(size) });
    case 'kilometres':
      return t('compare:amount.kilometres', { count: format.number(size) });
  }
}

/** An end of an interval of sizes, its unit left out where it can be. */
function endWords({ format }: Text, figure: FigureId, size: number): string {
  const signed = (words: (value: number) => string): string => `${size < 0 ? '−' : ''}${words(Math.abs(size))}`;
  // Nothing has no sign.
  const plain = (value: number, digits = 0): string => format.number(value, digits).replace(/^−(?=[0.]+$)/, '');
  switch (KINDS[figure]) {
    case 'share':
      return plain(size * 100, 1).replace(/\.0$/, '');
    case 'instant':
      return plain(size, 1);
    case 'wait':
      return signed(format.minutes);
    case 'people':
    case 'tubes':
      return format.people(size);
    default:
      return plain(size);
  }
}

/** Sizes below which a difference would be written as nothing. */
const TINY: Readonly<Record<Kind, number>> = {
  instant: 0.05,
  wait: 0.5,
  people: 0.5,
  share: 0.0005,
  tubes: 0.5,
  plates: 0.5,
  staffHours: 0.5,
  kilometres: 0.5,
};

/** Which way a difference points; "tiny" where it is sure but too small to write, "open" where it may be luck, "none" where it is unknown. */
export type Direction = 'less' | 'more' | 'same' | 'tiny' | 'open' | 'none';

export function directionOf(figure: FigureId, { mean, interval }: Difference): Direction {
  if (mean === null) return 'none';
  if (mean === 0 && (interval === null || interval[0] === interval[1])) return 'same';
  if (interval === null || (interval[0] <= 0 && interval[1] >= 0)) return 'open';
  if (Math.abs(mean) < TINY[KINDS[figure]]) return 'tiny';
  return mean < 0 ? 'less' : 'more';
}

/** A difference's size with its interval, ends in the direction of the words: "12.4 h (11.9–12.8)". */
export function sizeWords(text: Text, figure: FigureId, { mean, interval }: Difference): string {
  if (mean === null) return text.format.number(NaN);
  const direction = directionOf(figure, { mean, interval });
  const turn = direction === 'less' ? -1 : 1;
  const sign = direction === 'open' || direction === 'same' ? (mean > 0 ? '+' : mean < 0 ? '−' : '') : '';
  const size = amountWords(text, figure, Math.abs(mean));
  // What is written as nothing has no sign.
  const amount = /[1-9]/.test(size) ? `${sign}${size}` : size;
  if (interval === null) return amount;
  const [low, high] = (turn < 0 ? [-interval[1], -interval[0]] : interval).map((end) => endWords(text, figure, end));
  return low === high ? amount : text.t('compare:amount.interval', { amount, ends: `${low} – ${high}` });
}

const WORDED: Readonly<Record<Kind, 'instant' | 'people' | 'wait' | 'amount' | 'share'>> = {
  instant: 'instant',
  people: 'people',
  wait: 'wait',
  share: 'share',
  tubes: 'amount',
  plates: 'amount',
  staffHours: 'amount',
  kilometres: 'amount',
};

/** B against A in one cell: "12.4 h sooner (11.9 – 12.8)". */
export function differenceWords(text: Text, comparison: Comparison, figure: FigureId): string {
  const difference = figureDifference(comparison, figure);
  const direction = directionOf(figure, difference);
  switch (direction) {
    case 'none': {
      const [a, b] = [comparison.a, comparison.b].map((study) => neverReached(study, figure));
      return text.t('compare:kind.never', { a, b });
    }
    case 'same':
    case 'tiny':
      return text.t(`compare:kind.${direction}`);
    case 'open':
      return text.t('compare:kind.open', { amount: sizeWords(text, figure, difference) });
    default:
      return text.t(`compare:kind.${WORDED[KINDS[figure]]}.${direction}`, { amount: sizeWords(text, figure, difference) });
  }
}

/** Runs that did not get to a figure's instant before their horizon. */
const neverReached = (study: Study, figure: FigureId): number =>
  figure === 'sampledOnTime' || figure === 'resultedOnTime' ? 0 : study.runKpis.filter((kpis) => kpis[figure] === null).length;

/** Sizes from which a difference is worth a word in a summary; people as a share of those who take part. */
const TOLD: Readonly<Partial<Record<Kind, number>>> = { instant: 0.5, wait: 1, people: 0.005, share: 0.02 };
/** Amounts of means are told from this share of what A uses. */
const TOLD_OF_MEANS = 0.005;

/** Which way a difference points, where it is sure and large enough to be told in a summary; else null. */
export function toldDirection(comparison: Comparison, figure: FigureId): 'less' | 'more' | null {
  const difference = figureDifference(comparison, figure);
  const direction = directionOf(figure, difference);
  if (direction !== 'less' && direction !== 'more') return null;
  const kind = KINDS[figure];
  const least = TOLD[kind] ?? TOLD_OF_MEANS * (figureValue(comparison.a, figure) ?? 0);
  const size = Math.abs(difference.mean!) / (kind === 'people' ? comparison.a.participants : 1);
  return size >= least ? direction : null;
}
