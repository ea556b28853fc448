import type { CityTravel, PlannedSite } from '../city/index.ts';
import type { CourierInputs } from '../engine/index.ts';
import type { Settings } from '../scenario/index.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../units/index.ts';

/** Courier cars' mean speed, for vehicle kilometres only (assumed). */
const KILOMETRES_PER_HOUR = 35;

/**
 * Couriers' rounds: neighbouring sites in the plan's order are cut into tours of equal size; each group of door teams has a courier of its
 * own. Travel times come from the city's tables.
 */
export function compileCouriers(settings: Settings, sites: readonly PlannedSite[], stageSites: number, travel: CityTravel): CourierInputs {
  const tours = Math.max(1, Math.ceil(sites.length / settings['courier.sitesPerCourier']));
  const count = tours + (stageSites - sites.length);
  const tourStart = new Int32Array(count + 1);
  for (let k = 0; k <= tours; k++) tourStart[k] = Math.floor((k * sites.length) / tours);
  for (let k = tours + 1; k <= count; k++) tourStart[k] = tourStart[k - 1] + 1;
  const legTicks = new Int32Array(stageSites);
  for (let k = 0; k < tours; k++) {
    for (let i = tourStart[k] + 1; i < tourStart[k + 1]; i++)
      legTicks[i] = Math.round(travel.siteToSiteMinutes(i - 1, i) * TICKS_PER_MINUTE);
  }
  return {
    count,
    tourStart,
    tourSites: Int32Array.from({ length: stageSites }, (_, s) => s),
    legTicks,
    interval: Math.round(settings['courier.roundMinutes'] * TICKS_PER_MINUTE),
    sealLimit: Math.round(settings['courier.sealHours'] * TICKS_PER_HOUR),
    arriveLimit: Math.round(settings['courier.arriveHours'] * TICKS_PER_HOUR),
    kilometresPerTick: KILOMETRES_PER_HOUR / TICKS_PER_HOUR,
  };
}
