import { Button } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { isAnyEdited } from '../../store/index.ts';
import { useText } from '../kit/index.ts';
import { MobiliseInput, OpenHoursInput } from './HourInputs.tsx';
import { NumericInput } from './NumericInput.tsx';
import { PoolInput } from './PoolInput.tsx';
import { ReinforcementInput } from './ReinforcementInput.tsx';
import { sliderTop } from './slider-range.ts';
import { useBaseSettings, usePlanner, useSetting } from './store-context.tsx';

const SECONDS_PER_HOUR = 3600;
const perHour = (seconds: number): number => SECONDS_PER_HOUR / seconds;
const percentOf = (share: number): number => Math.round(share * 1000) / 10;
const shareOf = (percent: number): number => Math.round(percent * 10) / 1000;

/** The nine inputs that matter most; everything else is in the scenario file. */
export const InputPanel = memo(function InputPanel(): ReactElement {
  const { t, format } = useText();
  const edited = usePlanner((state) => isAnyEdited(state.plan));
  const resetAll = usePlanner((state) => state.resetAll);
  const seconds = useSetting('sampling.meanSeconds');
  const { settings: base } = useBaseSettings();
  const borrowedTop = sliderTop(Math.max(base['lab.tubesPerDay'], base['lab.borrowedTubesPerDay']));
  return (
    <section className="inputs" aria-labelledby="inputs-title">
      <div className="inputs-title">
        <h2 id="inputs-title" className="card-title">
          {t('planner:inputs.region')}
        </h2>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<RotateCcw size="0.9rem" aria-hidden />}
          disabled={!edited}
          onClick={resetAll}
        >
          {t('planner:inputs.resetAll')}
        </Button>
      </div>
      <NumericInput path="staff.total" />
      <NumericInput
        path="sampling.meanSeconds"
        label={t('planner:inputs.perHour')}
        help={t('planner:inputs.perHourHelp', { seconds: format.number(seconds, 0) })}
        unit={t('planner:inputs.perHourUnit')}
        shown={perHour}
        stored={perHour}
        bottom={20}
        top={150}
        step={1}
        width={4}
      />
      <OpenHoursInput />
      <PoolInput />
      <NumericInput path="lab.tubesPerDay" />
      <NumericInput path="lab.borrowedTubesPerDay" top={borrowedTop} />
      <ReinforcementInput />
      <MobiliseInput />
      <NumericInput
        path="demand.participation"
        unit={t('planner:inputs.participationUnit')}
        shown={percentOf}
        stored={shareOf}
        bottom={50}
        top={100}
        step={1}
        width={4}
      />
      <p className="inputs-more">{t('planner:inputs.more')}</p>
    </section>
  );
});
