import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { faultOf, LibraryFault } from './fault.ts';

/** What lies in the database is unknown until it has been read; see plans.ts and runs.ts. */
export interface Tables extends DBSchema {
  plans: { key: string; value: { id: string } };
  runs: { key: string; value: { id: string } };
}
export type Database = IDBPDatabase<Tables>;

/** STEPS[0] makes version 1, STEPS[1] turns it into version 2, and so on. A step, once released, is never changed. */
const STEPS: readonly ((database: Database) => void)[] = [
  (database) => void database.createObjectStore('plans', { keyPath: 'id' }),
  (database) => void database.createObjectStore('runs', { keyPath: 'id' }),
];
export const DATABASE_VERSION = STEPS.length;
export const DATABASE_NAME = 'pingzhan';

/** How long opening may take before the page goes on without, in milliseconds. */
const PATIENCE_MS = 3_000;

export interface Connection {
  /** Runs work on the open database; opens it first where it is not open. Rejects with a LibraryFault only. */
  visit<T>(work: (database: Database) => Promise<T>): Promise<T>;
  close(): void;
}

async function open(name: string, onLost: () => void): Promise<Database> {
  let gaveUp = false;
  const opening = openDB<Tables>(name, DATABASE_VERSION, {
    upgrade: (database, from) => STEPS.slice(from).forEach((step) => step(database)),
    // A newer version of the program in another tab goes first; this one opens again when it next needs to, and is then told.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      gaveUp = true;
      reject(new LibraryFault('blocked'));
    }, PATIENCE_MS);
  });
  void opening.then(
    (database) => gaveUp && database.close(),
    () => undefined,
  );
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function createConnection(name: string): Connection {
  let opened: Promise<Database> | null = null;
  const forget = (): void => {
    opened = null;
  };
  const connect = (): Promise<Database> => {
    opened ??= Promise.resolve()
      .then(() => open(name, forget))
      .catch((error: unknown) => {
        forget();
        throw error;
      });
    return opened;
  };
  return {
    async visit(work) {
      try {
        const database = await connect();
        try {
          return await work(database);
        } catch (error) {
          // The browser closed the connection between two uses: once more on a fresh one.
          if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
          forget();
          return await work(await connect());
        }
      } catch (error) {
        throw faultOf(error);
      }
    },
    close() {
      void opened?.then((database) => database.close()).catch(() => undefined);
      forget();
    },
  };
}
