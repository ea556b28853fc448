import { Button } from '@mantine/core';
import { MapPinPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { bestAdditions, isUnedited, type Addition, type AdditionAim } from '../../coverage/index.ts';
import type { EmergencyStudy } from '../../results/index.ts';
import { placeWords } from '../../report/index.ts';
import type { CoverageFacts, CoverageState } from '../../store/index.ts';
import { Rich, useText } from '../kit/index.ts';
import { AreaCard } from './AreaCard.tsx';

/** What the changed stations mean for people. */
function ChangeCard({ facts, edits }: { facts: CoverageFacts; edits: CoverageState['edits'] }): ReactElement {
  const { t, format } = useText();
  const { change } = facts;
  const unedited = isUnedited(edits);
  return (
    <section className="verdict-card" aria-labelledby="reach-change">
      <h2 id="reach-change" className="card-title">
        {t('reach:card.change')}
      </h2>
      {unedited ? (
        <>
          <p className="verdict-fact">{t('reach:card.unedited')}</p>
          <p className="verdict-fact waiting">{t('reach:card.how')}</p>
        </>
      ) : (
        <>
          <p className="verdict-fact">
            <Rich
              message="reach:card.gained"
              values={{ gained: format.peopleExact(change.gained), lost: format.peopleExact(change.lost) }}
            />
          </p>
          <p className="verdict-fact">
            {t('reach:card.sooner', { sooner: format.peopleExact(change.sooner), later: format.peopleExact(change.later) })}
          </p>
          <p className="verdict-fact">
            {t('reach:card.mean', { minutes: `${change.mean > 0 ? '+' : ''}${format.number(change.mean, 2)}` })}
          </p>
        </>
      )}
    </section>
  );
}

/** Two aims that planners ask for: most people within the urban standard, and the shortest mean. */
const SHOWN_AIMS: readonly AdditionAim[] = ['gainedStrict', 'mean'];

interface CardsProps {
  readonly facts: CoverageFacts;
  readonly edits: CoverageState['edits'];
  readonly additions: readonly Addition[] | null;
  readonly onAdd: (addition: Addition) => void;
  readonly study: EmergencyStudy | null;
  readonly stale: boolean;
  readonly factors: { readonly urban: number; readonly rural: number };
}

function AdditionCard({ facts, additions, onAdd }: Pick<CardsProps, 'facts' | 'additions' | 'onAdd'>): ReactElement {
  const text = useText();
  const { t, format } = text;
  const { reach, now, stations } = facts;
  const next = stations.filter(({ state }) => state !== 'closed').length + 1;
  return (
    <section className="verdict-card fixes" aria-labelledby="reach-additions" aria-busy={additions === null}>
      <h2 id="reach-additions" className="card-title">
        {t('reach:card.additions', { next })}
      </h2>
      {additions === null ? (
        <p className="verdict-fact waiting">{t('reach:card.trying')}</p>
      ) : (
        <ol>
          {SHOWN_AIMS.flatMap((aim) => bestAdditions(additions, aim, now, 1).map((addition) => ({ aim, addition }))).map(
            ({ aim, addition }) => {
              const place = placeWords(reach, addition.village, text);
              return (
                <li key={aim}>
                  <span>
                    <Rich
                      message={aim === 'mean' ? 'reach:addition.mean' : 'reach:addition.strict'}
                      values={{
                        place,
                        people: format.peopleExact(addition.gainedStrict),
                        urban: reach.rules.standard.urban,
                        minutes: format.number(Math.abs(addition.mean), 2),
                      }}
                    />
                  </span>
                  <Button
                    size="compact-sm"
                    variant="light"
                    leftSection={<MapPinPlus size="0.95rem" aria-hidden />}
                    aria-label={t('reach:addition.putAt', { place })}
                    onClick={() => onAdd(addition)}
                  >
                    {t('reach:addition.put')}
                  </Button>
                </li>
              );
            },
          )}
        </ol>
      )}
    </section>
  );
}

/** The answer first: both areas against their standards, what has changed, where a further station would do most. */
export function ReachCards({ facts, edits, additions, onAdd, study, stale, factors }: CardsProps): ReactElement {
  const { t, format } = useText();
  const { urban, rural } = facts.now.coverage;
  return (
    <section className="verdict reach-cards" id="reach" aria-label={t('reach:card.region')} tabIndex={-1}>
      <AreaCard {...{ facts, study, stale }} area="urban" factor={factors.urban} />
      <AreaCard {...{ facts, study, stale }} area="rural" factor={factors.rural} />
      <ChangeCard {...{ facts, edits }} />
      <AdditionCard {...{ facts, additions, onAdd }} />
      <p className="visually-hidden" role="status" aria-live="polite">
        {additions === null
          ? ''
          : t('reach:card.spoken', { urban: format.peopleExact(urban.beyond), rural: format.peopleExact(rural.beyond) })}
      </p>
    </section>
  );
}
