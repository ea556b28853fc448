import type { CityTravel, PlannedLab } from '../city/index.ts';
import type { EngineChange, LabInputs } from '../engine/index.ts';
import type { Scenario, Settings } from '../scenario/index.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../units/index.ts';

/** A lab from outside the city, at hand from an instant on. */
export interface BorrowedLab {
  readonly readyAt: number;
  readonly tubesPerDay: number;
  readonly travelMinutes: number;
}

/** Borrowed capacity: the setting, and every dated change that orders some. */
export function borrowedLabs(settings: Settings, scenario: Scenario): BorrowedLab[] {
  const labs: BorrowedLab[] = [];
  if (settings['lab.borrowedTubesPerDay'] > 0) {
    labs.push({
      readyAt: settings['lab.borrowedFromHours'] * TICKS_PER_HOUR,
      tubesPerDay: settings['lab.borrowedTubesPerDay'],
      travelMinutes: settings['lab.borrowedTravelMinutes'],
    });
  }
  for (const change of scenario.changes) {
    if (change.kind !== 'borrowedLab') continue;
    labs.push({
      readyAt: (change.at + change.readyAfterHours) * TICKS_PER_HOUR,
      tubesPerDay: change.tubesPerDay,
      travelMinutes: change.travelMinutes,
    });
  }
  return labs;
}

/** Lab figures for the engine; `anchors` are the planned sites whose travel times each stage site takes. */
export function compileLabs(
  settings: Settings,
  own: readonly PlannedLab[],
  borrowed: readonly BorrowedLab[],
  travel: CityTravel,
  anchors: Int32Array,
): LabInputs {
  const count = own.length + borrowed.length;
  const tubesPerDay = new Float64Array(count);
  own.forEach((lab, i) => (tubesPerDay[i] = ownCapacity(settings, lab)));
  borrowed.forEach((lab, i) => (tubesPerDay[own.length + i] = lab.readyAt <= 0 ? lab.tubesPerDay : 0));
  const ticks = (minutes: number): number => Math.round(minutes * TICKS_PER_MINUTE);
  const fromSite = new Int32Array(anchors.length * count);
  anchors.forEach((anchor, s) => {
    own.forEach((_, lab) => (fromSite[s * count + lab] = ticks(travel.siteToLabMinutes(anchor, lab))));
    borrowed.forEach((lab, i) => (fromSite[s * count + own.length + i] = ticks(lab.travelMinutes)));
  });
  const fromLab = new Int32Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      const outside = Math.max(borrowed[a - own.length]?.travelMinutes ?? 0, borrowed[b - own.length]?.travelMinutes ?? 0);
      fromLab[a * count + b] = a === b ? 0 : ticks(outside > 0 ? outside : travel.labToLabMinutes(a, b));
    }
  }
  return {
    count,
    tubesPerDay,
    plate: settings['lab.plate'],
    nominalRun: Math.round(settings['lab.runHours'] * TICKS_PER_HOUR),
    plateWait: ticks(settings['lab.waitMinutes']),
    report: ticks(settings['lab.reportMinutes']),
    nearest: settings['lab.routing'] === 'nearest',
    fromSite,
    fromLab,
  };
}

/** What a lab of the city can give the round: its capacity less the share kept for routine work. */
export function ownCapacity(settings: Settings, lab: PlannedLab): number {
  return lab.tubesPerDay * (1 - settings['lab.reserveShare']);
}

/** Borrowed labs that come after the start, as dated changes. */
export function borrowedArrivals(own: readonly PlannedLab[], borrowed: readonly BorrowedLab[]): EngineChange[] {
  return borrowed.flatMap((lab, i): EngineChange[] =>
    lab.readyAt > 0 ? [{ at: lab.readyAt, kind: 'labCapacity', lab: own.length + i, tubesPerDay: lab.tubesPerDay }] : [],
  );
}
