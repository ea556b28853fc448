import { describe, expect, it } from 'vitest';
import type { CityPack } from '../../src/city/index.ts';
import type { EmergencyPlan } from '../../src/experiment/index.ts';
import type { RoadGrid } from '../../src/geo/index.ts';
import type { EmergencyStudy, MissionTrace } from '../../src/results/index.ts';
import { createEmergencyStore, type EmergencyService } from '../../src/store/index.ts';
import { smallTown } from '../builders/variant.ts';

const town = smallTown();
const grid = { cells: 0 } as RoadGrid;
const trace = { vehicle: Int32Array.of(1, 0), dispatchAt: Float64Array.of(2, 1), homes: Int32Array.of(0, 0) } as MissionTrace;

function open(over: Partial<EmergencyService> = {}, roads: RoadGrid | null = grid) {
  const plans: EmergencyPlan[] = [];
  const service: EmergencyService = {
    study: (plan) => {
      plans.push(plan);
      return Promise.resolve({ typicalReplication: 4 } as EmergencyStudy);
    },
    trace: (_plan, _seed, replication) => Promise.resolve({ ...trace, hours: replication }),
    surge: () => Promise.resolve([]),
    calibrate: () => {
      const fit = (factor: number | null) => ({ factor, statedMinutes: 15, meanMinutes: 15, impliedKmh: 14 });
      return Promise.resolve({ urban: fit(0.4), rural: fit(null) });
    },
    rest: () => undefined,
    ...over,
  };
  const store = createEmergencyStore({
    city: town.city,
    scenario: town.scenario,
    openGrid: () => Promise.resolve(roads),
    service,
  });
  return { store, plans };
}

describe('the emergency screen’s store', () => {
  it('loads the roads, answers, and lays out the day of the typical run by vehicle', async () => {
    const { store } = open();
    expect(store.getState().study).toBeNull();
    await store.getState().open();
    const { study, day, job } = store.getState();
    expect(study?.typicalReplication).toBe(4);
    expect(day?.trace.hours).toBe(4);
    expect(day?.byVehicle).toEqual([[1], [0]]);
    expect(job).toMatchObject({ status: 'idle', error: null });
  });

  it('answers anew with every edit, on the stations and inputs as they then are', async () => {
    const { store, plans } = open();
    await store.getState().open();
    store.getState().setInputs({ 'emergency.fleet': 12 });
    const id = store.getState().addStation([114, 30]);
    store.getState().moveStation(id, [114.1, 30.1]);
    store.getState().toggleStation('station-9');
    const last = plans.at(-1)!;
    expect(last.scenario.inputs['emergency.fleet']).toBe(12);
    expect(last.edits!.stations).toEqual({ closed: ['station-9'], moved: {}, added: [{ id, at: [114.1, 30.1] }] });
    expect(store.getState().settings['emergency.fleet']).toBe(12);
    store.getState().toggleStation(id);
    store.getState().toggleStation('station-9');
    expect(store.getState().edits.stations).toEqual({ closed: [], moved: {}, added: [] });
    expect(store.getState().scenario().inputs['emergency.fleet']).toBe(12);
  });

  it('lets only the latest job speak', async () => {
    let release: ((study: EmergencyStudy) => void) | null = null;
    const answers = [
      new Promise<EmergencyStudy>((resolve) => (release = resolve)),
      Promise.resolve({ typicalReplication: 2 } as EmergencyStudy),
    ];
    const { store } = open({ study: () => answers.shift()! });
    const first = store.getState().open();
    await Promise.resolve();
    await Promise.resolve();
    store.getState().setInputs({ 'emergency.fleet': 9 });
    release!({ typicalReplication: 1 } as EmergencyStudy);
    await first;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(store.getState().study?.typicalReplication).toBe(2);
  });

  it('puts the factors that calibration found in force, and leaves what no factor reaches', async () => {
    const { store, plans } = open();
    await store.getState().open();
    await store.getState().calibrate({ urban: 15, rural: 30 });
    store.getState().applyCalibration();
    expect(plans.at(-1)!.scenario.inputs['emergency.urbanSpeedFactor']).toBe(0.4);
    expect(plans.at(-1)!.scenario.inputs).not.toHaveProperty('emergency.ruralSpeedFactor');
    expect(store.getState().calibration).not.toBeNull();
  });

  it('says so where a city has no roads, and where the machinery fails', async () => {
    const without = open({}, null).store;
    await without.getState().open();
    expect(without.getState().job).toMatchObject({ status: 'failed', error: 'noRoads' });
    const broken = open({ study: () => Promise.reject(new Error('no memory')) }).store;
    await broken.getState().open();
    expect(broken.getState().job).toMatchObject({ status: 'failed', error: 'no memory' });
  });

  it('follows the plan of the page: a new population answers anew, a name does not', async () => {
    const { store, plans } = open();
    await store.getState().open();
    const count = plans.length;
    store.getState().follow(town.city, { ...town.scenario, name: 'other' });
    expect(plans.length).toBe(count);
    store.getState().follow(town.city, { ...town.scenario, inputs: { ...town.scenario.inputs, 'city.population': 5000 } });
    expect(plans.length).toBe(count + 1);
    store.getState().follow({ ...town.city } as CityPack, town.scenario);
    expect(store.getState().grid).toBeNull();
  });
});
