/** Small things between visits. Storage that is missing, full or forbidden is the same as an empty one. */
export interface Remembered {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

/** Over Web Storage; `open` may throw, as in private windows. */
export function forgetfulStorage(open: () => Storage): Remembered {
  const attempt = <T>(access: (storage: Storage) => T, otherwise: T): T => {
    try {
      return access(open());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => attempt((storage) => storage.getItem(key), null),
    write: (key, value) => attempt((storage) => storage.setItem(key, value), undefined),
  };
}
