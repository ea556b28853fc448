import { Button, Popover } from '@mantine/core';
import type { ReactElement } from 'react';
import { FinishPlot } from '../../charts/index.ts';
import type { Study } from '../../results/index.ts';
import { finishSheet } from '../../report/index.ts';
import { ChartFrame } from '../export/index.ts';
import { useText } from '../kit/index.ts';
import { useSetting } from './store-context.tsx';
import { useRootFont } from './use-root-font.ts';

const WIDTH_REM = 26;
const HEIGHT_REM = 12;

interface FinishPopoverProps {
  readonly finish: 'sampled' | 'resulted';
  readonly study: Study;
  readonly theme: 'light' | 'dark';
}

/** When the runs ended, as dots before and after the deadline. */
export function FinishPopover({ finish, study, theme }: FinishPopoverProps): ReactElement {
  const text = useText();
  const rem = useRootFont();
  const clock = useSetting('order.clock');
  return (
    <Popover position="bottom-start" withArrow shadow="md" withinPortal trapFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" aria-label={text.t(`planner:finishes.${finish}`)}>
          {text.t('planner:finishes.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="why">
        <section>
          <ChartFrame
            title={text.t(`planner:finishes.${finish}`)}
            heading={<h3>{text.t(`planner:finishes.${finish}`)}</h3>}
            theme={theme}
            table={() => finishSheet(text, study, finish)}
          >
            <FinishPlot
              finishHours={study.runFinishes[finish]}
              deadlineHours={study[finish === 'sampled' ? 'sampledWithinDeadline' : 'resultedWithinDeadline'].deadlineHours}
              clock={clock}
              finish={finish}
              width={WIDTH_REM * rem}
              height={HEIGHT_REM * rem}
              text={text}
              theme={theme}
              fontSize={rem * 0.875}
            />
          </ChartFrame>
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}
