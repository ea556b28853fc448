import { Tabs } from '@mantine/core';
import { useDeferredValue, useMemo, type ReactElement, type ReactNode } from 'react';
import { ADDITION_AIMS, bestAdditions, type Addition } from '../../coverage/index.ts';
import { additionSheet, coverageSheet, type CoverageAnswer, type CoverageTable, type EmergencyAnswer } from '../../report/index.ts';
import type { CoverageFacts, CoverageState } from '../../store/index.ts';
import { SheetTable } from '../export/index.ts';
import { useText } from '../kit/index.ts';
import { AdditionList } from './AdditionList.tsx';
import { SimulatedTables } from './SimulatedTables.tsx';

interface SidePanelProps {
  readonly facts: CoverageFacts;
  readonly services: CoverageState['services'];
  readonly additions: readonly Addition[] | null;
  /** The simulation; null until it is there. */
  readonly answer: EmergencyAnswer | null;
  readonly stations: ReactNode;
  readonly onAdd: (addition: Addition) => void;
  readonly onServices: () => void;
}

const TABS = ['stations', 'additions', 'villages', 'townships', 'services', 'simulated'] as const;
type Tab = (typeof TABS)[number];

/** Everything that the map shows, and what it cannot, as tables. */
export function SidePanel({ facts, services, additions, answer: simulated, stations, onAdd, onServices }: SidePanelProps): ReactElement {
  const text = useText();
  const { t } = text;
  // Tables follow a dragged station when there is time for it.
  const settled = useDeferredValue(facts);
  const answer = useMemo<CoverageAnswer>(() => ({ ...settled, services: services ?? [] }), [settled, services]);
  const table = (name: CoverageTable): ReactElement => <SheetTable sheet={coverageSheet(text, name, answer)} />;
  const panels: Record<Tab, () => ReactNode> = {
    stations: () => stations,
    additions: () =>
      additions === null ? (
        <p className="waiting">{t('reach:card.trying')}</p>
      ) : (
        <>
          <AdditionList
            facts={facts}
            best={[...new Set(ADDITION_AIMS.flatMap((aim) => bestAdditions(additions, aim, facts.now, 3)))]}
            onAdd={onAdd}
          />
          <SheetTable sheet={additionSheet(text, facts.reach, bestAdditions(additions, 'mean', facts.now, additions.length))} />
        </>
      ),
    villages: () => table('villages'),
    townships: () => table('townships'),
    services: () => (services === null ? <p className="waiting">{t('reach:card.trying')}</p> : table('services')),
    simulated: () => <SimulatedTables answer={simulated} />,
  };
  return (
    <Tabs
      className="reach-side"
      defaultValue="stations"
      onChange={(tab) => tab === 'services' && onServices()}
      keepMounted={false}
      variant="outline"
    >
      <Tabs.List aria-label={t('reach:side.region')}>
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`reach:side.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((tab) => (
        <Tabs.Panel key={tab} value={tab}>
          {panels[tab]()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
