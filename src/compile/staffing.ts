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
 * Spreads desks that arrive (or leave, when negative) over the listed places; returns the change per place of the list. `inTurns`: one each
 * in the order of the list, again from the front when it is used up. Otherwise each arrival goes where people per desk are most, each
 * departure leaves where they would be fewest; nobody is taken from a place without desks.
 */
export function spreadDesks(
  people: ArrayLike<number>,
  desks: ArrayLike<number>,
  places: ArrayLike<number>,
  change: number,
  inTurns: boolean,
): Int32Array {
  const delta = new Int32Array(places.length);
  const step = change > 0 ? 1 : -1;
  const present = (i: number): number => desks[places[i]] + delta[i];
  if (places.length === 0) return delta;
  if (inTurns) {
    for (let left = Math.abs(change), i = 0, idle = 0; left > 0 && idle < places.length; i = (i + 1) % places.length) {
      if (step < 0 && present(i) <= 0) {
        idle++;
        continue;
      }
      delta[i] += step;
      left--;
      idle = 0;
    }
    return delta;
  }
  const urgency = (i: number): number =>
    step > 0 ? -people[places[i]] / Math.max(present(i), 1e-9) : people[places[i]] / Math.max(present(i) - 1, 1e-9);
  const queue = new FlatQueue<number>();
  for (let i = 0; i < places.length; i++) if (step > 0 || present(i) > 0) queue.push(i, urgency(i));
  for (let left = Math.abs(change); left > 0; left--) {
    const i = queue.pop();
    if (i === undefined) break;
    delta[i] += step;
    if (step > 0 || present(i) > 0) queue.push(i, urgency(i));
  }
  return delta;
}
