import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Text } from '../../text/index.ts';
import { KitProvider } from '../kit/index.ts';
import './planner.css';

interface StartScreenProps {
  readonly text: Text;
  readonly theme: 'light' | 'dark';
  /** Why the city could not be loaded, in the reader's words; null while it is under way. */
  readonly failure: string | null;
  readonly onRetry: () => void;
}

/** What stands there until the city is in memory, or says why it is not. */
export function StartScreen({ text, theme, failure, onRetry }: StartScreenProps): ReactElement {
  return (
    <KitProvider text={text} theme={theme}>
      <main className="start">
        <h1>
          {text.t('product:name')} <small>{text.t('product:subtitle')}</small>
        </h1>
        {failure === null ? (
          <p role="status">{text.t('planner:load.city')}</p>
        ) : (
          <>
            <p role="alert">{failure}</p>
            <Button onClick={onRetry}>{text.t('planner:load.retry')}</Button>
          </>
        )}
      </main>
    </KitProvider>
  );
}
