import type { Text } from '../../text/index.ts';
import type { TimeView } from './useTimeView.ts';

/** Nearer, farther, all. */
export function ZoomButtons({ time, around, text }: { time: TimeView; around: number; text: Text }) {
  const { t } = text;
  return (
    <>
      <button type="button" onClick={() => time.zoom(1, around)} aria-label={t('charts:zoom.in')} title={t('charts:zoom.in')}>
        +
      </button>
      <button
        type="button"
        onClick={() => time.zoom(-1, around)}
        disabled={!time.zoomed}
        aria-label={t('charts:zoom.out')}
        title={t('charts:zoom.out')}
      >
        −
      </button>
      <button type="button" className="word" onClick={time.showAll} disabled={!time.zoomed}>
        {t('charts:zoom.all')}
      </button>
    </>
  );
}
