import { useMedia } from '../kit/index.ts';

/** Pixels of one rem: 20 on the projector, 16 elsewhere (theme/base.css). */
export function useRootFont(): number {
  return useMedia('(min-width: 1800px)') ? 20 : 16;
}
