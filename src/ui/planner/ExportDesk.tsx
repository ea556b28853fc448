import { useMemo, type ReactElement, type ReactNode } from 'react';
import { ExportProvider, type ExportSource } from '../export/index.ts';
import { usePlannerLater } from './store-context.tsx';

/** Tells everything below where the figures on the page come from, for what is exported. */
export function ExportDesk({ children }: { children: ReactNode }): ReactElement {
  const city = usePlannerLater((state) => state.city);
  const scenario = usePlannerLater((state) => state.answers?.scenario ?? null);
  const study = usePlannerLater((state) => state.answers?.study ?? null);
  const source = useMemo<ExportSource | null>(
    () => (scenario && study ? { city: city.name, studies: [{ name: scenario.name, study }] } : null),
    [city, scenario, study],
  );
  return <ExportProvider value={source}>{children}</ExportProvider>;
}
