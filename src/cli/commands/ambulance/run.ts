import {
  calibrateEmergency,
  confirmedInRound,
  prepareEmergency,
  runEmergencyStudy,
  runSurge,
  STATED_MINUTES,
  type EmergencyPlan,
} from '../../../experiment/index.ts';
import { NO_EMERGENCY_EDITS, type ConfirmedCase } from '../../../compile/index.ts';
import { csvText, emergencyJsonText, emergencySheet, type EmergencyAnswer } from '../../../report/index.ts';
import type { Area, EmergencyStudy } from '../../../results/index.ts';
import type { Text } from '../../../text/index.ts';
import { openGrid } from '../../cities.ts';
import type { CommandEnvironment } from '../../environment.ts';
import { emergencyWords } from '../../output/emergency-words.ts';
import { openPlan } from '../../plan.ts';
import { createProgress } from '../../progress.ts';
import { deliver } from '../deliver.ts';
import { readRunFlags, type RawRunOptions, type RunFlags } from './run-flags.ts';
import { readDated } from './dated.ts';
import { readRoads } from './roads.ts';
import { readStationEdits } from './station-edits.ts';

/** `ambulance run`: calls, crews and minutes of a plan, simulated; beside them calibration and surge where they are asked for. */
export async function runAmbulanceCommand(
  environment: CommandEnvironment,
  text: Text,
  scenario: string | undefined,
  raw: RawRunOptions,
): Promise<void> {
  const flags = readRunFlags(raw, environment.processors);
  const { variant, settings } = openPlan(environment, scenario, {
    ...(flags.city === undefined ? {} : { city: flags.city }),
    sets: flags.sets,
  });
  const { city } = variant;
  const grid = await openGrid(environment, city);
  const seed = flags.seed ?? settings['experiment.seed'];
  const cases = flags.withRound ? confirmedInRound(variant, seed, 0) : [];
  const edits = {
    ...NO_EMERGENCY_EDITS,
    stations: readStationEdits(city, grid, raw),
    roadsShut: readRoads(city, raw.shut ?? []),
    dated: readDated(city, raw.change ?? []),
    cases,
  };
  const plan: EmergencyPlan = { ...(flags.withRound ? withDays(variant, cases, flags.days) : variant), grid, edits };
  const study = await simulate(environment, text, plan, {
    ...flags,
    seed,
    replications: flags.replications ?? settings['emergency.replications'],
  });
  const { stations } = prepareEmergency(plan).compiled;
  const content = contentOf(text, { study, city, settings, stations }, flags);
  deliver(environment, text, content, { ...(flags.out === undefined ? {} : { out: flags.out }), isCsv: flags.form === 'csv' });
}

const HOURS_PER_DAY = 24;

/** On a round's clock the days from the order to a day after its last case are looked at, unless the user says otherwise. */
function withDays<V extends Pick<EmergencyPlan, 'scenario'>>(plan: V, cases: readonly ConfirmedCase[], days: number | undefined): V {
  const last = cases.reduce((latest, { at }) => Math.max(latest, at), 0);
  const until = days ?? Math.ceil(last / HOURS_PER_DAY) + 1;
  return { ...plan, scenario: { ...plan.scenario, inputs: { ...plan.scenario.inputs, 'emergency.days': until } } };
}

async function simulate(
  environment: CommandEnvironment,
  text: Text,
  plan: EmergencyPlan,
  flags: RunFlags & { readonly seed: number; readonly replications: number },
): Promise<EmergencyStudy> {
  const { signal } = environment;
  const { seed, replications } = flags;
  const progress = createProgress(environment, text, flags.progress);
  const runner = environment.createRunner(flags.workers);
  const options = (stage: 'ambulance' | 'calibrate' | 'surge') => ({
    seed,
    replications,
    signal,
    onProgress: (done: number, total: number) => progress.update(stage, done, total),
  });
  try {
    const study = await runEmergencyStudy(runner, plan, options('ambulance'));
    const stated: Readonly<Record<Area, number>> | null = flags.calibrate === true ? STATED_MINUTES : flags.calibrate;
    const calibration = stated && (await calibrateEmergency(runner, plan, stated, options('calibrate')));
    const surge = flags.surge && (await runSurge(runner, plan, flags.surge, options('surge')));
    signal.throwIfAborted();
    return { ...study, calibration, surge };
  } finally {
    progress.clear();
    runner.dispose();
  }
}

function contentOf(text: Text, answer: EmergencyAnswer, { form, table }: RunFlags): string {
  if (form === 'json') return emergencyJsonText(answer);
  if (form === 'words') return emergencyWords(text, answer);
  const { columns, rows } = emergencySheet(text, table, answer);
  return csvText(
    [...columns, 'notice'],
    rows.map((row) => [...row, text.t('product:simulated')]),
  );
}
