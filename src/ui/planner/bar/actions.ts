import type { LucideIcon } from 'lucide-react';

/** Something that can be done from anywhere on the page: a button of the bar on a desk, a line of its one menu on a phone. */
export interface BarAction {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** Stands beside the icon where the bar is wide enough; without it the icon stands alone. The label is spoken either way. */
  readonly word?: string;
  readonly onRun: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

/** A face of the program, or a view of this page. */
export interface BarTab {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}
