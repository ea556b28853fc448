import { requireCount, requireNonNegative } from './arguments.ts';

/**
 * Erlang B: share of customers lost in M/G/c/c, all servers busy and no room to wait.
 * servers c ≥ 1; offeredLoad a = λE(S) in erlangs, a ≥ 0, also above c. Throws RangeError otherwise.
 * Recursion 1/B(k) = 1 + (k/a)/B(k−1), 1/B(0) = 1: positive terms only, so no overflow matters (B underflows to 0).
 * Source: Erlang 1917; recursion on the inverse as in Zeng, Math. Comput. Modelling 37 (2003) 1287.
 */
export function erlangB(servers: number, offeredLoad: number): number {
  requireCount('servers', servers);
  requireNonNegative('offeredLoad', offeredLoad);
  if (offeredLoad === 0) return 0;
  let inverse = 1;
  for (let k = 1; k <= servers; k++) inverse = 1 + (k / offeredLoad) * inverse;
  return 1 / inverse;
}

/**
 * Erlang C: share of customers who wait in M/M/c with unlimited room. 1 when offeredLoad ≥ servers (overloaded).
 * Arguments and errors as erlangB. C = cB / (c − a + aB). Source: Erlang 1917.
 */
export function erlangC(servers: number, offeredLoad: number): number {
  const blocking = erlangB(servers, offeredLoad);
  if (offeredLoad >= servers) return 1;
  return (servers * blocking) / (servers - offeredLoad + offeredLoad * blocking);
}
