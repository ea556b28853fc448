import { ArrowDown, ArrowUp, CircleHelp, Equal, Scale, ThumbsUp } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import {
  comparisonHeadline,
  comparisonRows,
  comparisonSheet,
  planDifferences,
  type ComparedPlans,
  type ComparedRow,
  type Headline,
} from '../../report/index.ts';
import { Button } from '@mantine/core';
import { FileJson } from 'lucide-react';
import { TableFiles, type ExportSource } from '../export/index.ts';
import { useText } from '../kit/index.ts';
import { Worded } from './Worded.tsx';

const VERDICT_ICONS = { a: ThumbsUp, b: ThumbsUp, mixed: Scale, same: Equal, open: CircleHelp } as const;
const WAY_ICONS = { less: ArrowDown, more: ArrowUp } as const;

function Verdict({ verdict, cost, standing, better }: Headline): ReactElement {
  const { t } = useText();
  const Icon = VERDICT_ICONS[better];
  return (
    <section className="compare-verdict" data-better={better} aria-label={t('compare:screen.verdict')}>
      <p className="compare-answer">
        <Icon size="1.25rem" aria-hidden />
        <strong>
          <Worded words={verdict} />
        </strong>
      </p>
      {cost !== null && <p>{cost}</p>}
      <p className="soft">{standing}</p>
    </section>
  );
}

function FigureRow({ row }: { row: ComparedRow }): ReactElement {
  const { t } = useText();
  const Way = row.direction === null ? null : WAY_ICONS[row.direction];
  return (
    <tr data-figure={row.figure}>
      <th scope="row">{row.label}</th>
      <td>
        <Worded words={row.a} apart />
      </td>
      <td>
        <Worded words={row.b} apart />
      </td>
      <td className="compare-difference">
        {Way && <Way size="0.9rem" aria-hidden />}
        <Worded words={row.difference} />
      </td>
      <td>
        <span className="compare-better" data-better={row.better}>
          {t(`compare:better.${row.better}`)}
        </span>
      </td>
    </tr>
  );
}

interface FindingsProps {
  readonly plans: ComparedPlans;
  readonly source: ExportSource;
  /** Saves what `compare --json` prints. */
  readonly onJson: () => void;
}

/** Who is better and at what price, what differs between the plans, and every figure: the words and numbers of `compare` on the command line. */
export function Findings({ plans, source, onJson }: FindingsProps): ReactElement {
  const text = useText();
  const { t } = text;
  const { city, a, b, comparison } = plans;
  const headline = useMemo(() => comparisonHeadline(text, comparison), [text, comparison]);
  const differences = useMemo(() => planDifferences(text, city, a, b), [text, city, a, b]);
  const rows = useMemo(() => comparisonRows(text, { city, a, b, comparison }), [text, city, a, b, comparison]);
  return (
    <div className="compare-findings">
      <Verdict {...headline} />
      <section aria-label={t('compare:screen.differences')}>
        <h2 className="card-title">{t('compare:plans.title')}</h2>
        <ul className="compare-changes">
          {differences.length === 0 && <li>{t('compare:plans.none')}</li>}
          {differences.map(({ what, before, after }, index) => (
            <li key={index}>
              {what}
              <span>
                {before} → <b>{after}</b>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('compare:screen.figures')}>
        <div className="compare-head">
          <h2 className="card-title">{t('compare:screen.figures')}</h2>
          <TableFiles sheet={() => comparisonSheet(text, comparison)} source={source} />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<FileJson size="1rem" aria-hidden />}
            aria-label={t('compare:screen.json')}
            onClick={onJson}
          >
            JSON
          </Button>
        </div>
        <table className="compare-figures">
          <thead>
            <tr>
              <th scope="col">{t('compare:column.figure')}</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
              <th scope="col">{t('compare:column.difference')}</th>
              <th scope="col">{t('compare:column.better')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FigureRow key={row.figure} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="soft">
        {t('compare:screen.provenance', {
          seed: comparison.a.seed,
          runs: comparison.a.replications,
          count: comparison.a.replications,
          a: comparison.a.scenario.fingerprint,
          b: comparison.b.scenario.fingerprint,
          engine: comparison.a.engineVersion,
        })}
      </p>
    </div>
  );
}
