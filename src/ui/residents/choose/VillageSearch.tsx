import { useId, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import { searchVillages } from '../../../published/index.ts';
import { usePage } from '../page-context.tsx';

/** Typing a name, its pinyin or its initials: a combo box over the villages found. */
export function VillageSearch({ onChoose }: { onChoose: (village: number) => void }): ReactElement {
  const { published, text } = usePage();
  const { t, pick } = text;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const id = useId();
  const found = useMemo(() => searchVillages(published, typed), [published, typed]);
  const type = (words: string): void => {
    setTyped(words);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
    else if (event.key === 'Enter') onChoose(found[Math.max(0, active)]);
    else if (event.key === 'Escape') type('');
    else return;
    event.preventDefault();
  };
  const status =
    typed.trim() === ''
      ? ''
      : found.length === 0
        ? t('residents:choose.none', { typed })
        : t('residents:choose.found', { count: found.length });
  return (
    <div className="search">
      <label htmlFor={`${id}-field`}>{t('residents:choose.label')}</label>
      <input
        id={`${id}-field`}
        type="text"
        role="combobox"
        inputMode="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={typed}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-describedby={`${id}-hint`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="hint" id={`${id}-hint`}>
        {t('residents:choose.hint')}
      </p>
      <p className={found.length > 0 ? 'visually-hidden' : 'hint'} role="status">
        {status}
      </p>
      {found.length > 0 && (
        <div className="options" id={`${id}-list`} role="listbox" aria-label={t('residents:choose.options')}>
          {found.map((row, i) => {
            const { name, township } = published.villages[row];
            return (
              // The field keeps the focus and its keys move in the list, as a combo box has it.
              <div
                key={row}
                className="option"
                id={`${id}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === active}
                onClick={() => onChoose(row)}
                onKeyDown={onKeyDown}
              >
                <span>{pick(name)}</span> <small>{pick(published.townships[township].name)}</small>
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
