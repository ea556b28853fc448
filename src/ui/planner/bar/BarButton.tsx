import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { IconButton } from '../../kit/index.ts';
import type { BarAction } from './actions.ts';

/** An action as a button of the bar: with its word, or as an icon whose label shows on hover and focus. */
export function BarButton({ action, wide }: { action: BarAction; wide: boolean }): ReactElement {
  const { icon: Icon, label, word, onRun, disabled, pressed } = action;
  if (!wide || word === undefined) {
    return (
      <IconButton
        icon={Icon}
        label={label}
        onClick={onRun}
        {...(disabled === undefined ? {} : { disabled })}
        {...(pressed === undefined ? {} : { pressed })}
      />
    );
  }
  return (
    <Button
      className="bar-button"
      size="compact-md"
      variant="default"
      leftSection={<Icon size="1rem" aria-hidden />}
      onClick={onRun}
      disabled={disabled}
      aria-pressed={pressed}
      aria-label={label === word ? undefined : label}
    >
      {word}
    </Button>
  );
}
