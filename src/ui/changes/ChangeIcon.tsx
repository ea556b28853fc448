import { createElement, type ReactElement } from 'react';
import type { Change } from '../../scenario/index.ts';
import { changeIcon } from './readyKinds.ts';

/** The picture of a change, beside its words. */
export function ChangeIcon({ change, size }: { change: Change; size: string }): ReactElement {
  return createElement(changeIcon(change), { size, 'aria-hidden': true });
}
