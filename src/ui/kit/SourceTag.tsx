import { Popover, UnstyledButton } from '@mantine/core';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { TextKey } from '../../text/index.ts';
import type { SourceTag as Tag } from '../../units/index.ts';
import { useText } from './KitProvider.tsx';

export type ShownTag = Tag | 'user' | 'scenario';

/** Where a number comes from, as a small word; hover or press for the full line. */
export function SourceTag({ tag, label, children }: { tag: ShownTag; label: string; children: ReactNode }): ReactElement {
  const { t } = useText();
  const [pinned, setPinned] = useState(false);
  const [hovered, setHovered] = useState(false);
  return (
    <Popover
      opened={pinned || hovered}
      onChange={setPinned}
      onDismiss={() => setPinned(false)}
      position="right-start"
      withArrow
      shadow="md"
      width={300}
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <UnstyledButton
          className="source-tag"
          data-tag={tag}
          aria-label={`${t('planner:inputs.origin', { label })}: ${t(`product:tag.${tag}` as TextKey)}`}
          onClick={() => setPinned(!pinned)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setPinned(false);
          }}
          onMouseEnter={() => setHovered(true)}
          onMouseLeave={() => setHovered(false)}
        >
          {t(`product:tag.${tag}` as TextKey)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="source-tag__origin">
        <p className="source-tag__kind">{t(`product:tagHelp.${tag}` as TextKey)}</p>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
