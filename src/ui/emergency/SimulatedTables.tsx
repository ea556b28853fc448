import { Select } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { EMERGENCY_TABLES, emergencySheet, type EmergencyAnswer, type EmergencyTable } from '../../report/index.ts';
import { SheetTable } from '../export/index.ts';
import { useText } from '../kit/index.ts';

/** The simulation's tables, one at a time. */
export function SimulatedTables({ answer }: { answer: EmergencyAnswer | null }): ReactElement {
  const text = useText();
  const { t } = text;
  const [table, setTable] = useState<EmergencyTable>('response');
  if (answer === null) return <p className="waiting">{t('reach:card.simulating')}</p>;
  const offered = EMERGENCY_TABLES.filter((name) => name !== 'surge' || answer.study.surge !== null);
  return (
    <>
      <Select
        className="simulated-choice"
        size="xs"
        aria-label={t('reach:side.table')}
        allowDeselect={false}
        data={offered.map((value) => ({ value, label: t(`emergency:table.${value}`) }))}
        value={table}
        onChange={(next) => setTable((next ?? 'response') as EmergencyTable)}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <SheetTable sheet={emergencySheet(text, table, answer)} />
    </>
  );
}
