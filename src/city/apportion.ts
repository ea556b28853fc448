/**
 * Splits a whole number in proportion to weights, exactly: floors first, then one each to the largest remainders, the earlier of equals
 * first. Weights are ≥ 0 with a positive sum; the parts are whole, ≥ 0 and add up to `total`.
 */
export function apportion(weights: ArrayLike<number>, total: number): number[] {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i];
  if (!(sum > 0 && sum < Infinity)) throw new RangeError('apportion: weights must have a positive, finite sum');
  const quotas = Array.from(weights, (weight) => (weight * total) / sum);
  const parts = quotas.map(Math.floor);
  let left = total - parts.reduce((a, b) => a + b, 0);
  if (left === 0) return parts;
  const order = parts.map((_, i) => i).sort((a, b) => quotas[b] - parts[b] - (quotas[a] - parts[a]) || a - b);
  for (let i = 0; left > 0; i = (i + 1) % order.length, left--) parts[order[i]]++;
  // Rounding can lift a quota onto the next whole number; then one too many was given, and the smallest remainder gives it back.
  for (let i = order.length - 1; left < 0; i--) {
    if (parts[order[i]] === 0) continue;
    parts[order[i]]--;
    left++;
  }
  return parts;
}
