import { describe, expect, test, vi } from 'vitest';
import { fetchGlyphs, type FontShelf } from '../../../src/ui/map/glyphs.ts';

/** document.fonts with its loads and events in the test's hand. */
function shelf(has: boolean) {
  const listeners = new Set<() => void>();
  let finish: () => void = () => {};
  const load = vi.fn<(font: string, words?: string) => Promise<FontFace[]>>(() => new Promise((resolve) => (finish = () => resolve([]))));
  const fonts = {
    check: () => has,
    load,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  return { fonts: fonts as unknown as FontShelf, load, finish: () => finish(), loadingDone: () => listeners.forEach((tell) => tell()) };
}

describe('names on a canvas', () => {
  test('ask for exactly their own glyphs and are painted again when these are there', async () => {
    const { fonts, load, finish } = shelf(false);
    const onArrived = vi.fn<() => void>();
    fetchGlyphs(fonts, '500 14px Noto', '临江乡燕矶镇', onArrived);
    expect(load).toHaveBeenCalledExactlyOnceWith('500 14px Noto', '临江乡燕矶镇');
    expect(onArrived).not.toHaveBeenCalled();
    finish();
    await vi.waitFor(() => expect(onArrived).toHaveBeenCalledOnce());
  });

  test('are painted again when subsets asked for elsewhere arrive', () => {
    const { fonts, load, loadingDone } = shelf(true);
    const onArrived = vi.fn<() => void>();
    fetchGlyphs(fonts, '500 14px Noto', '临江乡', onArrived);
    loadingDone();
    expect(load).not.toHaveBeenCalled();
    expect(onArrived).toHaveBeenCalledOnce();
  });

  test('that have gone hear nothing any more', async () => {
    const { fonts, finish, loadingDone } = shelf(false);
    const onArrived = vi.fn<() => void>();
    fetchGlyphs(fonts, '500 14px Noto', '临江乡', onArrived)();
    finish();
    loadingDone();
    await Promise.resolve();
    expect(onArrived).not.toHaveBeenCalled();
  });
});
