import { Button, Popover } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { checkScenario } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import { ProblemWords } from './ProblemWords.tsx';
import { usePlannerLater } from './store-context.tsx';

/** Warnings against norms of the field that the plan breaks, such as 18 hours of duty a day. They never stop a run. */
export function PlanNotes(): ReactElement | null {
  const { t } = useText();
  const city = usePlannerLater((state) => state.city);
  const scenario = usePlannerLater((state) => state.plan.scenario);
  const notes = useMemo(() => checkScenario(scenario, city).notes, [scenario, city]);
  if (notes.length === 0) return null;
  return (
    <Popover position="top-end" withArrow shadow="md" withinPortal width={420} trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button className="notes-button" size="compact-sm" variant="subtle" leftSection={<TriangleAlert size="1rem" aria-hidden />}>
          {t('planner:notes.count', { count: notes.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="notes">
          {notes.map((note) => (
            <li key={note.code + note.path}>
              <ProblemWords problem={note} placed={false} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
