import { compileVariant, type CompiledVariant } from '../compile/index.ts';
import type { ResourceId, Study } from '../results/index.ts';
import {
  desksOnDuty,
  formatOpenHours,
  parseOpenHours,
  resolveSettings,
  type Change,
  type InputValue,
  type Scenario,
} from '../scenario/index.ts';
import { TICKS_PER_HOUR } from '../units/index.ts';
import type { Variant } from './runner.ts';

/** The same variant with some inputs set otherwise. */
export function withInputs<V extends Pick<Variant, 'scenario'>>(variant: V, inputs: Readonly<Record<string, InputValue>>): V {
  return { ...variant, scenario: { ...variant.scenario, inputs: { ...variant.scenario.inputs, ...inputs } } };
}

/** The same variant with one change more. */
export function withChange(variant: Variant, change: Change): Variant {
  const scenario: Scenario = { ...variant.scenario, changes: [...variant.scenario.changes, change] };
  return { ...variant, scenario };
}

/** A tenth more of one resource: what it is in words and figures, and the variant that has it; null where there is no more to have. */
export interface Variation {
  readonly change: string;
  /** How much more, in the resource's own unit: desks, devices, hours a day, hours, couriers, tubes a day. */
  readonly amount: number;
  readonly variant: Variant;
}

const TENTH = 0.1;
const DAY_MINUTES = 1440;

/** The variation of one resource by a tenth. `study` is of the variant itself and says which sites are last. */
export function varyResource(resource: ResourceId, variant: Variant, study: Study): Variation | null {
  const compiled = compileVariant(variant.city, variant.scenario);
  switch (resource) {
    case 'samplers':
      return moreDesks(variant, study, compiled);
    case 'devices':
      return moreDevices(variant);
    case 'openHours':
      return longerHours(variant);
    case 'demandWindow':
      return shorterWindow(variant, compiled);
    case 'couriers':
      return moreCouriers(variant, compiled);
    case 'labs':
      return moreTubes(variant);
  }
}

/** The added desks go one each to the sites with the latest mean finish. */
function moreDesks(variant: Variant, study: Study, compiled: CompiledVariant): Variation | null {
  const desks = desksOnDuty(compiled.settings);
  const amount = Math.max(1, Math.round(desks * TENTH));
  const finish = (s: number): number => (Number.isNaN(study.sites.finishMean[s]) ? Infinity : study.sites.finishMean[s]);
  const latest = compiled.sites.map((_, s) => s).sort((a, b) => (finish(a) === finish(b) ? a - b : finish(b) - finish(a)));
  const sites = latest.slice(0, amount).map((s) => compiled.sites[s].id);
  return {
    change: `+${amount} desks (+10 %)`,
    amount,
    variant: withChange(variant, { kind: 'desks', at: 0, desks: amount, where: { sites } }),
  };
}

function moreDevices(variant: Variant): Variation {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  const amount = Math.max(1, Math.round(settings['devices.total'] * TENTH));
  return {
    change: `+${amount} devices (+10 %)`,
    amount,
    variant: withInputs(variant, { 'devices.total': settings['devices.total'] + amount }),
  };
}

/** Sites open earlier in the morning by a tenth of their hours; where the morning is used up, they close later. */
function longerHours(variant: Variant): Variation | null {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  const hours = parseOpenHours(settings.openHours);
  const extra = Math.min(DAY_MINUTES - (hours.to - hours.from), Math.round((hours.to - hours.from) * TENTH));
  if (extra <= 0) return null;
  const from = Math.max(0, hours.from - extra);
  const to = Math.min(DAY_MINUTES, hours.to + (extra - (hours.from - from)));
  return {
    change: `+${extra} min a day (+10 %)`,
    amount: extra / 60,
    variant: withInputs(variant, { openHours: formatOpenHours({ from, to }) }),
  };
}

/** People come in nine tenths of the window. */
function shorterWindow(variant: Variant, compiled: CompiledVariant): Variation {
  const end = compiled.input.demand.windowEnd / TICKS_PER_HOUR;
  const opening = compiled.settings['mobilise.maxHours'];
  const amount = Math.max(0, end - opening) * TENTH;
  return {
    change: `window ends ${amount.toFixed(1)} h sooner (-10 %)`,
    amount,
    variant: withInputs(variant, { 'demand.windowEndHours': end - amount }),
  };
}

function moreCouriers(variant: Variant, compiled: CompiledVariant): Variation {
  const before = compiled.settings['courier.sitesPerCourier'];
  const amount = Math.max(1, Math.round((compiled.sites.length / before) * TENTH));
  return {
    change: `+${amount} couriers (+10 %)`,
    amount,
    variant: withInputs(variant, { 'courier.sitesPerCourier': before / (1 + TENTH) }),
  };
}

function moreTubes(variant: Variant): Variation {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  const own = settings['lab.tubesPerDay'] * (1 + TENTH);
  const borrowed = settings['lab.borrowedTubesPerDay'] * (1 + TENTH);
  const amount = (settings['lab.tubesPerDay'] + settings['lab.borrowedTubesPerDay']) * TENTH;
  return {
    change: `+${Math.round(amount)} tubes/day (+10 %)`,
    amount,
    variant: withInputs(variant, { 'lab.tubesPerDay': own, 'lab.borrowedTubesPerDay': borrowed }),
  };
}
