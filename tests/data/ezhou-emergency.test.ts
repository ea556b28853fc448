import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileEmergency, NO_EMERGENCY_EDITS, type EmergencyEdits } from '../../src/compile/index.ts';
import { openCityGrid } from '../../src/city/index.ts';
import { createEmergencyRun, URBAN } from '../../src/engine/index.ts';
import { calibrateEmergency, createLocalRunner, prepareEmergency, runEmergencyStudy, runSurge, traceEmergency, type EmergencyPlan } from '../../src/experiment/index.ts';
import type { RoadGrid } from '../../src/geo/index.ts';
import { missionsByVehicle, vehicleAt, type EmergencyStudy } from '../../src/results/index.ts';
import { findPreset, emergencyFingerprint, scenarioFingerprint, type Scenario } from '../../src/scenario/index.ts';
import { TICKS_PER_DAY, TICKS_PER_MINUTE } from '../../src/units/index.ts';
import { createFolder, EXIT, runWordsOf } from '../builders/command-line.ts';
import { dataFolder, ezhou } from './ezhou.ts';

const gridFile: unknown = JSON.parse(readFileSync(`${dataFolder}ezhou/grid.json`, 'utf8'));
const preset: Scenario = findPreset('as-stated')!;
const runner = createLocalRunner();
let grid: RoadGrid;

const planOf = (inputs: Scenario['inputs'] = {}, edits: Partial<EmergencyEdits> = {}): EmergencyPlan => ({
  city: ezhou,
  scenario: { ...preset, inputs: { ...preset.inputs, ...inputs } },
  grid,
  edits: { ...NO_EMERGENCY_EDITS, ...edits },
});
const SHORT = { 'emergency.days': 45 };
const studyOf = (plan: EmergencyPlan, replications = 4): Promise<EmergencyStudy> => runEmergencyStudy(runner, plan, { seed: 1, replications });

beforeAll(async () => {
  grid = (await openCityGrid(ezhou, gridFile))!;
});

