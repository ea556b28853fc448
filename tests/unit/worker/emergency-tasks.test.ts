import { describe, expect, it } from 'vitest';
import { createLocalRunner, type EmergencyNetwork } from '../../../src/experiment/index.ts';
import { createPoolRunner } from '../../../src/worker/index.ts';
import { tinyEmergency } from '../../builders/emergency-input.ts';
import { createPortHere } from '../../builders/port-here.ts';

function network(callsPerDay: number): EmergencyNetwork {
  const input = tinyEmergency({ callsPerDay, days: 3 });
  const points = { stations: 2, hospitals: 1, lng: new Float64Array(7), lat: new Float64Array(7) };
  return { input, frame: { townships: input.places.count, standardMinutes: [15, 30] }, points };
}

describe('emergency runs on workers', () => {
  it('are those of this thread, to the byte, whatever the number of workers', async () => {
    const plan = network(40);
    const here = await createLocalRunner().emergency(plan, 3, [0, 1, 2, 3, 4]);
    const there = await createPoolRunner(createPortHere, 3).emergency(plan, 3, [0, 1, 2, 3, 4]);
    expect(there).toEqual(here);
    expect(await createPoolRunner(createPortHere, 1).trace(plan, 3, 1)).toEqual(await createLocalRunner().trace(plan, 3, 1));
  });

  it('come back for a network that many others were asked for after', async () => {
    const pool = createPoolRunner(createPortHere, 1);
    const first = network(10);
    const [before] = await pool.emergency(first, 1, [0]);
    for (let calls = 11; calls < 30; calls++) await pool.emergency(network(calls), 1, [0]);
    const [after] = await pool.emergency(first, 1, [0]);
    expect(after).toEqual(before);
  });

  it('stop when they are cancelled', async () => {
    const control = new AbortController();
    const run = createPoolRunner(createPortHere, 1).emergency(network(40), 1, [0, 1, 2], {
      signal: control.signal,
      onRecord: () => control.abort(new Error('enough')),
    });
    await expect(run).rejects.toThrow('enough');
  });
});
