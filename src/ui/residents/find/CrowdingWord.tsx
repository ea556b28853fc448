import type { ReactElement } from 'react';
import type { Crowding } from '../../../published/index.ts';
import { usePage } from '../page-context.tsx';

export const CROWDING_KEYS = {
  clear: 'residents:crowding.clear',
  busy: 'residents:crowding.busy',
  jammed: 'residents:crowding.jammed',
  closed: 'residents:crowding.closed',
} as const satisfies Record<Crowding, string>;

/** A shape for each word, so that neither colour nor reading speed decides. */
const SHAPES = {
  clear: <circle cx="8" cy="8" r="6" />,
  busy: <path d="M8 1.5 15 14.5H1Z" />,
  jammed: <path d="M2 2H14V14H2Z" />,
  closed: <path d="M2 7H14V9.5H2Z" />,
} as const satisfies Record<Crowding, ReactElement>;

/** 畅通 / 忙碌 / 拥堵 / 休息 with its shape and colour. */
export function CrowdingWord({ crowding }: { crowding: Crowding }): ReactElement {
  const { t } = usePage().text;
  return (
    <span className="crowding" data-crowding={crowding}>
      <svg viewBox="0 0 16 16" aria-hidden>
        {SHAPES[crowding]}
      </svg>
      {t(CROWDING_KEYS[crowding])}
    </span>
  );
}
