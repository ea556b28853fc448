import type { Marginals } from '../../experiment/index.ts';
import { runJsonText } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import { formatScenario, type Scenario } from '../../scenario/index.ts';
import { downloadText, safeName } from '../export/index.ts';

export const MAX_FILE_MEGABYTES = 20;

export interface TextFile {
  readonly name: string;
  readonly content: string;
}

function scenarioFile(scenario: Scenario): TextFile {
  const words = scenario.id ?? (typeof scenario.name === 'string' ? scenario.name : scenario.name.en);
  return { name: `${safeName(words)}.pingzhan.json`, content: formatScenario(scenario) };
}

export function saveScenarioFile(scenario: Scenario): void {
  const { name, content } = scenarioFile(scenario);
  downloadText(name, content);
}

/** The file that `pingzhan run --json` writes for the same scenario and seed, byte for byte. */
export function resultFile(study: Study, marginals: Marginals): TextFile {
  return { name: `pingzhan-${study.scenario.fingerprint}-${study.seed}.json`, content: runJsonText(study, { marginals }) };
}
