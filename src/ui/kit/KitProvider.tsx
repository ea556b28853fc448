import { MantineProvider } from '@mantine/core';
import { createContext, useContext, type ReactElement, type ReactNode } from 'react';
import { Trans } from 'react-i18next';
import type { Text, TextKey, TextValues } from '../../text/index.ts';

const TextContext = createContext<Text | null>(null);

/** The words of the page's language. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText needs a KitProvider above it');
  return text;
}

/** A message with its figures in bold: <b> in the message marks them. Values are filled in as text. */
export function Rich({ message, values }: { message: TextKey; values?: TextValues }): ReactElement {
  const { i18n } = useText();
  return <Trans i18n={i18n} i18nKey={message as string} values={values} components={{ b: <b /> }} />;
}

/** Mantine without a single injected style, in the given colours; words for all below. */
export function KitProvider({ text, theme, children }: { text: Text; theme: 'light' | 'dark'; children: ReactNode }): ReactElement {
  return (
    <TextContext value={text}>
      <MantineProvider forceColorScheme={theme} withCssVariables={false} withGlobalClasses={false} withStaticClasses={false}>
        {children}
      </MantineProvider>
    </TextContext>
  );
}
