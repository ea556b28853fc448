import type { Marginals } from '../../experiment/index.ts';
import { runJsonText } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import { formatScenario, type Scenario } from '../../scenario/index.ts';

export const MAX_FILE_MEGABYTES = 20;

export interface TextFile {
  readonly name: string;
  readonly content: string;
}

/** A name that every file system takes: letters, digits, Han, dash and dot. */
const safeName = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80) || 'scenario';

export function scenarioFile(scenario: Scenario): TextFile {
  const words = scenario.id ?? (typeof scenario.name === 'string' ? scenario.name : scenario.name.en);
  return { name: `${safeName(words)}.pingzhan.json`, content: formatScenario(scenario) };
}

/** The file that `pingzhan run --json` writes for the same scenario and seed, byte for byte. */
export function resultFile(study: Study, marginals: Marginals): TextFile {
  return { name: `pingzhan-${study.scenario.fingerprint}-${study.seed}.json`, content: runJsonText(study, { marginals }) };
}

/** Hands a text to the browser's download. */
export function downloadText({ name, content }: TextFile): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
