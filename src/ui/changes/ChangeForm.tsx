import { Button, CloseButton, Input } from '@mantine/core';
import { ArrowLeft, Copy, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { changeRange, MOST_COMMENT, type Change } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import { ChangeFields, FieldRow } from './ChangeFields.tsx';
import { canEnd, endOf, SNAP_HOURS, withEnd } from './dates.ts';
import { ChangeIcon } from './ChangeIcon.tsx';
import type { ChangeDesk } from './desk.ts';
import { InstantField } from './InstantField.tsx';
import { strangePlaces } from './places.ts';
import { WhereField } from './WhereField.tsx';
import { changeSentence, changeTitle } from './words.ts';

/** An end that is switched on stands this long after the beginning. */
const FIRST_LENGTH_HOURS = 6;

interface ChangeFormProps {
  readonly desk: ChangeDesk;
  readonly index: number;
  readonly fromList: boolean;
}

/** One change: when, how much, where, why. Every entry takes effect at once and is one step of undo. */
export function ChangeForm({ desk, index, fromList }: ChangeFormProps): ReactElement {
  const { t } = useText();
  const { edits, facts, show } = desk;
  const { wording } = facts;
  const change = desk.changes[index];
  const [problem, setProblem] = useState<string | null>(null);
  const strangers = strangePlaces(change, wording.places);
  const edit = (next: Change): void => edits.edit(index, next);
  return (
    <section className="change-form" aria-label={changeTitle(change, wording)}>
      <header>
        {fromList && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<ArrowLeft size="1rem" aria-hidden />}
            onClick={() => show({ kind: 'list' })}
          >
            {t('changes:list.back')}
          </Button>
        )}
        <CloseButton aria-label={t('changes:list.close')} onClick={() => show(null)} />
      </header>
      <h3>
        <ChangeIcon change={change} size="1.1em" /> {changeTitle(change, wording)}
      </h3>
      <p className="change-sentence">{changeSentence(change, wording)}</p>
      <Dates change={change} clock={wording.clock} onEdit={edit} onProblem={setProblem} />
      <ChangeFields change={change} places={wording.places} onEdit={edit} onProblem={setProblem} />
      {'where' in change || takesWhere(change) ? (
        <FieldRow label={t('changes:field.where')}>
          <WhereField
            where={'where' in change ? change.where : undefined}
            places={wording.places}
            onWhere={(where) => edit({ ...change, where } as Change)}
            onProblem={setProblem}
          />
        </FieldRow>
      ) : null}
      <CommentRow key={change.comment ?? ''} comment={change.comment ?? ''} onComment={(comment) => edit(withComment(change, comment))} />
      <p className="change-problem" role="alert">
        {problem ?? strangers.map((place) => t('changes:problem.stranger', { place })).join(' ')}
      </p>
      <footer>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Copy size="1rem" aria-hidden />}
          onClick={() => show({ kind: 'form', index: edits.add({ ...change, at: change.at }), fromList })}
        >
          {t('changes:item.duplicate')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Trash2 size="1rem" aria-hidden />}
          onClick={() => {
            edits.remove(index);
            show(fromList ? { kind: 'list' } : null);
          }}
        >
          {t('changes:item.remove')}
        </Button>
        <Button size="compact-sm" onClick={() => show(null)}>
          {t('changes:item.done')}
        </Button>
      </footer>
    </section>
  );
}

/** Kinds that name an area; without one they mean the whole city. */
const takesWhere = ({ kind }: Change): boolean =>
  kind === 'desks' || kind === 'openHours' || kind === 'pace' || kind === 'arrivals' || kind === 'travel';

function withComment(change: Change, comment: string): Change {
  const { comment: _old, ...rest } = change;
  return (comment === '' ? rest : { ...rest, comment }) as Change;
}

interface DatesProps {
  readonly change: Change;
  readonly clock: string;
  readonly onEdit: (change: Change) => void;
  readonly onProblem: (words: string | null) => void;
}

function Dates({ change, clock, onEdit, onProblem }: DatesProps): ReactElement {
  const { t, format } = useText();
  const { min, max } = changeRange(change.kind, 'at');
  const end = canEnd(change) ? endOf(change) : null;
  const startLabel = t(change.kind === 'borrowedLab' ? 'changes:field.ordered' : 'changes:field.at');
  const shared = { clock, onProblem };
  return (
    <>
      <FieldRow label={startLabel}>
        <InstantField
          {...shared}
          first
          label={startLabel}
          value={change.at}
          min={min}
          max={end === null ? max : end - SNAP_HOURS}
          onCommit={(at) => onEdit({ ...change, at })}
        />
        <span className="change-unit">{format.offset(change.at)}</span>
      </FieldRow>
      {canEnd(change) && (
        <FieldRow label={t('changes:field.until')}>
          {end !== null && (
            <>
              <InstantField
                {...shared}
                label={t('changes:field.until')}
                value={end}
                min={change.at + SNAP_HOURS}
                max={max}
                onCommit={(until) => onEdit(withEnd(change, until))}
              />
              <span className="change-unit">{format.offset(end)}</span>
            </>
          )}
          <label className="change-good">
            <input
              type="checkbox"
              checked={end === null}
              onChange={(event) => onEdit(withEnd(change, event.target.checked ? null : Math.min(max, change.at + FIRST_LENGTH_HOURS)))}
            />
            {t('changes:field.forGood')}
          </label>
        </FieldRow>
      )}
    </>
  );
}

function CommentRow({ comment, onComment }: { comment: string; onComment: (comment: string) => void }): ReactElement {
  const { t } = useText();
  const [draft, setDraft] = useState(comment);
  const commit = (): void => {
    if (draft.trim() !== comment) onComment(draft.trim());
  };
  return (
    <FieldRow label={t('changes:field.comment')}>
      <Input
        className="comment-field"
        size="xs"
        aria-label={t('changes:field.comment')}
        placeholder={t('changes:field.commentHint')}
        maxLength={MOST_COMMENT}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </FieldRow>
  );
}
