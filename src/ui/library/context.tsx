import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { LibraryState, LibraryStore, PlannerState, PlannerStore } from '../../store/index.ts';

export interface LibrarySource {
  readonly library: LibraryStore;
  readonly planner: PlannerStore;
}

export const LibraryContext = createContext<LibrarySource | null>(null);

export function useLibrarySource(): LibrarySource {
  const source = useContext(LibraryContext);
  if (!source) throw new Error('the library needs a LibraryContext above it');
  return source;
}

/** One part of the library's state. */
export const useLibrary = <T,>(select: (state: LibraryState) => T): T => useStore(useLibrarySource().library, select);

/** One part of the page's state. */
export const usePage = <T,>(select: (state: PlannerState) => T): T => useStore(useLibrarySource().planner, select);
