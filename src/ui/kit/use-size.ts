import { useCallback, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Inner size of an element in whole pixels; give the ref to it. Null until it is on the page. */
export function useSize(): [ref: (element: HTMLElement | null) => (() => void) | undefined, size: Size | null] {
  const [size, setSize] = useState<Size | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setSize((before) => (before?.width === next.width && before.height === next.height ? before : next));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
