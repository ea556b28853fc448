import type { StoreApi } from 'zustand/vanilla';
import type { FaultReason } from '../library/index.ts';
import type { Problem, Scenario } from '../scenario/index.ts';
import type { Bilingual } from '../units/index.ts';
import type { CityPack } from '../city/index.ts';
import type { PinsSlice } from './pins.ts';
import type { Plan } from './plan.ts';

/** The part of the page's state that the library keeps and opens. */
export interface KeptPage extends PinsSlice {
  readonly plan: Plan;
  readonly cities: readonly CityPack[];
  openPlan(plan: Plan): boolean;
  openScenario(scenario: Scenario): boolean;
}

export type Name = Bilingual | string;

/** A line of the list. */
export interface LibraryEntry {
  readonly id: string;
  /** named: saved by its user. autosave: the working plan of another tab. aside: found where a plan is kept, and moved out of the way. */
  readonly kind: 'named' | 'autosave' | 'aside';
  readonly savedAt: number;
  /** The plan, or what is wrong with it and its text. */
  readonly content: { readonly scenario: Scenario } | { readonly problems: readonly Problem[]; readonly text: string };
}

/** The last thing worth telling; the page words it. */
export type LibraryNotice =
  | { readonly kind: 'restored'; readonly at: number }
  | { readonly kind: 'saved' | 'opened' | 'copied'; readonly name: Name }
  | { readonly kind: 'removed'; readonly name: Name | null }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] | { readonly city: string } }
  /** A link was copied; `characters` is its length. */
  | { readonly kind: 'linkCopied'; readonly characters: number }
  | { readonly kind: 'linkTooLong' | 'keptBefore' | 'noPicture' }
  | { readonly kind: 'apart' | 'elsewhere' | 'movedAside' | 'changedElsewhere' }
  | { readonly kind: 'failed'; readonly reason: FaultReason };

export interface LibraryState {
  /** Whether the plan as it stands is on the disk. "idle": nothing has been edited, so there is nothing to keep. */
  readonly keeping: 'idle' | 'pending' | 'kept' | 'unkept';
  readonly keptAt: number | null;
  /** Why nothing can be kept at present. */
  readonly trouble: FaultReason | null;
  /** The list's contents; null until it is first asked for. */
  readonly entries: readonly LibraryEntry[] | null;
  /** The named scenario that the plan was opened from or saved as. */
  readonly current: { readonly id: string; readonly name: Name; readonly changed: boolean } | null;
  readonly notice: LibraryNotice | null;
  /** Pinned runs on the disk that this version cannot show. */
  readonly stalePins: readonly string[];
  refresh(): Promise<void>;
  /** Saves the plan over the scenario it was opened from; false where there is none, so that a name must be asked for. */
  save(): Promise<boolean>;
  saveAs(name: string): Promise<void>;
  open(id: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  duplicate(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  undoRemove(): Promise<void>;
  /** Opens a plan that came from elsewhere; the plan before it is put into the library where it would be lost otherwise. */
  openShared(plan: Plan): Promise<void>;
  /** Opens the first preset, in place of what was restored; undo leads back. */
  startAfresh(): void;
  /** Goes on from what another tab has kept. */
  takeOver(): Promise<void>;
  dropStalePins(): Promise<void>;
  tell(notice: LibraryNotice): void;
  dismiss(): void;
  /** Writes at once what waits to be written. */
  flush(): Promise<void>;
}

export type LibraryStore = StoreApi<LibraryState>;

/** What tabs tell each other. */
export interface TabMessage {
  readonly id: string;
  readonly revision: number;
}
export interface TabChannel {
  post(message: TabMessage): void;
  listen(hear: (message: TabMessage) => void): void;
}
