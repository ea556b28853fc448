import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { useText } from '../kit/index.ts';
import { TopBar } from './bar/TopBar.tsx';
import type { AmbulanceParts } from './EmergencyFace.tsx';
import { usePlanner } from './store-context.tsx';
import { UndoNotice } from './UndoNotice.tsx';
import { useFace } from './use-face.ts';

const EmergencyFace = lazy(() => import('./EmergencyFace.tsx').then((module) => ({ default: module.EmergencyFace })));

interface FacesProps {
  readonly theme: 'light' | 'dark';
  readonly ambulances: AmbulanceParts;
  readonly screening: ReactNode;
}

/** Screening or ambulances, as the address says; showing to a room is screening's alone. */
export function Faces({ theme, ambulances, screening }: FacesProps): ReactNode {
  const face = useFace();
  const presenting = usePlanner((state) => state.presenting);
  return face === 'screening' || presenting ? screening : <Ambulances {...{ theme, ambulances }} />;
}

function Ambulances({ theme, ambulances }: Omit<FacesProps, 'screening'>): ReactElement {
  const { t } = useText();
  const [unfolded, setUnfolded] = useState(true);
  return (
    <div className="planner" data-face="emergency" data-inputs={unfolded ? 'shown' : 'folded'}>
      <TopBar theme={theme} inputsShown={unfolded} onToggleInputs={() => setUnfolded(!unfolded)} />
      <Suspense fallback={<p className="city-empty">{t('reach:state.opening')}</p>}>
        <EmergencyFace theme={theme} parts={ambulances} inputsShown={unfolded} />
      </Suspense>
      <UndoNotice />
    </div>
  );
}
