import { Button, Menu } from '@mantine/core';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { useText } from '../../kit/index.ts';
import type { BarAction, BarTab } from './actions.ts';

/** Several groups of actions as the lines of one menu, with a line between groups. Empty groups leave no trace. */
function MenuLines({ groups, tabs = [] }: { groups: readonly (readonly BarAction[])[]; tabs?: readonly BarTab[] }): ReactElement {
  return (
    <>
      {tabs.map((tab) => (
        <Menu.Item key={tab.id} component="a" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </Menu.Item>
      ))}
      {groups
        .filter((group) => group.length > 0)
        .map((group, index) => (
          <Fragment key={group[0].id}>
            {(index > 0 || tabs.length > 0) && <Menu.Divider />}
            {group.map(({ id, icon: Icon, label, onRun, disabled, pressed }) => (
              <Menu.Item key={id} leftSection={<Icon size="1rem" aria-hidden />} onClick={onRun} disabled={disabled} aria-pressed={pressed}>
                {label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
    </>
  );
}

interface GroupMenuProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly groups: readonly (readonly BarAction[])[];
  readonly wide: boolean;
}

/** Several groups of actions behind one button of the bar. */
export function GroupMenu({ icon: Icon, label, groups, wide }: GroupMenuProps): ReactElement {
  return (
    <Menu position="bottom-start" withinPortal transitionProps={{ duration: 0 }} width="max-content">
      <Menu.Target>
        <Button
          className="bar-button"
          size="compact-md"
          variant="default"
          leftSection={<Icon size="1rem" aria-hidden />}
          aria-label={label}
          data-wide={wide}
        >
          {wide ? label : null}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuLines groups={groups} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Everything that has no room in the bar. */
export function MoreMenu({ groups, tabs }: { groups: readonly (readonly BarAction[])[]; tabs: readonly BarTab[] }): ReactElement {
  const { t } = useText();
  return (
    <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }} width="max-content">
      <Menu.Target>
        <Button className="bar-button" size="compact-md" variant="default" aria-label={t('planner:bar.more')} data-wide="false">
          <Ellipsis size="1.125rem" aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="bar-more">
        <MenuLines groups={groups} tabs={tabs} />
      </Menu.Dropdown>
    </Menu>
  );
}
