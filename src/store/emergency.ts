import { createStore, type StoreApi } from 'zustand/vanilla';
import { NO_EDITS, type StationEdits } from '../coverage/index.ts';
import type { CityPack } from '../city/index.ts';
import { NO_EMERGENCY_EDITS, type EmergencyEdits } from '../compile/index.ts';
import { calibratedInputs, type EmergencyPlan } from '../experiment/index.ts';
import type { RoadGrid } from '../geo/index.ts';
import {
  missionsByVehicle,
  type Area,
  type CalibrationFit,
  type EmergencyStudy,
  type MissionTrace,
  type SurgeRow,
} from '../results/index.ts';
import { resolveSettings, type InputValue, type Scenario, type Settings } from '../scenario/index.ts';
import type { LngLat } from '../units/index.ts';
import { createLatest } from './latest.ts';

export interface EmergencyPartOptions {
  readonly signal: AbortSignal;
  readonly seed: number;
  readonly replications: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** What the store needs from the machinery below. */
export interface EmergencyService {
  study(plan: EmergencyPlan, options: EmergencyPartOptions): Promise<EmergencyStudy>;
  trace(plan: EmergencyPlan, seed: number, replication: number, signal: AbortSignal): Promise<MissionTrace>;
  surge(plan: EmergencyPlan, levels: readonly number[], options: EmergencyPartOptions): Promise<readonly SurgeRow[]>;
  calibrate(
    plan: EmergencyPlan,
    stated: Readonly<Record<Area, number>>,
    options: EmergencyPartOptions,
  ): Promise<Record<Area, CalibrationFit>>;
  /** Stops the workers; a later call starts new ones. */
  rest(): void;
}

export type EmergencyStage = 'study' | 'trace' | 'surge' | 'calibrate';

export interface EmergencyJob {
  readonly status: 'idle' | 'running' | 'failed' | 'cancelled';
  readonly stage: EmergencyStage;
  readonly done: number;
  readonly total: number;
  /** Message of what went wrong; only when failed. */
  readonly error: string | null;
}

/** One day of the typical run for a map: its missions, and their rows by vehicle. */
export interface EmergencyDay {
  readonly trace: MissionTrace;
  readonly byVehicle: readonly (readonly number[])[];
}

export interface EmergencyState {
  readonly city: CityPack;
  /** The city's roads; null until they are there, and in a city without geography (then `status` of the job is failed). */
  readonly grid: RoadGrid | null;
  /** Inputs that this screen sets, over those of the plan. */
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly edits: EmergencyEdits;
  /** Every input in force. */
  readonly settings: Settings;
  readonly job: EmergencyJob;
  /** The answer of the latest finished study; it may be of an older plan while a job runs. */
  readonly study: EmergencyStudy | null;
  readonly day: EmergencyDay | null;
  readonly surge: readonly SurgeRow[] | null;
  readonly calibration: Readonly<Record<Area, CalibrationFit>> | null;
  /** Loads the roads and answers. Safe to call again. */
  open(): Promise<void>;
  /** The plan of the screening page has changed: population, clock and luck come from there. */
  follow(city: CityPack, scenario: Scenario): void;
  setInputs(values: Readonly<Record<string, InputValue>>): void;
  /** Puts these inputs back to the plan's values; all of them where none is named. */
  resetInputs(paths?: readonly string[]): void;
  setStations(stations: StationEdits): void;
  moveStation(id: string, at: LngLat): void;
  /** Closes a station, or opens it again. */
  toggleStation(id: string): void;
  /** A station more; the answer is its id. */
  addStation(at: LngLat): string;
  resetStations(): void;
  setEdits(edits: Partial<EmergencyEdits>): void;
  /** Simulates the plan, then the day for the map. A job that runs is cancelled. */
  answer(): Promise<void>;
  answerSurge(levels: readonly number[]): Promise<void>;
  calibrate(stated: Readonly<Record<Area, number>>): Promise<void>;
  /** Puts the factors that calibration found in force and answers. */
  applyCalibration(): void;
  cancel(): void;
  /** The plan as it would be saved: the page's with this screen's inputs. */
  scenario(): Scenario;
}

export type EmergencyStore = StoreApi<EmergencyState>;

const IDLE: EmergencyJob = { status: 'idle', stage: 'study', done: 0, total: 0, error: null };
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The emergency screen's state. Nothing runs until `open()`. */
export function createEmergencyStore(parts: {
  city: CityPack;
  scenario: Scenario;
  openGrid: (city: CityPack) => Promise<RoadGrid | null>;
  service: EmergencyService;
}): EmergencyStore {
  const latest = createLatest();
  let base = parts.scenario;
  return createStore<EmergencyState>()((set, get) => {
    const scenario = (): Scenario => ({ ...base, inputs: { ...base.inputs, ...get().inputs } });
    const settingsNow = (): Settings => resolveSettings(scenario(), get().city).settings;
    const job = (part: Partial<EmergencyJob>): void => set({ job: { ...get().job, ...part } });

    /** Runs one job after another was cancelled; what goes wrong lands in `job`. Waits for nothing without roads. */
    const start = (stage: EmergencyStage, work: (plan: EmergencyPlan, options: EmergencyPartOptions) => Promise<void>): Promise<void> => {
      const { grid, city, edits } = get();
      if (grid === null) return Promise.resolve();
      const settings = settingsNow();
      const plan = { city, scenario: scenario(), grid, edits };
      return latest
        .start(async (signal) => {
          job({ ...IDLE, status: 'running', stage });
          const onProgress = (done: number, total: number): void => {
            if (!signal.aborted) job({ done, total });
          };
          await work(plan, { signal, onProgress, seed: settings['experiment.seed'], replications: settings['emergency.replications'] });
          signal.throwIfAborted();
          job({ status: 'idle' });
        })
        .catch((error: unknown) => job({ status: 'failed', error: messageOf(error) }));
    };

    const answer = (): Promise<void> =>
      start('study', async (plan, options) => {
        const study = await parts.service.study(plan, options);
        options.signal.throwIfAborted();
        set({ study });
        job({ stage: 'trace', done: 0, total: 0 });
        const trace = await parts.service.trace(plan, options.seed, study.typicalReplication, options.signal);
        options.signal.throwIfAborted();
        set({ day: { trace, byVehicle: missionsByVehicle(trace) } });
      });

    /** What was found for another plan is not shown beside this one. */
    const change = (part: Partial<Pick<EmergencyState, 'inputs' | 'edits' | 'city' | 'grid'>>): void => {
      set({ ...part, surge: null, calibration: null });
      set({ settings: settingsNow() });
      void answer();
    };
    const changeStations = (stations: StationEdits): void => change({ edits: { ...get().edits, stations } });

    return {
      city: parts.city,
      grid: null,
      inputs: {},
      edits: NO_EMERGENCY_EDITS,
      settings: resolveSettings(base, parts.city).settings,
      job: IDLE,
      study: null,
      day: null,
      surge: null,
      calibration: null,
      async open() {
        if (get().grid === null) {
          const { city } = get();
          const grid = await parts.openGrid(city);
          if (get().city !== city) return;
          if (grid === null) {
            job({ status: 'failed', error: 'noRoads' });
            return;
          }
          set({ grid });
        }
        await answer();
      },
      follow(city, next) {
        const isOther = city !== get().city;
        base = next;
        if (!isOther) {
          const before = JSON.stringify(get().settings);
          if (JSON.stringify(settingsNow()) !== before) change({});
          return;
        }
        latest.cancel();
        set({ city, grid: null, edits: NO_EMERGENCY_EDITS, study: null, day: null, surge: null, calibration: null, job: IDLE });
        set({ settings: settingsNow() });
      },
      setInputs: (values) => change({ inputs: { ...get().inputs, ...values } }),
      resetInputs: (paths) =>
        change({
          inputs: Object.fromEntries(Object.entries(get().inputs).filter(([path]) => paths !== undefined && !paths.includes(path))),
        }),
      setStations: changeStations,
      moveStation(id, at) {
        const { stations } = get().edits;
        const isAdded = stations.added.some((station) => station.id === id);
        changeStations(
          isAdded
            ? { ...stations, added: stations.added.map((station) => (station.id === id ? { ...station, at } : station)) }
            : { ...stations, moved: { ...stations.moved, [id]: at } },
        );
      },
      toggleStation(id) {
        const { stations } = get().edits;
        const closed = stations.closed.includes(id) ? stations.closed.filter((other) => other !== id) : [...stations.closed, id];
        const added = stations.added.filter((station) => station.id !== id);
        changeStations(added.length < stations.added.length ? { ...stations, added } : { ...stations, closed });
      },
      addStation(at) {
        const { stations } = get().edits;
        const numbers = stations.added.map(({ id }) => Number(id.slice('added-'.length)));
        const id = `added-${Math.max(0, ...numbers) + 1}`;
        changeStations({ ...stations, added: [...stations.added, { id, at }] });
        return id;
      },
      resetStations: () => changeStations(NO_EDITS),
      setEdits: (edits) => change({ edits: { ...get().edits, ...edits } }),
      answer,
      answerSurge: (levels) =>
        start('surge', async (plan, options) => {
          const surge = await parts.service.surge(plan, levels, options);
          options.signal.throwIfAborted();
          set({ surge });
        }),
      calibrate: (stated) =>
        start('calibrate', async (plan, options) => {
          const calibration = await parts.service.calibrate(plan, stated, options);
          options.signal.throwIfAborted();
          set({ calibration });
        }),
      applyCalibration() {
        const { calibration, inputs } = get();
        if (calibration === null) return;
        change({ inputs: { ...inputs, ...calibratedInputs(calibration) } });
        set({ calibration });
      },
      cancel() {
        latest.cancel();
        if (get().job.status === 'running') job({ status: 'cancelled' });
      },
      scenario,
    };
  });
}
