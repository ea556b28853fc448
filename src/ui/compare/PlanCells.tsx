import { Button } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { IconButton, useText } from '../kit/index.ts';

/** The field or button that has just taken another's place takes its focus too. */
const focusOn = (element: HTMLElement | null): void => element?.focus();

interface PlanNameProps {
  readonly name: string;
  readonly isPinned: boolean;
  readonly onRename: (name: string) => void;
}

/** A plan's name; a pinned one is renamed in its place: Enter keeps, Escape leaves the old one. */
export function PlanName({ name, isPinned, onRename }: PlanNameProps): ReactElement {
  const { t } = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (): void => {
    if (draft !== null) onRename(draft);
    setDraft(null);
  };
  if (draft !== null)
    return (
      <input
        className="plans-rename"
        type="text"
        maxLength={80}
        value={draft}
        ref={focusOn}
        aria-label={t('compare:kpi.newName')}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          else if (event.key === 'Escape') setDraft(null);
          else return;
          event.preventDefault();
        }}
      />
    );
  return (
    <span className="plans-name">
      <span>{name}</span>
      {isPinned ? (
        <IconButton icon={Pencil} label={t('compare:kpi.renameOf', { name })} onClick={() => setDraft(name)} />
      ) : (
        <span className="plans-mark">{t('compare:kpi.now')}</span>
      )}
    </span>
  );
}

interface PlanActionsProps {
  readonly name: string;
  readonly onTake: (side: 'a' | 'b') => void;
  /** Absent where there is nothing to delete. */
  readonly onDelete?: () => void;
}

/** Puts a plan on a side of the comparison, or deletes its pin: the second press is the one that does it. */
export function PlanActions({ name, onTake, onDelete }: PlanActionsProps): ReactElement {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  return (
    <span className="plans-actions">
      <Button size="compact-sm" variant="default" aria-label={t('compare:kpi.asAOf', { name })} onClick={() => onTake('a')}>
        {t('compare:kpi.asA')}
      </Button>
      <Button size="compact-sm" variant="default" aria-label={t('compare:kpi.asBOf', { name })} onClick={() => onTake('b')}>
        {t('compare:kpi.asB')}
      </Button>
      {onDelete &&
        (asked ? (
          <Button size="compact-sm" color="red" variant="default" ref={focusOn} onClick={onDelete} onBlur={() => setAsked(false)}>
            {t('compare:kpi.confirm')}
          </Button>
        ) : (
          <IconButton icon={Trash2} label={t('compare:kpi.deleteOf', { name })} onClick={() => setAsked(true)} />
        ))}
    </span>
  );
}
