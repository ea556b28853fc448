import { Button, Menu } from '@mantine/core';
import { Flag } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { useText } from '../../kit/index.ts';
import type { RoundEvent } from './events.ts';

interface EventMenuProps {
  readonly events: readonly RoundEvent[];
  /** Local time of the order. */
  readonly clock: string;
  readonly onJump: (hours: number) => void;
}

/** The round's instants as a menu that jumps to them. */
export const EventMenu = memo(function EventMenu({ events, clock, onJump }: EventMenuProps): ReactElement {
  const { t, format } = useText();
  return (
    <Menu position="top-start" withinPortal transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button className="playback-events" size="compact-md" variant="default" leftSection={<Flag size="1rem" aria-hidden />}>
          {t('play:events')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="event-list">
        {events.map((event, index) => (
          <Menu.Item key={index} classNames={{ itemLabel: 'event-line' }} onClick={() => onJump(event.hours)}>
            <span className="event-words">{event.words}</span>
            <span className="event-time">
              {format.clock(event.hours, clock)} · {format.offset(event.hours)}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
