import { describe, expect, test } from 'vitest';
import type { CoverageRules, StationEdits } from '../../src/coverage/index.ts';
import { createRoadGrid, WAY } from '../../src/geo/index.ts';
import { createCoverageStore } from '../../src/store/index.ts';
import { createAbstractCity, type CityPack } from '../../src/city/index.ts';

const RULES: CoverageRules = {
  speeds: { urban: 35, rural: 50, motorway: 80 },
  handlingMinutes: 1,
  turnoutMinutes: 2,
  standard: { urban: 15, rural: 30 },
};

/** Five cells in a row from west to east, three kilometres apart, with a thousand people each; stations at both ends. */
const at = (cell: number): [number, number] => [114 + cell / 32, 30];
const outline = { type: 'MultiPolygon' as const, coordinates: [] };
const line: CityPack = {
  ...createAbstractCity({ population: 5000 }),
  id: 'line',
  townships: [
    { id: 't', name: { zh: '镇', en: 'Town' }, districtId: 'city', setting: 'rural', at: at(0), residents: 5000, outline, source: 'user' },
  ],
  villages: [0, 1, 2, 3, 4].map((cell) => ({
    id: `v${cell}`,
    name: { zh: `村${cell}`, en: `Village ${cell}` },
    townshipId: 't',
    at: at(cell),
    residents: 1000,
    initials: '',
    source: 'user',
  })),
  stations: [0, 4].map((cell) => ({ id: `s${cell}`, name: { zh: '站', en: 'Station' }, at: at(cell), vehicles: 1, source: 'user' })),
};
const grid = createRoadGrid(
  {
    resolution: 8,
    lng: Float64Array.from([0, 1, 2, 3, 4], (cell) => at(cell)[0]),
    lat: new Float64Array(5).fill(30),
    residents: new Int32Array(5).fill(1000),
    townships: new Int16Array(5),
    urban: new Uint8Array(5),
    wet: new Uint8Array(5),
    metric: { latitude: 30, north: 111_195.08, east: 96_297.7, eastSlope: -970.356 },
    corners: [],
    insideMetres: 400,
  },
  [0, 1, 2, 3].map((from) => ({ from, to: from + 1, metres: 10_000, kind: WAY.rural, road: 0 })),
);

function opened() {
  const waiting: (() => void)[] = [];
  const settled: StationEdits[] = [];
  const store = createCoverageStore({
    openGrid: async (city) => (city.id === 'line' ? grid : null),
    later: (work) => {
      waiting.push(work);
      return () => void waiting.splice(waiting.indexOf(work), 1);
    },
    onSettled: (edits) => settled.push(edits),
  });
  return { store, waiting, settled, open: () => store.getState().open(line, RULES, []) };
}

describe('the coverage store', () => {
  test('a moved station is followed at once; what costs more waits until nothing moves', async () => {
    const { store, waiting, settled, open } = opened();
    await open();
    const minutes = () => Array.from(store.getState().facts!.now.nearest.minutes, (value) => Math.round(value * 10) / 10);
    expect(minutes()).toEqual([3.5, 15.5, 27.5, 15.5, 3.5]);
    store.getState().moveStation('s0', at(2));
    expect(minutes()).toEqual([27.5, 15.5, 3.5, 15.5, 3.5]);
    expect(store.getState().facts!.change).toMatchObject({ sooner: 1000, later: 1000 });
    expect([store.getState().additions, waiting.length]).toEqual([null, 1]);
    expect(settled).toEqual([]);
    waiting[0]();
    expect(settled.map(({ moved }) => Object.keys(moved))).toEqual([['s0']]);
    expect(store.getState().additions).toHaveLength(5);
    expect(store.getState().services).toBeNull();
    store.getState().wantServices();
    expect(store.getState().services?.map(({ service, places }) => [service, places])).toEqual([['stations', 2]]);
  });

  test('closing, opening again, adding and resetting lead back to the stations as they are', async () => {
    const { store, open } = opened();
    await open();
    const { setClosed, addStation, resetStation, resetStations } = store.getState();
    const states = () => store.getState().facts!.stations.map(({ state }) => state);
    setClosed('s4', true);
    const id = addStation(at(3));
    expect([states(), store.getState().selected]).toEqual([['kept', 'closed', 'added'], id]);
    expect(store.getState().facts!.stations[2].name.zh).toBe('村3（新设）');
    resetStation(id);
    expect([states(), store.getState().selected]).toEqual([['kept', 'closed'], null]);
    setClosed('s4', false);
    expect(store.getState().facts!.change).toMatchObject({ sooner: 0, later: 0 });
    store.getState().moveStation('s0', at(1));
    resetStations();
    expect(states()).toEqual(['kept', 'kept']);
  });

  test('other rules change the stations as they are too, and keep the edits', async () => {
    const { store, open } = opened();
    await open();
    store.getState().setClosed('s0', true);
    await store.getState().open(line, { ...RULES, speeds: { urban: 35, rural: 100, motorway: 80 } }, []);
    const { facts, edits } = store.getState();
    expect([edits.closed, Math.round(facts!.stated.nearest.minutes[2])]).toEqual([['s0'], 15]);
  });

  test('a city without geography has no coverage; a grid that cannot be had is asked for again', async () => {
    const { store } = opened();
    await store.getState().open(createAbstractCity({ population: 10 }), RULES, []);
    expect(store.getState()).toMatchObject({ status: 'absent', facts: null });
    let calls = 0;
    const failing = createCoverageStore({
      openGrid: async () => {
        calls++;
        if (calls === 1) throw new Error('offline');
        return grid;
      },
      later: () => () => undefined,
    });
    await failing.getState().open(line, RULES, []);
    expect(failing.getState().status).toBe('failed');
    await failing.getState().open(line, RULES, []);
    expect(failing.getState().status).toBe('ready');
  });
});
