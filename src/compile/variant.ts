import { createCityTravel, planLabs, planSites, type CityPack, type PlannedLab, type PlannedSite } from '../city/index.ts';
import { tabulateMean, triangularQuantile, type EngineChange, type QuantileTable, type ScreeningInput } from '../engine/index.ts';
import { desksOnDuty, findClock, parseOpenHours, resolveSettings, type Scenario, type Settings } from '../scenario/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../units/index.ts';
import { compileChoice } from './choice.ts';
import { compileChanges } from './changes.ts';
import { compileCouriers } from './couriers.ts';
import { demandWindowEnd, hourWeights } from './demand.ts';
import { borrowedArrivals, borrowedLabs, compileLabs, type BorrowedLab } from './labs.ts';
import { compileSites } from './sites.ts';

/** A city and a scenario in the engine's terms, with the people's names of what stands at each index. */
export interface CompiledVariant {
  readonly input: ScreeningInput;
  readonly settings: Settings;
  /** Planned sites, in the engine's order; door teams stand behind them. */
  readonly sites: readonly PlannedSite[];
  /** The city's own labs; borrowed ones stand behind them. */
  readonly labs: readonly PlannedLab[];
  readonly borrowed: readonly BorrowedLab[];
  /** Planned site at which each of the engine's sites lies: door teams set out from one. */
  readonly anchors: Int32Array;
  readonly population: number;
  readonly participants: number;
}

/** Translates people's words into the engine's arrays. Throws UnknownPlaceError where a change names a place that the city does not have. */
export function compileVariant(city: CityPack, scenario: Scenario): CompiledVariant {
  const { settings } = resolveSettings(scenario, city);
  const sites = openSites(city, settings);
  const labs = planLabs(city, { count: settings['lab.count'], tubesPerDay: settings['lab.tubesPerDay'] });
  const borrowed = borrowedLabs(settings, scenario);
  const travel = createCityTravel(city, sites, labs);
  const stage = compileSites(city, settings, sites);
  const couriers = compileCouriers(settings, sites, stage.inputs.count, travel);
  const changes = compileChanges(scenario, { city, settings, sites, labs, stage: stage.inputs, courierInterval: couriers.interval });
  const allChanges = [...changes, ...borrowedArrivals(labs, borrowed)].sort((a, b) => a.at - b.at);
  const orderClock = (findClock(settings['order.clock']) ?? 0) * TICKS_PER_MINUTE;
  const fromFirstOpening = settings['deadline.from'] === 'firstOpening';
  const deadline = settings['deadline.hours'] * TICKS_PER_HOUR;
  const hours = parseOpenHours(settings.openHours);
  const lucky = settings['uncertainty.luckOnly'];
  const input: ScreeningInput = {
    engine: settings.engine === 'heap' ? 'heap' : 'epoch',
    horizon: settings['horizon.days'] * TICKS_PER_DAY,
    orderClock,
    deadline: { ticks: deadline, fromFirstOpening },
    mobilise: {
      min: Math.round(settings['mobilise.minHours'] * TICKS_PER_HOUR),
      max: Math.round(settings['mobilise.maxHours'] * TICKS_PER_HOUR),
    },
    hours: {
      open: hours.from * TICKS_PER_MINUTE,
      close: hours.to * TICKS_PER_MINUTE,
      untilEmpty: settings['closing.rule'] === 'untilEmpty',
    },
    demand: {
      windowEnd: Math.round(
        demandWindowEnd(settings, orderClock, deadline + (fromFirstOpening ? settings['mobilise.minHours'] * TICKS_PER_HOUR : 0)),
      ),
      hourWeights: hourWeights(settings),
    },
    rounds: { count: settings['rounds.count'], interval: Math.round(settings['rounds.intervalHours'] * TICKS_PER_HOUR) },
    sites: { ...stage.inputs, deskCapacity: deskCapacity(stage.inputs.desks, allChanges) },
    ...serviceTimes(settings),
    choice: compileChoice(settings, sites, stage.inputs.count, travel),
    uncertainty: { cityCv: lucky ? 0 : settings['uncertainty.cityCv'], siteCv: lucky ? 0 : settings['uncertainty.siteCv'] },
    pool: {
      size: settings['pool.size'],
      keyShare: settings['pool.keyShare'],
      fillTicks: Math.round(settings['pool.fillMinutes'] * TICKS_PER_MINUTE),
    },
    couriers,
    labs: compileLabs(settings, labs, borrowed, travel, stage.anchors),
    positives: {
      prevalence: settings['positives.prevalence'],
      sensitivity: settings['positives.sensitivity'],
      falsePositivePools: settings['positives.falsePositivePools'],
      recallMin: Math.round(settings['positives.recallMinHours'] * TICKS_PER_HOUR),
      recallMax: Math.round(settings['positives.recallMaxHours'] * TICKS_PER_HOUR),
    },
    staffPerDesk: settings['staff.reading'] === 'A' ? 1 : 2,
    changes: allChanges,
  };
  const participants = input.sites.people.reduce((sum, n) => sum + n, 0);
  return { input, settings, sites, labs, borrowed, anchors: stage.anchors, population: settings['city.population'], participants };
}

