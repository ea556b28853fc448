export const STEPS = ['verdict', 'claims', 'inputs', 'map', 'timeline'] as const;
export type Step = (typeof STEPS)[number];

/** What each step speaks of; the first that is on the screen. */
export const TARGETS: Readonly<Record<Step, string>> = {
  verdict: '#verdict',
  claims: '.claims',
  inputs: '.inputs, .sheet-button',
  map: '.city',
  timeline: '.timeline',
};
