import { CloseButton } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { TableFiles } from '../export/index.ts';
import { DataTable, useText, type Column } from '../kit/index.ts';
import { endOf } from './dates.ts';
import type { ChangeDesk } from './desk.ts';
import { changeSheet } from './sheet.ts';
import { changeTitle, placesWords } from './words.ts';

/** All changes as a table; a row opens its form. */
export function ChangeList({ desk }: { desk: ChangeDesk }): ReactElement {
  const { t, format } = useText();
  const { changes, facts, show } = desk;
  const { wording } = facts;
  const columns = useMemo((): Column[] => {
    const { clock } = wording;
    const end = (row: number): string => {
      const at = endOf(changes[row]);
      return at === null ? t('changes:field.forGood') : format.clock(at, clock);
    };
    const words = (key: string, label: string, of: (row: number) => string): Column => ({
      key,
      label,
      numeric: false,
      value: of,
      words: of,
    });
    return [
      words('what', t('changes:column.what'), (row) => changeTitle(changes[row], wording)),
      { ...words('start', t('changes:column.start'), (row) => format.clock(changes[row].at, clock)), value: (row) => changes[row].at },
      { ...words('end', t('changes:column.end'), end), value: (row) => endOf(changes[row]) },
      words('where', t('changes:field.where'), (row) => placesWords(changes[row], wording)),
      words('comment', t('changes:field.comment'), (row) => changes[row].comment ?? ''),
    ];
  }, [changes, wording, t, format]);
  return (
    <section className="change-list" aria-label={t('changes:list')}>
      <header>
        <h3>{t('changes:title')}</h3>
        <CloseButton aria-label={t('changes:list.close')} onClick={() => show(null)} />
      </header>
      {changes.length === 0 ? (
        <p className="change-none">{t('changes:list.none')}</p>
      ) : (
        <div className="change-rows">
          <DataTable
            columns={columns}
            count={changes.length}
            caption={t('changes:title')}
            fontSize={14}
            selected={-1}
            onSelect={(index) => index >= 0 && show({ kind: 'form', index, fromList: true })}
            tools={<TableFiles sheet={() => changeSheet(changes, wording)} />}
          />
        </div>
      )}
    </section>
  );
}