describe('Ezhou’s emergency network', () => {
  it('is called from every cell that somebody lives in, 15 times a year per 1,000 residents: about 44 calls a day', () => {
    const { input, residents } = compileEmergency(ezhou, preset, grid);
    const perYear = input.places.callsPerYear.reduce((sum, calls) => sum + calls, 0);
    expect(perYear).toBeCloseTo((1_079_353 * 15) / 1000, 6);
    expect(perYear / 365).toBeCloseTo(44.36, 2);
    expect(residents.urban + residents.rural).toBeCloseTo(1_079_353, 6);
  });

  it('has the fleet of the norm, 36 vehicles at 13 stations, and those that come when they are called', () => {
    const { input, settings } = compileEmergency(ezhou, preset, grid);
    expect(settings['emergency.fleet']).toBe(36);
    const onDuty = input.vehicles.dutyLength.filter((length) => length === TICKS_PER_DAY).length;
    expect(onDuty).toBe(36);
    expect(input.vehicles.count).toBe(36 + 4 + 10);
    const own = ezhou.stations.map((_, s) => input.vehicles.station.filter((station, v) => station === s && input.vehicles.dutyLength[v] > 0).length);
    expect(own).toEqual(ezhou.stations.map(({ vehicles }) => vehicles));
  });

  it('at independent speeds answers well below the stated 15 and 30 minutes, with about two of 36 vehicles busy', async () => {
    const study = await studyOf(planOf(SHORT));
    const { urban, rural } = study.responseMinutes;
    expect(urban.mean).toBeGreaterThan(5.5);
    expect(urban.mean).toBeLessThan(8);
    expect(rural.mean).toBeGreaterThan(9.5);
    expect(rural.mean).toBeLessThan(13);
    expect(study.vehiclesBusy.mean).toBeGreaterThan(1);
    expect(study.vehiclesBusy.mean).toBeLessThan(3);
    expect(study.notes).toContain('fleetHardlyMatters');
    expect(study.queuedPerDay.mean).toBeLessThan(0.01);
  });

  it('adds up: calls of areas, severities, townships and hours are the same calls', async () => {
    const { responseMinutes, severities, townships, byHour, callsPerDay, distribution } = await studyOf(planOf(SHORT), 2);
    const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);
    const all = responseMinutes.all.callsPerDay;
    expect(responseMinutes.urban.callsPerDay + responseMinutes.rural.callsPerDay).toBeCloseTo(all, 9);
    expect(sum(severities.map((figures) => figures.callsPerDay))).toBeCloseTo(all, 9);
    expect(sum(townships.callsPerDay)).toBeCloseTo(all, 9);
    expect(sum(byHour.callsPerDay)).toBeCloseTo(all, 9);
    expect(callsPerDay.mean).toBeCloseTo(all, 9);
    expect(sum(distribution.urban)).toBeCloseTo(1, 9);
  });

  it('meets the same calls whatever the fleet and the stations are', () => {
    const callsOf = (plan: EmergencyPlan) => createEmergencyRun(prepareEmergency(plan).network.input, 1, 0).calls;
    const here = callsOf(planOf(SHORT));
    const stations = { closed: ['station-2'], moved: {}, added: [{ id: 'added-1', at: [114.72, 30.36] as const }] };
    expect(callsOf(planOf({ ...SHORT, 'emergency.fleet': 48 }, { stations }))).toEqual(here);
  });

  it('is slower where a station is closed, and sooner where one is added', async () => {
    const township = ezhou.townships.findIndex(({ name }) => name.zh === '蒲团乡');
    const { at } = ezhou.townships[township];
    const before = await studyOf(planOf(SHORT), 2);
    const added = await studyOf(planOf(SHORT, { stations: { closed: [], moved: {}, added: [{ id: 'added-1', at }] } }), 2);
    const closed = await studyOf(planOf(SHORT, { stations: { closed: ['station-4'], moved: {}, added: [] } }), 2);
    expect(added.townships.mean[township]).toBeLessThan(before.townships.mean[township] - 4);
    expect(closed.responseMinutes.rural.mean).toBeGreaterThan(before.responseMinutes.rural.mean);
    expect(closed.stations.vehicles[3]).toBe(0);
  });

  it('dated changes of the plan take place: a closed station, slow roads, vehicles out, a shut road', () => {
    const edits: EmergencyEdits = {
      ...NO_EMERGENCY_EDITS,
      dated: [
        { kind: 'stationClosed', station: 'station-1', at: 24, until: 48 },
        { kind: 'travel', area: 'all', factor: 1.5, at: 30 },
        { kind: 'vehiclesOut', station: 'station-4', vehicles: 2, at: 10, until: 20 },
        { kind: 'roadsShut', roads: [0], at: 12, until: 36 },
        { kind: 'calls', factor: 2, at: 5 },
        { kind: 'hospitalClosed', hospital: 'hospital-1', at: 6 },
      ],
    };
    const { changes } = compileEmergency(ezhou, preset, grid, edits).input;
    expect(changes.map(({ kind }) => kind)).toEqual(['calls', 'hospital', 'vehicle', 'vehicle', 'roads', 'vehicle', 'vehicle', 'station', 'travel', 'travel', 'roads', 'station']);
    expect(() => compileEmergency(ezhou, preset, grid, { ...edits, dated: [{ kind: 'stationClosed', station: 'x', at: 1 }] })).toThrow(/x/);
  });

  it('fetches confirmed cases of known hours from their villages', () => {
    const village = ezhou.villages[17].id;
    const { input } = compileEmergency(ezhou, preset, grid, { ...NO_EMERGENCY_EDITS, cases: [{ at: 30, villageId: village }, { at: 20, villageId: village }] });
    expect(Array.from(input.transfers.listedAt, (at) => at / (60 * TICKS_PER_MINUTE))).toEqual([24 + 20, 24 + 30]);
    expect(input.places.township[input.transfers.listedPlace[0]]).toBe(ezhou.townships.findIndex(({ id }) => id === ezhou.villages[17].townshipId));
  });

  it('none of its inputs touches the fingerprint of a screening round; each of them its own', () => {
    const variant = (inputs: Scenario['inputs']) => ({ city: ezhou, scenario: { ...preset, inputs } });
    const inputs = { 'emergency.fleet': 48, 'emergency.urbanSpeedKmh': 30 };
    expect(scenarioFingerprint(variant(inputs))).toBe(scenarioFingerprint(variant({})));
    expect(emergencyFingerprint(variant(inputs))).not.toBe(emergencyFingerprint(variant({})));
    expect(emergencyFingerprint(variant({ 'staff.total': 900 }))).toBe(emergencyFingerprint(variant({})));
  });
});

