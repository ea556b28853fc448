import type { Language } from '../units/index.ts';

export type Theme = 'system' | 'light' | 'dark';

/** A place to remember small things between visits. Both calls may fail silently (private mode, full quota). */
export interface Memory {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

const LANGUAGE_KEY = 'pingzhan.language';
const THEME_KEY = 'pingzhan.theme';
const TOUR_KEY = 'pingzhan.tour';
const LAYER_KEY = 'pingzhan.mapLayer';
const OVERLAYS_KEY = 'pingzhan.mapOverlays';
const LANES_KEY = 'pingzhan.lanes';
const FIRST_OVERLAYS = 'couriers';

/** Memory over Web Storage; storage that is missing or refuses is the same as an empty one. */
export function createMemory(open: () => Storage): Memory {
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

export interface PreferencesSlice {
  readonly language: Language;
  readonly theme: Theme;
  /** What the map colours by; '' where nothing was chosen. The map knows the names. */
  readonly mapLayer: string;
  /** What lies over the map's layer, by the map's names. */
  readonly mapOverlays: readonly string[];
  /** The timeline shows its lanes. */
  readonly lanesShown: boolean;
  /** False once the tour was taken, or somebody who needs none is at work. */
  readonly tourOffered: boolean;
  setLanguage(language: Language): void;
  withdrawTour(): void;
  setTheme(theme: Theme): void;
  setMapLayer(layer: string): void;
  setMapOverlays(overlays: readonly string[]): void;
  setLanesShown(shown: boolean): void;
}

export function createPreferences(memory: Memory, set: (part: Partial<PreferencesSlice>) => void): PreferencesSlice {
  const theme = memory.read(THEME_KEY);
  return {
    language: memory.read(LANGUAGE_KEY) === 'en' ? 'en' : 'zh',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    mapLayer: memory.read(LAYER_KEY) ?? '',
    mapOverlays: (memory.read(OVERLAYS_KEY) ?? FIRST_OVERLAYS).split(' ').filter(Boolean),
    lanesShown: memory.read(LANES_KEY) === 'shown',
    tourOffered: memory.read(TOUR_KEY) === null,
    withdrawTour() {
      memory.write(TOUR_KEY, 'seen');
      set({ tourOffered: false });
    },
    setLanguage(language) {
      memory.write(LANGUAGE_KEY, language);
      set({ language });
    },
    setTheme(next) {
      memory.write(THEME_KEY, next);
      set({ theme: next });
    },
    setMapLayer(mapLayer) {
      memory.write(LAYER_KEY, mapLayer);
      set({ mapLayer });
    },
    setMapOverlays(mapOverlays) {
      memory.write(OVERLAYS_KEY, mapOverlays.join(' '));
      set({ mapOverlays });
    },
    setLanesShown(lanesShown) {
      memory.write(LANES_KEY, lanesShown ? 'shown' : 'hidden');
      set({ lanesShown });
    },
  };
}
