import { useSyncExternalStore } from 'react';

/** Faces of the planner's page; the fragment of its address remembers which is shown. */
export type Face = 'screening' | 'emergency';

export const FACE_ADDRESS: Readonly<Record<Face, string>> = { screening: '#verdict', emergency: '#emergency' };

/** Where the skip link leads on the ambulance face; it is part of that face. */
export const REACH_ADDRESS = '#reach';

const faceOf = (hash: string): Face => (hash === FACE_ADDRESS.emergency || hash === REACH_ADDRESS ? 'emergency' : 'screening');

function follow(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The face that the address asks for. */
export function useFace(): Face {
  return useSyncExternalStore(follow, () => faceOf(window.location.hash));
}
