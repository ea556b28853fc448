import { Button, Popover } from '@mantine/core';
import type { ReactElement } from 'react';
import { MarginalBars } from '../../charts/index.ts';
import type { Marginals } from '../../experiment/index.ts';
import { marginalSheet } from '../../report/index.ts';
import { ChartFrame } from '../export/index.ts';
import { useText } from '../kit/index.ts';
import { useRootFont } from './use-root-font.ts';

const WIDTH_REM = 26;

/** What a tenth more of each resource does to both finishes, for those who ask why. */
export function WhyPopover({ marginals, theme }: { marginals: Marginals; theme: 'light' | 'dark' }): ReactElement {
  const text = useText();
  const { t } = text;
  const rem = useRootFont();
  return (
    <Popover position="bottom-start" withArrow shadow="md" withinPortal trapFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle">
          {t('planner:bottleneck.why')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="why">
        {(['sampled', 'resulted'] as const).map((finish) => (
          <section key={finish}>
            <ChartFrame
              title={t(`planner:bottleneck.why.${finish}`)}
              heading={<h3>{t(`planner:bottleneck.why.${finish}`)}</h3>}
              theme={theme}
              table={() => marginalSheet(text, marginals.marginal, finish)}
            >
              <MarginalBars
                marginals={marginals.marginal}
                finish={finish}
                width={WIDTH_REM * rem}
                text={text}
                theme={theme}
                fontSize={rem * 0.875}
              />
            </ChartFrame>
          </section>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
