import { Menu } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { MOST_CHANGES } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import type { TrackScale } from '../timeline/index.ts';
import type { ChangeDesk } from './desk.ts';
import { snapped } from './dates.ts';
import { createReady, READY_KINDS } from './readyKinds.ts';
import { amountWords } from './words.ts';

interface AddMenuProps {
  readonly desk: ChangeDesk;
  readonly scale: TrackScale;
  readonly cursorHours: () => number;
}

/** The button that adds a change at the cursor; it stands at the track's head, or where somebody pressed the track. */
export function AddMenu({ desk, scale, cursorHours }: AddMenuProps): ReactElement {
  const { t, format } = useText();
  const { open, show, close, facts, edits, changes } = desk;
  const at = open?.kind === 'menu' ? open.at : null;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (at !== null) button.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const full = changes.length >= MOST_CHANGES;
  const left = at === null ? -scale.left : Math.max(0, Math.min(scale.right, scale.x(at)) - scale.left);
  return (
    <Menu
      opened={at !== null}
      onChange={(opened) => {
        if (opened) show({ kind: 'menu', at: snapped(cursorHours()) });
        else close('menu');
      }}
      position="top"
      hideDetached={false}
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          ref={button}
          type="button"
          className="change-add"
          data-open={at !== null}
          style={{ left }}
          aria-label={t('changes:add')}
          title={full ? t('changes:full', { most: MOST_CHANGES }) : t('changes:add')}
          disabled={full}
        >
          <Plus size="1em" aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="change-menu">
        <Menu.Label>
          {t('changes:menu.at', { clock: format.clock(at ?? 0, facts.wording.clock), offset: format.offset(at ?? 0) })}
        </Menu.Label>
        {READY_KINDS.map((kind) => {
          const ready = createReady(kind, at ?? 0, facts);
          const Icon = kind.icon;
          return (
            <Menu.Item
              key={kind.key}
              leftSection={<Icon size="1rem" aria-hidden />}
              disabled={ready === null}
              onClick={() => {
                if (ready) show({ kind: 'form', index: edits.add(ready), fromList: false });
              }}
            >
              <span className="change-menu-item">
                {t(kind.label)}
                {ready && <span className="change-menu-amount">{amountWords(ready, facts.wording)}</span>}
              </span>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
