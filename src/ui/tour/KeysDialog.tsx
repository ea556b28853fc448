import { Button, CloseButton, Modal } from '@mantine/core';
import { Compass } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { useText } from '../kit/index.ts';
import type { KeyGroup } from './keys.ts';

interface KeysDialogProps {
  readonly groups: readonly KeyGroup[];
  readonly onClose: () => void;
  readonly onTour: () => void;
}

/** Every key that does something, part by part, and the way to the tour. */
export function KeysDialog({ groups, onClose, onTour }: KeysDialogProps): ReactElement {
  const { t } = useText();
  return (
    <Modal.Root opened onClose={onClose} size="xl" lockScroll={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content className="help" aria-label={t('tour:help')}>
        <Modal.Body>
          <header className="help-head">
            <h2>{t('tour:help')}</h2>
            <CloseButton data-autofocus aria-label={t('tour:help.close')} onClick={onClose} />
          </header>
          <Button variant="default" leftSection={<Compass size="1rem" aria-hidden />} onClick={onTour}>
            {t('tour:start')}
          </Button>
          <div className="help-groups">
            {groups.map(({ title, shortcuts }) => (
              <section key={title} aria-label={t(title)}>
                <h3>{t(title)}</h3>
                <dl>
                  {shortcuts.map(({ keys, label }) => (
                    <div key={label}>
                      <dt>
                        {keys.map((key) => (
                          <Fragment key={key}>
                            <kbd>{key === 'Space' ? t('tour:space') : key}</kbd>{' '}
                          </Fragment>
                        ))}
                      </dt>
                      <dd>{t(label)}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
