import { useEffect, useEffectEvent, useState } from 'react';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page, which would otherwise leave the page for the file; true while some hover over it. */
export function useFileDrop(take: (files: readonly File[]) => void): boolean {
  const [hovering, setHovering] = useState(false);
  const onDrop = useEffectEvent(take);
  useEffect(() => {
    const listening = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void): void =>
      document.addEventListener(name, (event) => carriesFiles(event) && hear(event), { signal: listening.signal });
    on('dragover', (event) => {
      event.preventDefault();
      setHovering(true);
    });
    on('dragleave', (event) => {
      // Leaving the window, not an element for the next.
      if (event.relatedTarget === null) setHovering(false);
    });
    on('drop', (event) => {
      event.preventDefault();
      setHovering(false);
      onDrop([...(event.dataTransfer?.files ?? [])]);
    });
    return () => listening.abort();
  }, []);
  return hovering;
}
