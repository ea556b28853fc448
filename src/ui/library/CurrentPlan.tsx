import { Button, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { isAnyEdited } from '../../store/index.ts';
import { useText } from '../kit/index.ts';
import { useLibrary, useLibrarySource, usePage } from './context.tsx';

const MOST_NAME = 80;

/** The plan on the page: whether it is saved, and saving it under its name or another. */
export function CurrentPlan({ naming }: { naming: boolean }): ReactElement {
  const { t, pick, format } = useText();
  const { library } = useLibrarySource();
  const plan = usePage((state) => state.plan);
  const current = useLibrary((state) => state.current);
  const keeping = useLibrary((state) => state.keeping);
  const keptAt = useLibrary((state) => state.keptAt);
  const trouble = useLibrary((state) => state.trouble);
  const [name, setName] = useState('');
  const base = pick(plan.base.name);
  const title = current ? pick(current.name) : isAnyEdited(plan) ? t('planner:bar.presetEdited', { name: base }) : base;
  const standing = current ? t(current.changed ? 'library:now.changed' : 'library:now.same') : t('library:now.unnamed');
  const kept = keeping === 'kept' && keptAt !== null ? t('library:now.kept', { at: format.moment(keptAt) }) : t(`library:now.${keeping}`);
  const { save, saveAs } = library.getState();
  return (
    <section className="library-part library-now" aria-labelledby="library-now">
      <h3 id="library-now">{t('library:now.title')}</h3>
      <p className="library-title">{title}</p>
      <p className="library-standing">
        {standing} · {kept}
      </p>
      {trouble && <p className="library-trouble">{t(`library:fault.${trouble}`)}</p>}
      <form
        className="library-name"
        onSubmit={(event) => {
          event.preventDefault();
          void saveAs(name).then(() => setName(''));
        }}
      >
        {current?.changed && (
          <Button size="sm" onClick={() => void save()}>
            {t('library:now.save')}
          </Button>
        )}
        <TextInput
          size="sm"
          aria-label={t('library:now.name')}
          placeholder={t('library:now.name')}
          value={name}
          maxLength={MOST_NAME}
          data-autofocus={naming || undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="sm" type="submit" variant="default" disabled={name.trim() === ''}>
          {t('library:now.saveAs')}
        </Button>
      </form>
    </section>
  );
}
