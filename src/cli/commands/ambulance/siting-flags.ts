import { createProblem, problemWords, type Problem } from '../../../scenario/index.ts';
import { InfeasibleSiting, SitingOutOfTime, type SitingOptions } from '../../../solver/index.ts';
import { CommandRefused, EXIT } from '../../exit.ts';
import { badFlag } from '../../options.ts';
import type { RawCityOptions } from './city-reach.ts';

/** What commander hands over: every value as typed. */
export interface RawSiteOptions extends RawCityOptions {
  readonly model?: string;
  readonly matrix?: string;
  readonly sites?: string;
  readonly within?: string;
  readonly busy?: string;
  readonly seconds?: string;
  readonly json?: boolean;
  readonly out?: string;
}

const MOST_VEHICLES = 1000;
const MOST_SECONDS = 3600;

/** Numbers of a siting as typed; whatever is absent stays absent. */
export function readSitingOptions(raw: RawSiteOptions, problems: Problem[]): SitingOptions {
  const whole = (flag: string, value: string | undefined, most: number): number | undefined => {
    if (value === undefined) return undefined;
    const read = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (read >= 1 && read <= most) return read;
    problems.push(badFlag(flag, value, problemWords('expected.integer', { min: 1, max: most, unit: '' })));
    return undefined;
  };
  const number = (flag: string, value: string | undefined, most: number, isBelow: boolean): number | undefined => {
    if (value === undefined) return undefined;
    const read = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
    if (read >= 0 && (isBelow ? read < most : read <= most)) return read;
    problems.push(badFlag(flag, value, problemWords(isBelow ? 'expected.below' : 'expected.range', { min: 0, max: most, unit: '' })));
    return undefined;
  };
  return {
    sites: whole('--sites', raw.sites, MOST_VEHICLES),
    within: number('--within', raw.within, 100_000, false),
    busy: number('--busy', raw.busy, 1, true),
    seconds: whole('--seconds', raw.seconds, MOST_SECONDS),
  };
}

/** Turns what a solver cannot do into problems that say who stays uncovered. */
export function solveCase<T>(solve: () => T, nameOf: (point: number) => string, subject: string): T {
  try {
    return solve();
  } catch (error) {
    if (error instanceof SitingOutOfTime)
      throw new CommandRefused(EXIT.input, [createProblem('siting-out-of-time', { path: '--seconds' })], subject);
    if (!(error instanceof InfeasibleSiting)) throw error;
    const points = error.uncovered.map(nameOf);
    const code = error.reason === 'reach' ? 'siting-out-of-reach' : 'siting-too-few';
    throw new CommandRefused(EXIT.input, [createProblem(code, { value: points.join(', '), values: { count: points.length } })], subject);
  }
}
