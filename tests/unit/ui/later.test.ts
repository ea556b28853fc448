import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LATER_MS, subscribeLater } from '../../../src/ui/planner/later.ts';

/** A store that changes when the test says so. */
function createChanging() {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change: () => listeners.forEach((listener) => listener()),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** One who listens and has been told what it missed before it came. */
function listen(store: ReturnType<typeof createChanging>) {
  const told = vi.fn<() => void>();
  const leave = subscribeLater(store, told);
  vi.advanceTimersByTime(LATER_MS);
  told.mockClear();
  return { told, leave };
}

describe('What may wait', () => {
  it('is told of a change a tenth of a second later, so that the first answer comes before it', () => {
    const store = createChanging();
    const { told } = listen(store);
    store.change();
    vi.advanceTimersByTime(LATER_MS - 1);
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('is told of many changes at once, and a drag that never rests does not put it off', () => {
    const store = createChanging();
    const { told } = listen(store);
    for (let moved = 0; moved < 100; moved++) {
      store.change();
      vi.advanceTimersByTime(16);
    }
    const most = (100 * 16) / LATER_MS;
    expect(told.mock.calls.length).toBeLessThanOrEqual(most);
    expect(told.mock.calls.length).toBeGreaterThan(most / 2);
  });

  it('is told together: all hear of a change in the same turn', () => {
    const store = createChanging();
    const [one, other] = [listen(store), listen(store)];
    one.told.mockClear();
    store.change();
    vi.advanceTimersByTime(LATER_MS);
    expect([one.told.mock.calls.length, other.told.mock.calls.length]).toEqual([1, 1]);
  });

  it('is told once without a change when it comes, for one may have been missed, and nothing after it left', () => {
    const store = createChanging();
    const told = vi.fn<() => void>();
    const leave = subscribeLater(store, told);
    vi.advanceTimersByTime(LATER_MS);
    expect(told).toHaveBeenCalledTimes(1);
    leave();
    store.change();
    vi.advanceTimersByTime(LATER_MS * 2);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
