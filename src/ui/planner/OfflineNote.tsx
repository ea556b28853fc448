import { WifiOff } from 'lucide-react';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useText } from '../kit/index.ts';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Says that there is no network, and that nothing here needs one. */
export function OfflineNote(): ReactElement {
  const { t } = useText();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <span className="offline" role="status">
      {!online && (
        <>
          <WifiOff size="1rem" aria-hidden />
          {t('planner:job.offline')}
        </>
      )}
    </span>
  );
}
