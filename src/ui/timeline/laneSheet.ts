import type { Lane } from '../../charts/index.ts';
import { roundSheet, type Sheet } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';

/** The round and its lanes as one table, a row each quarter of an hour. */
export function timelineSheet(text: Text, study: Study, clock: string, lanes: readonly Lane[]): Sheet {
  const round = roundSheet(text, study, clock);
  const curves = lanes.flatMap((lane) => lane.series.map((series) => ({ lane, series })));
  return {
    name: round.name,
    columns: [
      ...round.columns,
      ...curves.map(({ lane, series }) => text.t('lanes:column', { lane: lane.name, label: series.label, unit: series.unit })),
    ],
    rows: round.rows.map((row, step) => [...row, ...curves.map(({ series }) => series.values[step] ?? null)]),
  };
}
