import { Button } from '@mantine/core';
import { MapPinPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Addition } from '../../coverage/index.ts';
import { additionSentence, placeWords } from '../../report/index.ts';
import type { CoverageFacts } from '../../store/index.ts';
import { useText } from '../kit/index.ts';

interface AdditionListProps {
  readonly facts: CoverageFacts;
  readonly best: readonly Addition[];
  readonly onAdd: (addition: Addition) => void;
}

/** The best further stations in words, each with a button that puts it there. */
export function AdditionList({ facts, best, onAdd }: AdditionListProps): ReactElement {
  const text = useText();
  const { t } = text;
  const open = facts.stations.filter(({ state }) => state !== 'closed').length;
  if (best.length === 0) return <p className="waiting">{t('coverage:suggestion.none')}</p>;
  return (
    <ul className="addition-list" aria-label={t('reach:side.additions')}>
      {best.map((addition) => (
        <li key={addition.village}>
          <span>{additionSentence(facts.reach, addition, open, text)}</span>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<MapPinPlus size="0.95rem" aria-hidden />}
            aria-label={t('reach:addition.putAt', { place: placeWords(facts.reach, addition.village, text) })}
            onClick={() => onAdd(addition)}
          >
            {t('reach:addition.put')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
