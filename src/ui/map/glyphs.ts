import { useEffect, useState } from 'react';

/** What of document.fonts is needed here. */
export type FontShelf = Pick<FontFaceSet, 'check' | 'load' | 'addEventListener' | 'removeEventListener'>;

/**
 * A canvas is painted with the glyphs that are there, and the web font comes in a hundred subsets. Fetches exactly those that `words` need
 * in `font` (a CSS font shorthand) and calls `onArrived` when they, or subsets asked for elsewhere, are there. The answer stops it.
 */
export function fetchGlyphs(fonts: FontShelf, font: string, words: string, onArrived: () => void): () => void {
  let listening = true;
  const arrived = (): void => {
    if (listening) onArrived();
  };
  fonts.addEventListener('loadingdone', arrived);
  // Without the web font the systems' own fonts stay; nothing is lost but looks.
  if (!fonts.check(font, words)) fonts.load(font, words).then(arrived, () => undefined);
  return () => {
    listening = false;
    fonts.removeEventListener('loadingdone', arrived);
  };
}

/** Fetches the glyphs of `words`; the number changes whenever new ones have come, as a reason to paint anew. */
export function useGlyphs(font: string, words: string): number {
  const [arrivals, setArrivals] = useState(0);
  useEffect(() => fetchGlyphs(document.fonts, font, words, () => setArrivals((count) => count + 1)), [font, words]);
  return arrivals;
}
