import { Button, Modal } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { planDifferences } from '../../report/index.ts';
import { checkScenario, findPreset, isPlanLink, parseLink, PRESETS, type Problem, type Scenario } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import { useLibrarySource, usePage } from './context.tsx';

type Shared = { readonly scenario: Scenario } | { readonly problems: readonly Problem[] };

/** What the address holds now; the answer to it takes it out of the address. */
function readAddress(): Shared | null {
  return isPlanLink(window.location.hash) ? parseLink(window.location.hash) : null;
}
const clearAddress = (): void => window.history.replaceState(null, '', window.location.pathname + window.location.search);

/** A plan that came with the page's address: what it holds, and whether to open it. Nothing is opened or run unasked. */
export function SharedPlan(): ReactElement | null {
  const { t } = useText();
  const [shared, setShared] = useState<Shared | null>(readAddress);
  useEffect(() => {
    const onChange = (): void => {
      if (isPlanLink(window.location.hash)) setShared(readAddress());
    };
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  const close = (): void => {
    clearAddress();
    setShared(null);
  };
  if (shared === null) return null;
  return (
    <Modal.Root opened onClose={close} size="lg" lockScroll={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content className="shared" aria-label={t('library:shared.title')}>
        <Modal.Body>
          <h2>{t('library:shared.title')}</h2>
          {'problems' in shared ? (
            <Refused problems={shared.problems} onClose={close} />
          ) : (
            <Offered scenario={shared.scenario} onClose={close} />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Offered({ scenario, onClose }: { scenario: Scenario; onClose: () => void }): ReactElement {
  const text = useText();
  const { t, pick } = text;
  const { library } = useLibrarySource();
  const city = usePage((state) => state.cities).find(({ id }) => id === scenario.city);
  if (!city) return <Refused problems={t('library:notice.otherCity', { city: scenario.city })} onClose={onClose} />;
  const { problems } = checkScenario(scenario, city);
  if (problems.length > 0) return <Refused problems={problems} onClose={onClose} />;
  const preset = scenario.id === undefined ? undefined : findPreset(scenario.id);
  const base = preset?.city === scenario.city ? preset : null;
  const compared = base ?? PRESETS.find((known) => known.city === scenario.city) ?? { ...scenario, inputs: {}, changes: [] };
  const differences = planDifferences(text, city, compared, scenario);
  return (
    <>
      <p className="library-title">{pick(scenario.name)}</p>
      {base === null && scenario.note !== undefined && <p className="library-standing">{pick(scenario.note)}</p>}
      {differences.length === 0 ? (
        <p>{t('library:shared.same', { name: pick(compared.name) })}</p>
      ) : (
        <>
          <p>{t('library:shared.differs', { name: pick(compared.name), count: differences.length })}</p>
          <dl className="shared-differences">
            {differences.map(({ what, before, after }, index) => (
              <div key={`${what} ${index}`}>
                <dt>{what}</dt>
                <dd>
                  {before} → <b>{after}</b>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="library-standing">{t('library:shared.safe')}</p>
      <div className="shared-acts">
        <Button
          data-autofocus
          onClick={() => {
            void library.getState().openShared({ base: base ?? scenario, scenario });
            onClose();
          }}
        >
          {t('library:shared.open')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('library:shared.keep')}
        </Button>
      </div>
    </>
  );
}

const SHOWN = 5;

function Refused({ problems, onClose }: { problems: readonly Problem[] | string; onClose: () => void }): ReactElement {
  const { t, pick } = useText();
  return (
    <>
      <p role="alert">{t('library:shared.refused')}</p>
      {typeof problems === 'string' ? (
        <p>{problems}</p>
      ) : (
        <ul className="shared-problems">
          {problems.slice(0, SHOWN).map((problem, index) => (
            <li key={`${problem.path} ${index}`}>
              {problem.path !== '' && <code>{problem.path}</code>}{' '}
              {t('planner:file.problem', { message: pick(problem.message), allowed: pick(problem.allowed), cure: pick(problem.cure) })}
            </li>
          ))}
        </ul>
      )}
      <p className="library-standing">{t('planner:file.nothingChanged')}</p>
      <div className="shared-acts">
        <Button data-autofocus onClick={onClose}>
          {t('library:shared.understood')}
        </Button>
      </div>
    </>
  );
}
