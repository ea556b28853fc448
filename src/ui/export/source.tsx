import { createContext, useContext } from 'react';
import type { ProvenanceFacts } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import type { Bilingual } from '../../units/index.ts';
import type { Text } from '../../text/index.ts';

/** What a study says about itself: of a screening round or of ambulances. */
export type Provenance = Pick<Study, 'scenario' | 'seed' | 'replications' | 'engineVersion'>;

/** What an export is made from. Two or more studies stand in one picture when plans are compared. */
export interface ExportSource {
  readonly city: Bilingual | string;
  readonly studies: readonly { readonly name: Bilingual | string; readonly study: Provenance }[];
}

const ExportContext = createContext<ExportSource | null>(null);

/** Says for all below where their figures come from. */
export const ExportProvider = ExportContext;

/** The source of the figures around; null while there is no answer yet. */
export const useExportSource = (): ExportSource | null => useContext(ExportContext);

/** A name that every file system takes: letters, digits, Han, dash and dot. */
export const safeName = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80) || 'pingzhan';

/** "方案-7f3a91b204c2-时间线.zh": scenario, fingerprint, what it is, language. */
export function fileStem(text: Text, { studies }: ExportSource, what: string): string {
  const plans = studies.map(({ name, study }) => `${safeName(text.pick(name)).slice(0, 40)}-${study.scenario.fingerprint}`);
  return `${plans.join('-vs-')}-${safeName(what)}.${text.language}`;
}

/** Label and value of everything that an export must say about where it comes from. */
export function provenanceFacts(text: Text, { city, studies }: ExportSource): ProvenanceFacts {
  const { t } = text;
  const of = (index: number, label: string): string => (studies.length > 1 ? `${label} ${'ABCDEFGHIJ'[index] ?? index + 1}` : label);
  return [
    [t('exports:notice'), t('product:simulated')],
    [t('exports:city'), text.pick(city)],
    ...studies.flatMap(({ name, study }, index): [string, string | number][] => [
      [of(index, t('exports:scenario')), text.pick(name)],
      [of(index, t('exports:fingerprint')), study.scenario.fingerprint],
      [of(index, t('exports:seed')), study.seed],
      [of(index, t('exports:runs')), study.replications],
    ]),
    [t('exports:engine'), studies[0]?.study.engineVersion ?? ''],
  ];
}

/** The same in lines under a picture: one that says it is simulated, one a plan. */
export function provenanceLines(text: Text, { city, studies }: ExportSource): string[] {
  const { t, format, pick } = text;
  return [
    `${t('product:simulated')} · ${t('product:name')} · ${pick(city)}`,
    ...studies.map(({ name, study }) =>
      [
        pick(name),
        t('planner:provenance.seed', { seed: study.seed }),
        t('planner:provenance.runs', { runs: format.number(study.replications), count: study.replications }),
        t('planner:provenance.scenario', { fingerprint: study.scenario.fingerprint }),
        t('planner:provenance.engine', { version: study.engineVersion }),
      ].join(' · '),
    ),
  ];
}
