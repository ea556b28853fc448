import FlatQueue from 'flatqueue';

/**
 * Gives every place one of `total` units, then each next one to the place with the largest weight per unit. Fewer units than places go to
 * the largest places. Weights are people; ties go to the earlier place.
 */
export function allocateByLoad(weights: ArrayLike<number>, total: number): Int32Array {
  const units = new Int32Array(weights.length);
  const queue = new FlatQueue<number>();
  const order = Array.from({ length: weights.length }, (_, i) => i).sort((a, b) => weights[b] - weights[a] || a - b);
  for (const i of order.slice(0, total)) {
    units[i] = 1;
    queue.push(i, -weights[i]);
  }
  for (let left = total - order.length; left > 0; left--) {
    const i = queue.pop();
    if (i === undefined) break;
    units[i]++;
    queue.push(i, -weights[i] / units[i]);
  }
  return units;
}

/**
 * One device each to the largest places; with more devices than places, each next to the place with most desks per device.
 */
export function allocateDevices(people: ArrayLike<number>, desks: ArrayLike<number>, total: number): Int32Array {
  const devices = new Int32Array(people.length);
  const order = Array.from({ length: people.length }, (_, i) => i).sort((a, b) => people[b] - people[a] || a - b);
  for (const i of order.slice(0, total)) devices[i] = 1;
  const queue = new FlatQueue<number>();
  for (const i of order) queue.push(i, -desks[i]);
  for (let left = total - order.length; left > 0; left--) {
    const i = queue.pop();
    if (i === undefined) break;
    devices[i]++;
    queue.push(i, -desks[i] / devices[i]);
  }
  return devices;
}

/**
 * Spreads desks that arrive (or leave, when negative) over the listed places, one each in turns: arrivals begin where people per desk are
 * most, departures where they are fewest, and nobody is taken from a place without desks. Returns the change per place of the list.
 */
export function spreadDesks(people: ArrayLike<number>, desks: ArrayLike<number>, places: ArrayLike<number>, change: number): Int32Array {
  const load = (i: number): number => (desks[places[i]] > 0 ? people[places[i]] / desks[places[i]] : Infinity);
  const order = Array.from({ length: places.length }, (_, i) => i).sort((a, b) => (change > 0 ? load(b) - load(a) : load(a) - load(b)) || a - b);
  const delta = new Int32Array(places.length);
  let left = Math.abs(change);
  while (left > 0) {
    let moved = false;
    for (const i of order) {
      if (left === 0) break;
      if (change < 0 && desks[places[i]] + delta[i] <= 0) continue;
      delta[i] += change > 0 ? 1 : -1;
      left--;
      moved = true;
    }
    if (!moved) break;
  }
  return delta;
}
