import asStated from '../../data/scenarios/as-stated.json';
import readingA from '../../data/scenarios/reading-a.json';
import asStated100 from '../../data/scenarios/as-stated-100.json';
import readingA100 from '../../data/scenarios/reading-a-100.json';
import aTwoShifts from '../../data/scenarios/a-two-shifts.json';
import pool20 from '../../data/scenarios/pool-20.json';
import borrowed70000 from '../../data/scenarios/borrowed-70000.json';
import standard2022 from '../../data/scenarios/standard-2022.json';
import labLost from '../../data/scenarios/lab-lost.json';
import rain from '../../data/scenarios/rain.json';
import roundTheClock from '../../data/scenarios/round-the-clock.json';
import type { Scenario } from './scenario.ts';

/** The ready plans of data/scenarios, in the order in which they are offered. A test parses each as any file. */
export const PRESETS = [
  asStated,
  readingA,
  asStated100,
  readingA100,
  aTwoShifts,
  pool20,
  borrowed70000,
  standard2022,
  labLost,
  rain,
  roundTheClock,
] as unknown as readonly (Scenario & { readonly id: string })[];

export const findPreset = (id: string): (Scenario & { readonly id: string }) | undefined => PRESETS.find((preset) => preset.id === id);
