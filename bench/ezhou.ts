import { readFileSync } from 'node:fs';
import { loadCityPack } from '../src/city/index.ts';
import { compileVariant } from '../src/compile/index.ts';
import type { ScreeningInput } from '../src/engine/index.ts';
import { findPreset } from '../src/scenario/index.ts';

/** Ezhou as stated, all of the model on: what `run` simulates by default. */
export function ezhouInput(pack: string): ScreeningInput {
  const { input } = compileVariant(loadCityPack(JSON.parse(readFileSync(pack, 'utf8'))), findPreset('as-stated')!);
  return { ...input, forgetsServed: true };
}
