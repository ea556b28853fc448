import { Button } from '@mantine/core';
import { List, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { MOST_CHANGES } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import { snapped } from './dates.ts';
import type { ChangeDesk } from './desk.ts';

/** Beside the playback: add a change at the cursor, and the list of all. */
export function ChangeTools({ desk, cursorHours }: { desk: ChangeDesk; cursorHours: () => number }): ReactElement {
  const { t } = useText();
  const { changes, open, show } = desk;
  return (
    <>
      <Button
        className="change-tool"
        size="compact-md"
        variant="light"
        leftSection={<Plus size="1rem" aria-hidden />}
        aria-label={t('changes:add')}
        title={t('changes:add')}
        aria-haspopup="menu"
        aria-expanded={open?.kind === 'menu'}
        disabled={changes.length >= MOST_CHANGES}
        onClick={() => show({ kind: 'menu', at: snapped(cursorHours()) })}
      >
        <span className="change-tool-word">{t('changes:add')}</span>
      </Button>
      <Button
        className="change-tool"
        size="compact-md"
        variant="default"
        aria-haspopup="dialog"
        aria-expanded={open?.kind === 'list'}
        aria-label={t('changes:list.open', { count: changes.length })}
        title={t('changes:list.open', { count: changes.length })}
        onClick={() => show(open?.kind === 'list' ? null : { kind: 'list' })}
      >
        <List size="1rem" aria-hidden />
        {changes.length > 0 && <b>{changes.length}</b>}
      </Button>
    </>
  );
}
