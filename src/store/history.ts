import type { Plan } from './plan.ts';

/** So many edits can be taken back. */
export const MOST_UNDONE = 100;

/** Which edits belong together: those of one gesture (one drag, one slider's movement) at one thing. */
export interface EditMark {
  readonly gesture: number;
  readonly subject: string;
}

/** The plans before and after the one in force, nearest first. Plans are values, so a history is only a list of them. */
export interface History {
  readonly past: readonly Plan[];
  readonly future: readonly Plan[];
  /** Mark of the edit that led to the plan in force; null after an edit of its own, an undo or a redo. */
  readonly mark: EditMark | null;
}

export const EMPTY_HISTORY: History = { past: [], future: [], mark: null };

const sameMark = (a: EditMark | null, b: EditMark | null): boolean =>
  a !== null && b !== null && a.gesture === b.gesture && a.subject === b.subject;

const samePlan = (a: Plan, b: Plan): boolean =>
  a === b ||
  ((a.base === b.base || JSON.stringify(a.base) === JSON.stringify(b.base)) && JSON.stringify(a.scenario) === JSON.stringify(b.scenario));

/**
 * The history after an edit that led from one plan to another. Edits of one mark are one step; a step that ends where it began is none.
 */
export function recordEdit(history: History, before: Plan, after: Plan, mark: EditMark | null): History {
  if (sameMark(history.mark, mark)) {
    const [start, ...earlier] = history.past;
    if (start !== undefined && samePlan(start, after)) return { past: earlier, future: [], mark: null };
    return { past: history.past, future: [], mark };
  }
  if (samePlan(before, after)) return history;
  return { past: [before, ...history.past].slice(0, MOST_UNDONE), future: [], mark };
}

export interface Moved {
  readonly plan: Plan;
  readonly history: History;
}

/** One step back; null when there is none. */
export function undone({ past, future }: History, now: Plan): Moved | null {
  const [plan, ...earlier] = past;
  return plan === undefined ? null : { plan, history: { past: earlier, future: [now, ...future], mark: null } };
}

/** One step forward again; null when there is none. */
export function redone({ past, future }: History, now: Plan): Moved | null {
  const [plan, ...later] = future;
  return plan === undefined ? null : { plan, history: { past: [now, ...past], future: later, mark: null } };
}

/** Takes back the step of the gesture that still goes on, as if it had never begun; null when that gesture has edited nothing. */
export function abandoned({ past, mark }: History, gesture: number): Moved | null {
  const [plan, ...earlier] = past;
  return plan === undefined || mark?.gesture !== gesture ? null : { plan, history: { past: earlier, future: [], mark: null } };
}
