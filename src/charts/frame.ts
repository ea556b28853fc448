import type { CityPack, PlannedSite } from '../city/index.ts';
import type { TypicalRun } from '../results/index.ts';

/** What a site is doing at one instant, in the order of the legend. */
export const SITE_STATES = ['notOpen', 'night', 'clear', 'queue', 'jam', 'done'] as const;
export type SiteState = (typeof SITE_STATES)[number];

/** Waits, in minutes, from which a site counts as queueing and as jammed. */
export const QUEUE_FROM_MINUTES = 20;
export const JAM_FROM_MINUTES = 60;

/**
 * The typical run at one instant: a window onto its columns, nothing is copied.
 * Counts and waits move evenly between two steps so that playback is smooth; states are those of the step that runs.
 */
export interface MapFrame {
  /** Hours after the order, as asked for. */
  readonly hours: number;
  readonly step: number;
  readonly siteCount: number;
  readonly labCount: number;
  /** People in the queue. */
  queue(site: number): number;
  /** People swabbed so far. */
  sampled(site: number): number;
  /** Share of the site's participants who are swabbed, 0–1. */
  shareDone(site: number): number;
  /** Minutes somebody who arrives now waits; 0 while closed. */
  waitMinutes(site: number): number;
  /** Tubes closed and not yet collected. */
  tubesWaiting(site: number): number;
  state(site: number): SiteState;
  /** Tubes waiting at the lab. */
  backlog(lab: number): number;
  linesBusy(lab: number): number;
  lines(lab: number): number;
  /** Share of the lab's lines in use, 0–1; 0 where it has none. */
  labUse(lab: number): number;
}

/**
 * The frame at `hours` after the order; before the first and after the last step it stays at the end.
 * `participation` is the share of residents who take part, the measure of "all done".
 */
export function frameAt(typical: TypicalRun, city: CityPack, sites: readonly PlannedSite[], hours: number, participation = 1): MapFrame {
  const { steps, stepMinutes } = typical;
  const position = Math.max(0, Math.min((hours * 60) / stepMinutes, steps - 1));
  const step = Math.floor(position);
  const share = position - step;
  const next = share > 0 ? step + 1 : step;
  const between = (column: Int32Array, place: number): number => {
    const from = column[place * steps + step];
    return from + (column[place * steps + next] - from) * share;
  };
  const labCount = steps > 0 ? typical.labLines.length / steps : city.labs.length;
  const sampled = (site: number) => between(typical.siteSampled, site);
  const waitOfStep = (site: number) => typical.siteWaitMinutes[site * steps + step];
  // A wait moves towards that of the next step unless nobody comes there: 0 means unknown, not none.
  const waitMinutes = (site: number): number => {
    const wait = waitOfStep(site);
    const after = typical.siteWaitMinutes[site * steps + next];
    return wait > 0 && after > 0 ? wait + (after - wait) * share : wait;
  };
  const state = (site: number): SiteState => {
    if (typical.siteFinishHours[site] <= hours) return 'done';
    if (typical.siteOpen[site * steps + step] === 0) return hours < typical.siteOpeningHours[site] ? 'notOpen' : 'night';
    const wait = waitOfStep(site);
    return wait >= JAM_FROM_MINUTES ? 'jam' : wait >= QUEUE_FROM_MINUTES ? 'queue' : 'clear';
  };
  const lines = (lab: number) => typical.labLines[lab * steps + step];
  const linesBusy = (lab: number) => typical.labLinesBusy[lab * steps + step];
  return {
    hours,
    step,
    siteCount: sites.length,
    labCount,
    queue: (site) => Math.round(between(typical.siteQueue, site)),
    sampled: (site) => Math.round(sampled(site)),
    shareDone: (site) => Math.min(1, sampled(site) / Math.max(1, sites[site].residents * participation)),
    waitMinutes,
    tubesWaiting: (site) => Math.round(between(typical.siteTubesWaiting, site)),
    state,
    backlog: (lab) => Math.round(between(typical.labBacklog, lab)),
    linesBusy,
    lines,
    labUse: (lab) => (lines(lab) > 0 ? linesBusy(lab) / lines(lab) : 0),
  };
}
