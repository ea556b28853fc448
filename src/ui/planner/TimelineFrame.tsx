import type { ReactElement, ReactNode, Ref } from 'react';
import type { Scenario } from '../../scenario/index.ts';
import { usePlanner } from './store-context.tsx';

interface TimelineFrameProps {
  /** The plan that the figures inside belong to; null where they belong to none. */
  readonly scenario: Scenario | null;
  readonly frame: Ref<HTMLDivElement>;
  /** Pixels. */
  readonly minHeight: number;
  readonly children: ReactNode;
}

/** Marks what is inside as the figures of the plan before, at once and without drawing it anew. */
export function TimelineFrame({ scenario, frame, minHeight, children }: TimelineFrameProps): ReactElement {
  const stale = usePlanner((state) => scenario !== null && scenario !== state.plan.scenario);
  return (
    <div className="timeline-frame" ref={frame} style={{ minHeight }} data-stale={stale}>
      {children}
    </div>
  );
}
