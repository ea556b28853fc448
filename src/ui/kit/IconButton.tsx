import { ActionIcon, Tooltip } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

/** A button with a picture and a name; the name is spoken and shown on hover or focus. */
export function IconButton({ icon: Icon, label, onClick, disabled, pressed }: IconButtonProps): ReactElement {
  return (
    <Tooltip label={label} withinPortal events={{ hover: true, focus: true, touch: false }} transitionProps={{ duration: 0 }}>
      <ActionIcon className="icon-button" variant="subtle" aria-label={label} aria-pressed={pressed} onClick={onClick} disabled={disabled}>
        <Icon size="1.125rem" aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
