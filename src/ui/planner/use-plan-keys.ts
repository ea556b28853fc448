import { useEffect } from 'react';
import { usePlannerStore } from './store-context.tsx';

/** Fields whose own undo goes before the plan's. A number field shows what is in force, so there Ctrl+Z means the plan. */
function keepsOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && /^(text|search)$/.test(target.type) && target.inputMode !== 'decimal';
}

/**
 * Ctrl or ⌘ with Z and Shift+Z (and Y) for the whole page, and where a gesture begins: at every press of the pointer and of a key that is
 * not the same key pressed again at the same place.
 */
export function usePlanKeys(): void {
  const store = usePlannerStore();
  useEffect(() => {
    let last = { key: '', target: null as EventTarget | null };
    const onPointerDown = (): void => {
      last = { key: '', target: null };
      store.getState().beginGesture();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== last.key || event.target !== last.target) store.getState().beginGesture();
      last = { key: event.key, target: event.target };
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y') || keepsOwnUndo(event.target)) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) store.getState().redo();
      else store.getState().undo();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [store]);
}
