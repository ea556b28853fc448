import { describe, expect, it } from 'vitest';
import { createStream, exp, normalQuantile } from '../../../src/engine/index.ts';
import { PARTS, partInterval } from '../../../src/experiment/part-interval.ts';

const parts = (value: (i: number) => number): number[] => Array.from({ length: PARTS }, (_, i) => value(i));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('The 99 % interval of 20 stretches', () => {
  it('is that of Student at 99.5 % where the stretches lean to no side and neighbours fall apart', () => {
    const means = parts((i) => 100 + (i % 2 === 0 ? 1 : -1) * (1 + Math.floor(i / 2)));
    const [low, high] = partInterval(mean(means), means);
    const deviation = Math.sqrt(means.reduce((sum, x) => sum + (x - mean(means)) ** 2, 0) / (PARTS - 1));
    const half = (3.1737245 * deviation) / Math.sqrt(PARTS);
    expect(low).toBeCloseTo(mean(means) - half, 6);
    expect(high).toBeCloseTo(mean(means) + half, 6);
  });

  it('reaches further up than down where the stretches lean to the right, and the mirror image leans as much the other way', () => {
    const means = parts((i) => ((i * 7) % PARTS) ** 3);
    const [low, high] = partInterval(mean(means), means);
    expect(high - mean(means)).toBeGreaterThan(1.2 * (mean(means) - low));
    const [mirroredLow, mirroredHigh] = partInterval(
      -mean(means),
      means.map((x) => -x),
    );
    expect(mirroredLow).toBeCloseTo(-high, 6);
    expect(mirroredHigh).toBeCloseTo(-low, 6);
  });

  it('is longer where neighbours hang together', () => {
    const scattered = parts((i) => (i * 7) % PARTS);
    const sorted = parts((i) => i);
    const length = (means: readonly number[]): number => {
      const [low, high] = partInterval(mean(means), means);
      return high - low;
    };
    expect(length(sorted)).toBeGreaterThan(2 * length(scattered));
  });

  it.each([1e-200, 1e150])('means the same in a unit of time %s times as long', (unit) => {
    const means = parts((i) => ((i * 7) % PARTS) ** 2);
    const [low, high] = partInterval(mean(means), means);
    const scaled = partInterval(
      mean(means) * unit,
      means.map((x) => x * unit),
    );
    expect(scaled[0] / unit).toBeCloseTo(low, 6);
    expect(scaled[1] / unit).toBeCloseTo(high, 6);
  });

  it('is a point where all stretches agree', () => {
    expect(
      partInterval(
        3,
        parts(() => 3),
      ),
    ).toEqual([3, 3]);
  });

  it('holds the mean of lognormal values of cv 0.5 in 98.6 to 99.8 % of 3,000 draws', () => {
    const stream = createStream(11, 0, 0, 1);
    const sigma = Math.sqrt(Math.log(1.25));
    let held = 0;
    for (let n = 0; n < 3000; n++) {
      const means = parts(() => exp(sigma * normalQuantile(stream.nextUnit()) - (sigma * sigma) / 2));
      const [low, high] = partInterval(mean(means), means);
      if (low <= 1 && 1 <= high) held++;
    }
    expect(held / 3000).toBeGreaterThan(0.986);
    expect(held / 3000).toBeLessThan(0.998);
  });
});
