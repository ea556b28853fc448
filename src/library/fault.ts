/**
 * Why the storage did not do what was asked.
 * denied: the browser keeps nothing here (private window, switched off, broken). full: no room left.
 * newer: a newer version of the program has written it. blocked: it does not answer, mostly because another tab holds an older version.
 */
export type FaultReason = 'denied' | 'full' | 'newer' | 'blocked';

export class LibraryFault extends Error {
  override name = 'LibraryFault';

  constructor(
    readonly reason: FaultReason,
    cause?: unknown,
  ) {
    super(`the library is ${reason}`, { cause });
  }
}

/** Any failure of IndexedDB as one of the four reasons. */
export function faultOf(error: unknown): LibraryFault {
  if (error instanceof LibraryFault) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new LibraryFault('full', error);
  if (name === 'VersionError') return new LibraryFault('newer', error);
  return new LibraryFault('denied', error);
}
