/** Runs one job at a time. Starting a job cancels the one before; only the latest may still speak. */
export interface Latest {
  start(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  cancel(): void;
}

export function createLatest(): Latest {
  let current: AbortController | null = null;
  const cancel = (): void => {
    current?.abort();
    current = null;
  };
  return {
    cancel,
    async start(work) {
      cancel();
      const controller = new AbortController();
      current = controller;
      try {
        await work(controller.signal);
      } catch (error) {
        if (!controller.signal.aborted) throw error;
      } finally {
        if (current === controller) current = null;
      }
    },
  };
}

/**
 * Lets the first value through at once, then at most one in `everyMs` milliseconds; the newest waiting value is never lost
 * unless `stop` is called.
 */
export function createPacer<T>(show: (value: T) => void, everyMs: number): { push(value: T): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: { value: T } | null = null;
  const release = (): void => {
    timer = null;
    if (waiting) {
      const { value } = waiting;
      waiting = null;
      timer = setTimeout(release, everyMs);
      show(value);
    }
  };
  return {
    push(value) {
      waiting = { value };
      if (timer === null) release();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
    },
  };
}
