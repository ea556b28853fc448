import type { TextKey } from '../../text/index.ts';

/** Keys that do something in one part of the page. */
export interface KeyGroup {
  readonly title: TextKey;
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly label: TextKey }[];
}
