import {
  interpolateBlues,
  interpolateCividis,
  interpolatePurples,
  interpolateRdPu,
  interpolateRgb,
  interpolateYlGnBu,
  interpolateYlOrBr,
  quantize,
} from 'd3';

export type Theme = 'light' | 'dark';

/** Colours by meaning. Sampled, resulted and breach always stand beside a word or a shape; text stays ink. */
export interface Palette {
  readonly paper: string;
  readonly panel: string;
  readonly land: string;
  readonly water: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly grid: string;
  readonly night: string;
  readonly arrived: string;
  readonly sampled: string;
  readonly resulted: string;
  readonly breach: string;
  readonly idle: string;
  readonly closed: string;
  readonly onMark: string;
}

/** The page's tokens (src/ui/theme/tokens.css), as values, because a drawing also stands outside the page. */
const LIGHT: Palette = {
  paper: '#ffffff',
  panel: '#f4f6f8',
  land: '#f7f6f3',
  water: '#d9e8f2',
  ink: '#17222e',
  inkSoft: '#586774',
  line: '#84929f',
  grid: '#e4e9ee',
  night: '#e9edf2',
  arrived: '#586774',
  sampled: '#0072b2',
  resulted: '#009e73',
  breach: '#d55e00',
  idle: '#8cc3e6',
  closed: '#84929f',
  onMark: '#ffffff',
};

/** The same hues, lifted so that a mark keeps 3:1 against the dark paper. */
const DARK: Palette = {
  paper: '#131920',
  panel: '#0c1116',
  land: '#1f2933',
  water: '#1b3347',
  ink: '#e9eef3',
  inkSoft: '#9aa9b7',
  line: '#6d7d8c',
  grid: '#28333e',
  night: '#1f2934',
  arrived: '#9aa9b7',
  sampled: '#4ba6de',
  resulted: '#2bbd8f',
  breach: '#f08a3c',
  idle: '#2c5f83',
  closed: '#6d7d8c',
  onMark: '#0c1116',
};

export const paletteOf = (theme: Theme): Palette => (theme === 'dark' ? DARK : LIGHT);

/** Number of steps in every continuous colour table. */
export const RAMP_STEPS = 64;

const CIVIDIS = quantize(interpolateCividis, RAMP_STEPS);
const PURPLES_LIGHT = quantize((t) => interpolatePurples(0.22 + 0.78 * t), RAMP_STEPS);
const PURPLES_DARK = quantize(interpolateRgb('#3b3557', '#d9d3ff'), RAMP_STEPS);

/** Waits in cividis, dark is short; the same in both themes because it is read against its legend. */
export const waitRamp = (): readonly string[] => CIVIDIS;
/** Queues in purples: more people, more contrast with the paper. */
export const queueRamp = (theme: Theme): readonly string[] => (theme === 'dark' ? PURPLES_DARK : PURPLES_LIGHT);

/** Colour of `value` between 0 and `top`; beyond the top it stays the last. */
export function rampColor(ramp: readonly string[], value: number, top: number): string {
  const share = top > 0 ? value / top : 0;
  const index = Math.floor(share * ramp.length);
  return ramp[index <= 0 || Number.isNaN(index) ? 0 : index >= ramp.length ? ramp.length - 1 : index];
}

/** What is coloured in classes: one hue each, so that a picture tells which quantity it shows. */
export type ClassedQuantity = 'share' | 'use' | 'crowding' | 'density' | 'reach';

const CLASS_HUES: Record<ClassedQuantity, Record<Theme, (t: number) => string>> = {
  share: { light: interpolateBlues, dark: interpolateRgb('#14202c', '#a5d4f5') },
  use: { light: interpolateYlGnBu, dark: interpolateRgb('#14262a', '#8fe3d6') },
  crowding: { light: interpolateRdPu, dark: interpolateRgb('#2b1a2b', '#ffb5dd') },
  density: { light: interpolatePurples, dark: interpolateRgb('#221f36', '#cfc8ff') },
  reach: { light: interpolateYlOrBr, dark: (t) => interpolateYlOrBr(1 - t) },
};

/** `count` colours from little to much; more is always further from the paper. */
export function classColors(quantity: ClassedQuantity, count: number, theme: Theme): string[] {
  const hue = CLASS_HUES[quantity][theme];
  return Array.from({ length: count }, (_, index) => hue(0.1 + (0.85 * index) / Math.max(1, count - 1)));
}

/** Colours of instants around a deadline: blues before it, oranges after it, both paler the nearer. */
export function deadlineColors(before: number, after: number, theme: Theme): string[] {
  const { sampled, breach, paper } = paletteOf(theme);
  const pale = (strong: string, share: number): string => interpolateRgb(strong, paper)(share);
  const early = Array.from({ length: before }, (_, index) => pale(sampled, (0.7 * index) / Math.max(1, before - 1)));
  const late = Array.from({ length: after }, (_, index) => pale(breach, 0.65 - (0.65 * index) / Math.max(1, after - 1)));
  return [...early, ...late];
}
