import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCityGrid, loadCityPack, openCityGrid } from '../src/city/index.ts';
import { compileEmergency } from '../src/compile/index.ts';
import { createDrive, DRIVING, minutesFrom, nearestOf, type RoadGrid } from '../src/geo/index.ts';
import { createEmergencyRun } from '../src/engine/index.ts';
import { recordEmergency } from '../src/results/index.ts';
import { timesOf, type Times } from './measure.ts';

/** A year of the emergency network, warm, in this thread: `npm run bench -- --emergency`. */
const RUNS = 40;
const WARM_UP = 10;

const { values } = parseArgs({
  options: { root: { type: 'string', default: process.cwd() }, json: { type: 'boolean', default: false }, emergency: { type: 'boolean' } },
});
const data = (name: string): unknown => JSON.parse(readFileSync(join(values.root, 'data', 'ezhou', name), 'utf8'));
const city = loadCityPack(data('pack.json'));
const grid = await openCityGrid(city, data('grid.json'));
if (grid === null) throw new Error('no road grid');

const CASES = [
  { name: 'closest free, 36 vehicles, 44 calls a day', inputs: {} },
  { name: 'closest free, 48 vehicles, 60 calls a day', inputs: { 'emergency.fleet': 48, 'emergency.callsPerThousand': 20.4 } },
  { name: 'by district', inputs: { 'emergency.policy': 'district' } },
  { name: 're-dispatch', inputs: { 'emergency.policy': 'redispatch' } },
  { name: 'move-up', inputs: { 'emergency.policy': 'moveUp' } },
  { name: '200 confirmed cases a day', inputs: { 'emergency.transfersPerDay': 200 } },
] as const;

interface Row {
  readonly name: string;
  readonly calls: number;
  /** Processor time of a year's run, of its summary, and wall time of the run. */
  readonly run: Times;
  readonly record: Times;
  readonly wall: Times;
}

function measureCase({ name, inputs }: (typeof CASES)[number]): Row {
  const { input } = compileEmergency(city, { inputs }, grid!);
  const [run, record, wall]: number[][] = [[], [], []];
  let calls = 0;
  for (let replication = 0; replication < WARM_UP + RUNS; replication++) {
    const began = performance.now();
    const before = process.cpuUsage();
    const finished = createEmergencyRun(input, 1, replication);
    finished.advanceTo(Infinity);
    const between = process.cpuUsage();
    const ended = performance.now();
    recordEmergency(finished, replication, { townships: city.townships.length, standardMinutes: [15, 30] });
    const after = process.cpuUsage(between);
    if (replication < WARM_UP) continue;
    calls = finished.calls.count;
    run.push((between.user - before.user + between.system - before.system) / 1000);
    record.push((after.user + after.system) / 1000);
    wall.push(ended - began);
  }
  return { name, calls, run: timesOf(run), record: timesOf(record), wall: timesOf(wall) };
}

const compile = timesOf(
  Array.from({ length: 12 }, () => {
    const began = performance.now();
    compileEmergency(city, { inputs: {} }, grid);
    return performance.now() - began;
  }),
);
const rows = CASES.map(measureCase);

/** All stations' minutes to all cells and the nearest of them, anew, as when every station has moved. */
function measureReroute(roads: RoadGrid): Times {
  const drive = createDrive(roads, DRIVING);
  const fields = city.stations.map(() => new Float64Array(roads.cells));
  const reroute = (): void => {
    city.stations.forEach(({ at }, s) => minutesFrom(drive, at, fields[s]));
    nearestOf(fields, roads.cells);
  };
  for (let k = 0; k < WARM_UP; k++) reroute();
  return timesOf(
    Array.from({ length: RUNS }, () => {
      const began = performance.now();
      reroute();
      return performance.now() - began;
    }),
  );
}
const finer = await buildCityGrid(city, [], 9);
const reroutes = [grid, ...(finer ? [finer] : [])].map((roads) => ({
  resolution: roads.resolution,
  cells: roads.cells,
  ms: measureReroute(roads),
}));
if (values.json) process.stdout.write(`${JSON.stringify({ compileMs: compile, rows, reroutes }, null, 2)}\n`);
else {
  const cell = ({ median, min }: Times): string => `${median.toFixed(1)} (${min.toFixed(1)})`;
  process.stdout.write('One year, warm, one thread; milliseconds of processor time, median (least)\n');
  for (const { name, calls, run, record, wall } of rows) {
    process.stdout.write(`${name.padEnd(44)} ${calls} calls  run ${cell(run)}  summary ${cell(record)}  wall ${cell(wall)}\n`);
  }
  process.stdout.write(`a plan compiled, its roads included: ${cell(compile)} ms of wall time\n`);
  for (const { resolution, cells, ms } of reroutes) {
    process.stdout.write(
      `${city.stations.length} stations rerouted, resolution ${resolution}, ${cells} cells: ${cell(ms)} ms of wall time\n`,
    );
  }
}
