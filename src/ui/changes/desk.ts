import { useState } from 'react';
import type { Change } from '../../scenario/index.ts';
import type { ReadyFacts } from './readyKinds.ts';

/** What may be done to the plan's changes; each is one step of undo, a drag too. */
export interface ChangeEdits {
  /** The answer is its place in the plan. */
  add(change: Change): number;
  edit(index: number, change: Change): void;
  remove(index: number): void;
  /** Takes back what the gesture that goes on has done. */
  abandon(): void;
}

/** What lies open: the menu for an hour, the list of all, or the form of one. */
export type OpenPanel =
  | { readonly kind: 'menu'; readonly at: number }
  | { readonly kind: 'list' }
  | { readonly kind: 'form'; readonly index: number; readonly fromList: boolean };

/** The dated changes of a plan on the page: what they are, what is open, what is held. */
export interface ChangeDesk {
  readonly changes: readonly Change[];
  readonly edits: ChangeEdits;
  readonly facts: ReadyFacts;
  readonly open: OpenPanel | null;
  show(panel: OpenPanel | null): void;
  /** Closes what lies open, if it is of this kind. */
  close(kind: OpenPanel['kind']): void;
  /** The change under a hand. */
  readonly held: number | null;
  hold(index: number | null): void;
}

/** State of the track, the menu and the form around a plan's changes. A panel about a change that is gone is closed. */
export function useChangeDesk(changes: readonly Change[], edits: ChangeEdits, facts: ReadyFacts): ChangeDesk {
  const [panel, show] = useState<OpenPanel | null>(null);
  const [held, hold] = useState<number | null>(null);
  const open = panel?.kind === 'form' && panel.index >= changes.length ? null : panel;
  const close = (kind: OpenPanel['kind']): void => show((now) => (now?.kind === kind ? null : now));
  return { changes, edits, facts, open, show, close, held, hold };
}