/** With fewer desks than sites the plan opens only as many sites as it can staff. */
function openSites(city: CityPack, settings: Settings): PlannedSite[] {
  const desks = desksOnDuty(settings);
  const sites = desks > 0 ? Math.min(settings['city.sites'], desks) : settings['city.sites'];
  return planSites(city, { sites, spread: settings['city.siteSpread'], population: settings['city.population'] });
}

/** Room for every desk that a change brings, and some for decisions taken during a run. */
const SPARE_DESKS = 8;

function deskCapacity(desks: Int32Array, changes: readonly EngineChange[]): Int32Array {
  const capacity = desks.map((n) => n + SPARE_DESKS);
  for (const change of changes) {
    if (change.kind === 'desks') change.sites.forEach((s, i) => (capacity[s] += Math.max(0, change.delta[i])));
  }
  return capacity;
}

/** The swab's triangular shape relative to its mean: 40–55–85 s about 60 s (official design value; shape assumed). */
const SWAB_SHAPE = [40 / 60, 55 / 60, 85 / 60] as const;
/** A door visit's shape relative to its mean (assumed). */
const VISIT_SHAPE = [0.5, 0.75, 1.75] as const;

/** Service times in ticks. Samplers take their breaks in turns, so a desk on duty works at 1 − break share of its pace; registration goes on. */
function serviceTimes(settings: Settings): Pick<ScreeningInput, 'registration' | 'sampling'> {
  const present = 1 - settings['staff.breakShare'];
  const triangular = (mean: number, [min, mode, max]: readonly [number, number, number]): QuantileTable =>
    tabulateMean((p) => mean * triangularQuantile(p, min, mode, max), mean);
  const handMin = settings['devices.handMinSeconds'] * TICKS_PER_SECOND;
  const handMax = settings['devices.handMaxSeconds'] * TICKS_PER_SECOND;
  return {
    registration: {
      deviceTicks: Math.round(settings['devices.registerSeconds'] * TICKS_PER_SECOND),
      handTable: tabulateMean((p) => handMin + (handMax - handMin) * p, (handMin + handMax) / 2),
      handMean: (handMin + handMax) / 2,
    },
    sampling: {
      table: triangular((settings['sampling.meanSeconds'] * TICKS_PER_SECOND) / present, SWAB_SHAPE),
      mean: (settings['sampling.meanSeconds'] * TICKS_PER_SECOND) / present,
      visitTable: triangular((settings['doorstep.minutesPerVisit'] * TICKS_PER_MINUTE) / present, VISIT_SHAPE),
    },
  };
}
