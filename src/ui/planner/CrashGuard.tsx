import { Button, Group } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useText } from '../kit/index.ts';
import { saveScenarioFile } from './files.ts';
import { usePlannerStore } from './store-context.tsx';

/** Catches what a part below throws while it is drawn, so that the plan can still be saved. */
export class CrashGuard extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    return this.state.error ? <Crashed error={this.state.error} /> : this.props.children;
  }
}

function Crashed({ error }: { error: Error }): ReactNode {
  const { t } = useText();
  const store = usePlannerStore();
  return (
    <main className="start" role="alert">
      <h1>{t('planner:crash.title')}</h1>
      <p>{t('planner:crash.help')}</p>
      <code>{error.message}</code>
      <Group>
        <Button variant="default" onClick={() => saveScenarioFile(store.getState().plan.scenario)}>
          {t('planner:bar.save')}
        </Button>
        <Button onClick={() => window.location.reload()}>{t('planner:crash.reload')}</Button>
      </Group>
    </main>
  );
}
