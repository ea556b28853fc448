import { Select } from '@mantine/core';
import { Languages, Moon, PanelLeftClose, PanelLeftOpen, Sun } from 'lucide-react';
import type { ReactElement } from 'react';
import { PRESETS } from '../../scenario/index.ts';
import { isAnyEdited } from '../../store/index.ts';
import { IconButton, useText } from '../kit/index.ts';
import { FileMenu } from './FileMenu.tsx';
import { Provenance } from './Provenance.tsx';
import { usePlanner } from './store-context.tsx';

interface TopBarProps {
  readonly theme: 'light' | 'dark';
  readonly inputsShown: boolean;
  readonly onToggleInputs: () => void;
}

/** Product, preset, files, where the result comes from, language and colours. */
export function TopBar({ theme, inputsShown, onToggleInputs }: TopBarProps): ReactElement {
  const { t, pick } = useText();
  const city = usePlanner((state) => state.city);
  const setTheme = usePlanner((state) => state.setTheme);
  return (
    <header className="bar" aria-label={t('planner:bar.region')}>
      <a className="skip" href="#verdict">
        {t('planner:skip.verdict')}
      </a>
      <span className="bar-inputs">
        <IconButton
          icon={inputsShown ? PanelLeftClose : PanelLeftOpen}
          label={t(inputsShown ? 'planner:bar.hideInputs' : 'planner:bar.showInputs')}
          onClick={onToggleInputs}
          pressed={inputsShown}
        />
      </span>
      <h1 className="bar-product">
        <span className="bar-name">{t('product:name')}</span> <span className="bar-city">{pick(city.name)}</span>
      </h1>
      <nav className="bar-tabs" aria-label={t('product:subtitle')}>
        <a href="#verdict" aria-current="page">
          {t('planner:title')}
        </a>
      </nav>
      <PresetSelect />
      <FileMenu />
      <p className="bar-simulated">{t('product:simulated')}</p>
      <Provenance />
      <LanguageSwitch />
      <IconButton
        icon={theme === 'dark' ? Sun : Moon}
        label={t(theme === 'dark' ? 'planner:bar.light' : 'planner:bar.dark')}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
    </header>
  );
}

function LanguageSwitch(): ReactElement {
  const { t, language } = useText();
  const setLanguage = usePlanner((state) => state.setLanguage);
  return (
    <button
      type="button"
      className="bar-language"
      aria-label={t('planner:bar.language')}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      <Languages size="1rem" aria-hidden />
      <span data-on={language === 'zh'}>中</span>
      <span aria-hidden>/</span>
      <span data-on={language === 'en'}>EN</span>
    </button>
  );
}

function PresetSelect(): ReactElement {
  const { t, pick } = useText();
  const plan = usePlanner((state) => state.plan);
  const cities = usePlanner((state) => state.cities);
  const openScenario = usePlanner((state) => state.openScenario);
  const offered = PRESETS.filter((preset) => cities.some(({ id }) => id === preset.city));
  const chosen = offered.find((preset) => preset.id !== undefined && preset.id === plan.base.id);
  const edited = isAnyEdited(plan);
  const named = (name: string): string => (edited ? t('planner:bar.presetEdited', { name }) : name);
  const OTHER = 'file';
  const data = [
    ...(chosen ? [] : [{ value: OTHER, label: named(t('planner:bar.fromFile', { name: pick(plan.base.name) })) }]),
    ...offered.map((preset) => ({ value: preset.id!, label: preset === chosen ? named(pick(preset.name)) : pick(preset.name) })),
  ];
  return (
    <Select
      className="bar-preset"
      size="sm"
      aria-label={t('planner:bar.preset')}
      data={data}
      value={chosen?.id ?? OTHER}
      onChange={(id) => {
        const preset = offered.find((candidate) => candidate.id === id);
        if (preset) openScenario(preset);
      }}
      onOptionSubmit={(id) => {
        // Choosing the preset in force again puts an edited plan back to it.
        if (chosen && id === chosen.id && edited) openScenario(chosen);
      }}
      allowDeselect={false}
      withCheckIcon={false}
      maxDropdownHeight={420}
      comboboxProps={{ width: 'max-content', position: 'bottom-start', transitionProps: { duration: 0 } }}
    />
  );
}
