import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Theme } from '../../charts/index.ts';
import type { Sheet } from '../../report/index.ts';
import { useText } from '../kit/index.ts';
import './export.css';
import { ExportMenu } from './ExportMenu.tsx';
import { SheetTable } from './SheetTable.tsx';
import type { ExportSource } from './source.tsx';

interface ChartFrameProps {
  /** What the chart shows; names its files. */
  readonly title: string;
  readonly theme: Theme;
  /** Stands above the chart with the «⋯» beside it; without it the button lies over the chart's upper right corner. */
  readonly heading?: ReactNode;
  /** The figures behind the chart: then they can be shown in its place and exported. */
  readonly table?: () => Sheet;
  readonly source?: ExportSource;
  readonly children: ReactNode;
}

/** Around any chart: its picture as PNG and SVG, its figures as a table, CSV and XLSX. */
export function ChartFrame({ title, theme, heading, table, source, children }: ChartFrameProps): ReactElement {
  const { t } = useText();
  const picture = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Sheet | null>(null);
  return (
    <div className="chart-frame" data-headed={heading !== undefined}>
      <div className="chart-frame-head">
        {heading}
        <ExportMenu
          {...{ title, theme }}
          of={picture}
          {...(table ? { table, onTable: () => setShown(table()) } : {})}
          {...(source ? { source } : {})}
        />
      </div>
      <div ref={picture}>{children}</div>
      {shown && (
        <div className="chart-frame-table">
          <SheetTable sheet={shown} {...(source ? { source } : {})} />
          <button type="button" className="chart-frame-close" onClick={() => setShown(null)}>
            {t('exports:hideTable')}
          </button>
        </div>
      )}
    </div>
  );
}
