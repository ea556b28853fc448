import { exp, ln, normalQuantile, power, triangularQuantile, type Stream } from '../engine/index.ts';
import { timeMoments, type TimeDistribution } from '../theory/index.ts';

/** A time in the user's own unit as one draw after the other. */
export type DrawTime = () => number;

/** Parameters that follow a distribution's name on the command line, in order. */
export const TIME_PARAMETERS = {
  exponential: ['rate'],
  deterministic: ['value'],
  lognormal: ['mean', 'cv'],
  erlang: ['k', 'rate'],
  gamma: ['shape', 'rate'],
  triangular: ['min', 'mode', 'max'],
} as const satisfies Record<TimeDistribution['kind'], readonly string[]>;

/** `exponential:0.25` as a distribution; null where name, number of parameters or their values are impossible. */
export function parseTime(text: string): TimeDistribution | null {
  const match = /^([a-z]+):(.+)$/.exec(text.trim());
  const kind = match?.[1] as TimeDistribution['kind'] | undefined;
  if (!match || !kind || !Object.hasOwn(TIME_PARAMETERS, kind)) return null;
  const words = match[2].split(',');
  if (words.length !== TIME_PARAMETERS[kind].length || !words.every((word) => /^\s*\d*\.?\d+(e[-+]?\d+)?\s*$/i.test(word))) return null;
  const time = createTime(kind, words.map(Number));
  try {
    const { mean, second } = timeMoments(time);
    return mean > 0 && Number.isFinite(second) ? time : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The distribution as it is written on the command line. */
export function formatTime(time: TimeDistribution): string {
  const { kind, ...parameters } = time;
  return `${kind}:${Object.values(parameters).join(',')}`;
}

function createTime(kind: TimeDistribution['kind'], [a, b, c]: readonly number[]): TimeDistribution {
  switch (kind) {
    case 'exponential':
      return { kind, rate: a };
    case 'deterministic':
      return { kind, value: a };
    case 'lognormal':
      return { kind, mean: a, cv: b };
    case 'erlang':
    case 'gamma':
      return { kind, shape: a, rate: b };
    case 'triangular':
      return { kind, min: a, mode: b, max: c };
  }
}

/** Draws of a time by inversion; gamma and Erlang by rejection (Marsaglia and Tsang 2000). */
export function createDraw(time: TimeDistribution, stream: Stream): DrawTime {
  switch (time.kind) {
    case 'exponential':
      return () => -ln(stream.nextUnit()) / time.rate;
    case 'deterministic':
      return () => time.value;
    case 'lognormal': {
      const variance = ln(1 + time.cv * time.cv);
      const spread = Math.sqrt(variance);
      return () => time.mean * exp(spread * normalQuantile(stream.nextUnit()) - variance / 2);
    }
    case 'erlang':
    case 'gamma':
      return createGammaDraw(time.shape, time.rate, stream);
    case 'triangular':
      return () => triangularQuantile(stream.nextUnit(), time.min, time.mode, time.max);
  }
}

/** A shape below 1 is drawn one higher and made smaller by a power of a uniform draw. */
function createGammaDraw(shape: number, rate: number, stream: Stream): DrawTime {
  const d = Math.max(shape, shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const draw = (): number => {
    for (;;) {
      const x = normalQuantile(stream.nextUnit());
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      if (ln(stream.nextUnit()) < 0.5 * x * x + d - d * v + d * ln(v)) return (d * v) / rate;
    }
  };
  return shape < 1 ? () => draw() * power(stream.nextUnit(), 1 / shape) : draw;
}
