import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { AREA_IDS, type CalibrationFit } from '../../results/index.ts';
import type { EmergencyStore } from '../../store/index.ts';
import { useText } from '../kit/index.ts';

interface CalibrationProps {
  readonly emergency: EmergencyStore;
  /** The means as the city states them. */
  readonly standard: { readonly urban: number; readonly rural: number };
  readonly ready: boolean;
}

/** An explicit option: which speeds would make the stated means true, said in kilometres an hour, and put in force only when asked. */
export function Calibration({ emergency, standard, ready }: CalibrationProps): ReactElement {
  const { t, format } = useText();
  const fits = useStore(emergency, (state) => state.calibration);
  const job = useStore(emergency, (state) => state.job);
  const isRunning = job.status === 'running' && job.stage === 'calibrate';
  const words = (area: 'urban' | 'rural', { factor, statedMinutes, meanMinutes, impliedKmh }: CalibrationFit): string => {
    const values = { area: t(`charts:reach.${area}`), stated: statedMinutes, mean: format.number(meanMinutes, 1) };
    return factor === null
      ? t('reach:calibrate.none', values)
      : t('reach:calibrate.fit', { ...values, factor: format.number(factor, 2), speed: format.number(impliedKmh, 1) });
  };
  return (
    <div className="lower-ask">
      <p>{t('reach:calibrate.about', { urban: standard.urban, rural: standard.rural })}</p>
      {fits && (
        <ul>
          {AREA_IDS.map((area) => (
            <li key={area}>{words(area, fits[area])}</li>
          ))}
        </ul>
      )}
      <div className="lower-acts">
        <Button size="compact-md" loading={isRunning} disabled={!ready} onClick={() => void emergency.getState().calibrate(standard)}>
          {t('reach:calibrate.run')}
        </Button>
        {fits && (
          <Button size="compact-md" variant="default" onClick={() => emergency.getState().applyCalibration()}>
            {t('reach:calibrate.apply')}
          </Button>
        )}
      </div>
    </div>
  );
}