describe('calibration and surge', () => {
  it('calibration finds the speeds at which the means are the stated ones, and says where none does', async () => {
    const options = { seed: 1, replications: 2 };
    const fits = await calibrateEmergency(runner, planOf({ 'emergency.days': 20 }), { urban: 15, rural: 30 }, options);
    for (const area of ['urban', 'rural'] as const) {
      expect(fits[area].factor).toBeGreaterThan(0.25);
      expect(Math.abs(fits[area].meanMinutes - fits[area].statedMinutes)).toBeLessThan(0.1);
    }
    expect(fits.urban.impliedKmh).toBeCloseTo(35 * fits.urban.factor!, 9);
    const never = await calibrateEmergency(runner, planOf({ 'emergency.days': 5 }), { urban: 1, rural: 30 }, options);
    expect(never.urban.factor).toBeNull();
    const again = await studyOf(planOf({ 'emergency.days': 20, 'emergency.urbanSpeedFactor': fits.urban.factor!, 'emergency.ruralSpeedFactor': fits.rural.factor! }), 2);
    expect(again.responseMinutes.urban.mean).toBeCloseTo(fits.urban.meanMinutes, 6);
    expect(again.responseMinutes.rural.mean).toBeCloseTo(fits.rural.meanMinutes, 6);
  });

  it('a surge of confirmed cases keeps vehicles busy and lengthens the country’s response, paired with none', async () => {
    const rows = await runSurge(runner, planOf({ 'emergency.days': 20 }), [0, 200, 400], { seed: 1, replications: 3 });
    expect(rows.map(({ transfersPerDay }) => transfersPerDay)).toEqual([0, 200, 400]);
    expect(rows[0].change.rural).toEqual({ mean: 0, interval: [0, 0] });
    expect(rows[1].change.rural.mean).toBeGreaterThan(2);
    expect(rows[2].change.rural.mean).toBeGreaterThan(rows[1].change.rural.mean);
    expect(rows[1].vehiclesBusy).toBeGreaterThan(10);
  });
});

describe('a day of the typical run', () => {
  it('shows every vehicle at every moment somewhere in the city, doing what its mission is at', () => {
    const trace = traceEmergency(prepareEmergency(planOf({ ...SHORT, 'emergency.transfersPerDay': 100 })).network, 1, 0);
    expect([trace.startClock, trace.hours]).toEqual([0, 24]);
    expect(trace.callAt.filter((at) => at >= 0 && at < 24).length).toBeGreaterThan(90);
    const byVehicle = missionsByVehicle(trace);
    const seen = new Set<string>();
    for (let hour = 0; hour < 24; hour += 0.2) {
      byVehicle.forEach((missions, v) => {
        const { does, at, mission } = vehicleAt(trace, missions, v, hour);
        seen.add(does);
        expect(at[0]).toBeGreaterThan(114.4);
        expect(at[0]).toBeLessThan(115.2);
        expect(does !== 'toPatient' || trace.leaveAt[mission] <= hour).toBe(true);
      });
    }
    expect([...seen].sort()).toEqual(['atHospital', 'atPatient', 'away', 'returning', 'standing', 'toHospital', 'toPatient', 'turningOut']);
  });
});

