import { createContext, useContext, type ReactElement, type ReactNode } from 'react';
import type { Published, WaitThresholds } from '../../published/index.ts';
import type { LightText } from '../../text/index.ts';
import type { Asked } from './asked.ts';
import type { Ask } from './use-asked.ts';

/** What every part of the page reads. */
export interface Page {
  readonly published: Published;
  readonly text: LightText;
  readonly asked: Asked;
  readonly ask: Ask;
  readonly thresholds: WaitThresholds;
  readonly setThresholds: (thresholds: WaitThresholds) => void;
}

const PageContext = createContext<Page | null>(null);

export function PageProvider({ page, children }: { page: Page; children: ReactNode }): ReactElement {
  return <PageContext value={page}>{children}</PageContext>;
}

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('outside of the page');
  return page;
}
