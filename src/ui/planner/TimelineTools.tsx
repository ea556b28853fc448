import { SegmentedControl } from '@mantine/core';
import { ChartNoAxesGantt } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton, useText } from '../kit/index.ts';
import { usePlanner } from './store-context.tsx';

export type TimelinePane = 'chart' | 'table';

/** What the timeline shows: its lanes or not, and chart or table. */
export function TimelineTools({ pane, onPane }: { pane: TimelinePane; onPane: (pane: TimelinePane) => void }): ReactElement {
  const { t } = useText();
  const lanesShown = usePlanner((state) => state.lanesShown);
  const setLanesShown = usePlanner((state) => state.setLanesShown);
  return (
    <>
      <IconButton
        icon={ChartNoAxesGantt}
        label={t(lanesShown ? 'lanes:hide' : 'lanes:show')}
        pressed={lanesShown}
        onClick={() => setLanesShown(!lanesShown)}
        disabled={pane === 'table'}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('lanes:view')}
        value={pane}
        onChange={(value) => onPane(value as TimelinePane)}
        data={[
          { value: 'chart', label: t('lanes:view.chart') },
          { value: 'table', label: t('lanes:view.table') },
        ]}
        transitionDuration={0}
      />
    </>
  );
}