describe('ambulance run', () => {
  const folder = createFolder();
  mkdirSync(join(folder, 'grids'));
  cpSync(`${dataFolder}ezhou/pack.json`, join(folder, 'ezhou.json'));
  cpSync(`${dataFolder}ezhou/grid.json`, join(folder, 'grids', 'ezhou.json'));
  const run = (...words: string[]) => runWordsOf(['ambulance', 'run', '--days', '20', '--replications', '2', ...words], { citiesFolder: folder });

  it('prints response times by area, utilisation and calls as JSON, with what was set', async () => {
    const { code, out, error } = await run('--json', '--set', 'emergency.fleet=20', '--set', 'emergency.urbanSpeedKmh=30', '--set', 'emergency.ruralSpeedKmh=40');
    expect([code, error]).toEqual([EXIT.done, '']);
    const answer = JSON.parse(out) as Record<string, unknown> & { responseMinutes: Record<string, Record<string, unknown>> };
    for (const area of ['urban', 'rural']) {
      expect(Object.keys(answer.responseMinutes[area])).toEqual(expect.arrayContaining(['mean', 'interval', 'p50', 'p90', 'within15', 'within30']));
      expect(answer.responseMinutes[area].mean).toBeGreaterThan(5);
      expect(answer.responseMinutes[area].interval).toHaveLength(2);
    }
    expect(answer).toMatchObject({ fleet: 20, replications: 2, days: 20, calibration: null, surge: null });
    expect(answer.utilisation).toBeGreaterThan(0.05);
    expect(answer.callsPerDay).toBeGreaterThan(40);
    expect(answer.lostOrQueued).toBeGreaterThanOrEqual(0);
    expect(answer.erlang).toMatchObject({ share: 0.001 });
    expect((await run('--json', '--set', 'emergency.fleet=20', '--set', 'emergency.urbanSpeedKmh=30', '--set', 'emergency.ruralSpeedKmh=40')).out).toBe(out);
  });

  it('says beside what is stated how the simulated means compare, in both languages', async () => {
    const english = await run('--surge', '0,100', '--calibrate');
    expect(english.out).toContain('Simulated is faster than stated');
    expect(english.out).toContain('of 36 vehicles are busy');
    expect(english.out).toContain('Calibrated to the stated means (an option, not a fact)');
    const chinese = await run('--lang', 'zh');
    expect(chinese.out).toContain('与通报对照');
    expect(chinese.out).toContain('示意');
    expect(chinese.out).not.toMatch(/\{\{|undefined|NaN/);
  });

  it('fetches whom the screening round confirms, on the round’s clock', async () => {
    const words = ['--json', '--with-round', '--set', 'positives.prevalence=0.002', '--set', 'city.population=108000'];
    const { code, out } = await runWordsOf(['ambulance', 'run', '--replications', '2', ...words], { citiesFolder: folder });
    const { transfers, days } = JSON.parse(out) as { transfers: { perDay: number; unserved: number }; days: number };
    expect(code).toBe(EXIT.done);
    // 216 infected, found with 0.8 in the pool and 0.8 when swabbed again: 138 ± 4 standard deviations of 12.
    expect(Math.abs(transfers.perDay * days - 138)).toBeLessThan(48);
    expect(days).toBeGreaterThan(2);
    expect(transfers.unserved).toBe(0);
  });

  it('takes dated changes as flags, and says how one is written', async () => {
    const changes = ['close:station-9@24-48', 'hospital:hospital-1@24', 'out:中心医院急救站=2@10-20', 'travel:urban=1.5@30', 'calls=3@0-240', 'shut:G316@24-48'];
    const flags = changes.flatMap((change) => ['--change', change]);
    const { code, out, error } = await run('--json', ...flags);
    expect([code, error]).toEqual([EXIT.done, '']);
    // Three times the calls in ten of twenty days.
    expect((JSON.parse(out) as { callsPerDay: number }).callsPerDay).toBeGreaterThan(75);
    const wrong = await run('--change', 'close:station-99@1', '--change', 'out:station-1@4', '--change', 'calls=2@9-3', '--change', 'x');
    expect(wrong.code).toBe(EXIT.usage);
    expect(wrong.error.match(/--change/g)!.length).toBeGreaterThanOrEqual(4);
    expect(wrong.error).toContain('station-9');
  });

  it('stays sensible at the ends: nobody calls, one vehicle, a surge beyond all means', async () => {
    const quiet = await run('--set', 'emergency.callsPerThousand=0', '--lang', 'en');
    expect(quiet.code).toBe(EXIT.done);
    expect(quiet.out).not.toMatch(/NaN|undefined|faster than stated/);
    const overloaded = await run('--set', 'emergency.transfersPerDay=4000', '--set', 'emergency.fleet=1', '--lang', 'en');
    expect(overloaded.out).toContain('The fleet is overloaded');
    expect(overloaded.out).not.toMatch(/NaN|Infinity|\(−/);
  });

  it('gives every table as CSV, each row saying that it is simulated', async () => {
    for (const table of ['response', 'hours', 'townships', 'stations', 'distribution', 'surge']) {
      const { code, out } = await run('--csv', '--days', '5', '--table', table);
      expect(code).toBe(EXIT.done);
      const lines = out.trim().split('\r\n');
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.slice(1).every((row) => row.includes('not live'))).toBe(true);
    }
  });

  it('shuts roads, closes and adds stations by flags, and refuses what does not exist with its cure', async () => {
    const { code, out } = await run('--json', '--shut', 'G316', '--close', 'station-2', '--add', '114.72,30.36');
    expect(code).toBe(EXIT.done);
    expect((JSON.parse(out) as { stations: unknown[] }).stations).toHaveLength(14);
    expect((await run('--shut', 'G31')).error).toContain('The nearest is G316');
    for (const [words, says] of [
      [['--surge', '5,x'], 'such as 0,50,200,400'],
      [['--calibrate', '15'], 'such as 15,30'],
      [['--days', '0'], '1 to 3,650'],
      [['--table', 'x'], 'one of response'],
      [['--set', 'emergency.flet=3'], 'emergency.fleet'],
      [['--city', 'abstract'], 'abstract'],
    ] as const) {
      const refused = await run(...words);
      expect(refused.code).not.toBe(EXIT.done);
      expect(refused.error).toContain(says);
    }
  });
});

it('urban places are those of the urban core', () => {
  const { input, places } = compileEmergency(ezhou, preset, grid);
  expect(input.places.area.some((area) => area === URBAN)).toBe(true);
  expect(places).toHaveLength(input.places.count);
});
