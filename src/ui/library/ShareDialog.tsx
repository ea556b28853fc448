import { Button, Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useText } from '../kit/index.ts';

/** The link in a field to copy by hand, where the browser does not let the page do it. */
export function ShareDialog({ link, onClose }: { link: string; onClose: () => void }): ReactElement {
  const { t } = useText();
  return (
    <Modal.Root opened onClose={onClose} size="lg" lockScroll={false} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content className="shared" aria-label={t('library:share.title')}>
        <Modal.Body>
          <h2>{t('library:share.title')}</h2>
          <p>{t('library:share.byHand')}</p>
          <textarea
            className="share-link"
            aria-label={t('library:share.title')}
            value={link}
            readOnly
            rows={5}
            data-autofocus
            onFocus={(event) => event.currentTarget.select()}
          />
          <div className="shared-acts">
            <Button variant="default" onClick={onClose}>
              {t('library:shared.understood')}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
