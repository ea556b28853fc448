import { Button, TextInput } from '@mantine/core';
import { Copy, FileDown, Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { planDifferences } from '../../report/index.ts';
import { PRESETS, type Scenario } from '../../scenario/index.ts';
import type { LibraryEntry } from '../../store/index.ts';
import { downloadText } from '../export/index.ts';
import { IconButton, useText } from '../kit/index.ts';
import { useLibrary, useLibrarySource, usePage } from './context.tsx';

/** As many differences as tell a plan from its neighbours at a glance. */
const TOLD = 4;

/** In what a plan differs from its city's first preset, briefly; its city where that is another. */
function useBrief(scenario: Scenario | null): string {
  const text = useText();
  const cities = usePage((state) => state.cities);
  if (scenario === null) return '';
  const city = cities.find(({ id }) => id === scenario.city);
  const preset = PRESETS.find((known) => known.city === scenario.city);
  if (!city || !preset) return scenario.city;
  const briefs = planDifferences(text, city, preset, scenario).map(({ brief }) => brief);
  if (briefs.length === 0) return text.t('library:item.same');
  return briefs.slice(0, TOLD).join(text.t('library:item.joint')) + (briefs.length > TOLD ? '…' : '');
}

/** One plan of the list: open, rename, duplicate, delete; what cannot be read can be handed back. */
export function PlanItem({ entry, onOpened }: { entry: LibraryEntry; onOpened: () => void }): ReactElement {
  const { t, pick, format } = useText();
  const { library } = useLibrarySource();
  const isCurrent = useLibrary((state) => state.current?.id === entry.id);
  const [renaming, setRenaming] = useState(false);
  const { content, id } = entry;
  const scenario = 'scenario' in content ? content.scenario : null;
  const name = scenario ? pick(scenario.name) : t('library:item.unreadable');
  const brief = useBrief(scenario);
  const { open, duplicate, remove } = library.getState();
  const openPlan = async (): Promise<void> => {
    await open(id);
    if (library.getState().notice?.kind === 'opened') onOpened();
  };
  if (renaming && scenario) return <Renaming {...{ id, name }} onDone={() => setRenaming(false)} />;
  return (
    <li className="library-item" aria-current={isCurrent || undefined}>
      <button
        type="button"
        className="library-open"
        disabled={scenario === null}
        aria-label={scenario ? t('library:item.openNamed', { name }) : undefined}
        onClick={() => void openPlan()}
      >
        <span className="library-item-name">
          {name}
          {isCurrent && <small>{t('library:item.current')}</small>}
        </span>
        <span className="library-item-facts">
          {format.moment(entry.savedAt)} · {'problems' in content ? pick(content.problems[0]?.message ?? t('library:item.damaged')) : brief}
        </span>
      </button>
      <span className="library-item-acts">
        {'text' in content && (
          <IconButton
            icon={FileDown}
            label={t('library:item.rescue')}
            onClick={() => downloadText(`${id}.txt`, content.text, 'text/plain')}
          />
        )}
        {entry.kind === 'named' && scenario && (
          <IconButton icon={Pencil} label={t('library:item.rename', { name })} onClick={() => setRenaming(true)} />
        )}
        {scenario && <IconButton icon={Copy} label={t('library:item.duplicate', { name })} onClick={() => void duplicate(id)} />}
        <IconButton icon={Trash2} label={t('library:item.remove', { name })} onClick={() => void remove(id)} />
      </span>
    </li>
  );
}

function Renaming({ id, name, onDone }: { id: string; name: string; onDone: () => void }): ReactElement {
  const { t } = useText();
  const { library } = useLibrarySource();
  const [given, setGiven] = useState(name);
  return (
    <li className="library-item">
      <form
        className="library-name"
        onSubmit={(event) => {
          event.preventDefault();
          void library.getState().rename(id, given).then(onDone);
        }}
      >
        <TextInput
          size="sm"
          aria-label={t('library:item.newName', { name })}
          value={given}
          data-mantine-stop-propagation
          onKeyDown={(event) => event.key === 'Escape' && onDone()}
          maxLength={80}
          ref={(input) => input?.focus()}
          onChange={(event) => setGiven(event.currentTarget.value)}
        />
        <Button size="sm" type="submit" disabled={given.trim() === ''}>
          {t('library:item.renameDone')}
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          {t('library:item.cancel')}
        </Button>
      </form>
    </li>
  );
}
