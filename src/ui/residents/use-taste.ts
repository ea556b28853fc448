import { useEffect, useState } from 'react';
import type { Remembered } from './remembered.ts';
import type { Taste } from './shell/TopBar.tsx';

const LANGUAGE = 'pingzhan.language';
const THEME = 'pingzhan.theme';
const SIZE = 'pingzhan.residents.size';

const systemIsDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** Language and colours, shared with the planner's page, and the size of type; remembered, and written on the document. */
export function useTaste(remembered: Remembered): readonly [Taste, (change: Partial<Taste>) => void] {
  const [taste, setTaste] = useState<Taste>(() => {
    const theme = remembered.read(THEME);
    return {
      language: remembered.read(LANGUAGE) === 'en' ? 'en' : 'zh',
      dark: theme === 'dark' || (theme !== 'light' && systemIsDark()),
      large: remembered.read(SIZE) === 'large',
    };
  });
  useEffect(() => {
    const { dataset } = document.documentElement;
    document.documentElement.lang = taste.language === 'zh' ? 'zh-CN' : 'en';
    dataset.theme = taste.dark ? 'dark' : 'light';
    dataset.size = taste.large ? 'large' : 'normal';
  }, [taste]);
  const change = (part: Partial<Taste>): void => {
    if (part.language !== undefined) remembered.write(LANGUAGE, part.language === 'zh' ? 'zh-CN' : 'en');
    if (part.dark !== undefined) remembered.write(THEME, part.dark ? 'dark' : 'light');
    if (part.large !== undefined) remembered.write(SIZE, part.large ? 'large' : 'normal');
    setTaste((before) => ({ ...before, ...part }));
  };
  return [taste, change];
}
