import { useMemo, type ReactElement, type ReactNode } from 'react';
import { ExportProvider, type ExportSource } from '../export/index.ts';
import { usePlanner } from './store-context.tsx';

/** Tells everything below where the figures on the page come from, for what is exported. */
export function ExportDesk({ children }: { children: ReactNode }): ReactElement {
  const city = usePlanner((state) => state.city);
  const scenario = usePlanner((state) => state.answers?.scenario ?? null);
  const study = usePlanner((state) => state.answers?.study ?? null);
  const source = useMemo<ExportSource | null>(
    () => (scenario && study ? { city: city.name, studies: [{ name: scenario.name, study }] } : null),
    [city, scenario, study],
  );
  return <ExportProvider value={source}>{children}</ExportProvider>;
}
