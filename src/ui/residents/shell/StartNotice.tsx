import type { ReactElement } from 'react';
import type { LightText } from '../../../text/index.ts';

/** Before the data is there: waiting, or why it did not come. */
export function StartNotice({ text, failure, onRetry }: { text: LightText; failure: string | null; onRetry: () => void }): ReactElement {
  return (
    <main className="start" id="main">
      <h1>{text.t('residents:title')}</h1>
      <p role="status">{failure ?? text.t('residents:load.wait')}</p>
      {failure !== null && (
        <button type="button" className="button" onClick={onRetry}>
          {text.t('residents:load.again')}
        </button>
      )}
      <p className="simulated">{text.t('product:simulated')}</p>
    </main>
  );
}
