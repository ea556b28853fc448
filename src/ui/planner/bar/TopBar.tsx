import { CircleQuestionMark, Compass, Download, Languages, Library, Moon, PanelLeftClose, PanelLeftOpen, Sun } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton, useMedia, useText } from '../../kit/index.ts';
import { useHelp } from '../../tour/index.ts';
import { usePlanner } from '../store-context.tsx';
import { FACE_ADDRESS, REACH_ADDRESS, useFace, type Face } from '../use-face.ts';
import type { BarAction, BarTab } from './actions.ts';
import './bar.css';
import { BarButton } from './BarButton.tsx';
import { GroupMenu, MoreMenu } from './BarMenu.tsx';
import { PresetSelect } from './PresetSelect.tsx';
import { useCompareActions } from './use-compare-actions.ts';
import { useExportActions } from './use-export-actions.ts';
import { useLibraryActions } from './use-library-actions.ts';
import { useUndoActions } from './use-undo-actions.ts';

interface TopBarProps {
  readonly theme: 'light' | 'dark';
  readonly inputsShown: boolean;
  readonly onToggleInputs: () => void;
}

/** Words beside the icons from here on, in English from the second, its words being longer. */
const WIDE = '(min-width: 1400px)';
const ROOMY = '(min-width: 1700px)';
/** Tabs and view actions from here on; below it one menu takes them in, on a phone all. */
const DESK = '(min-width: 1100px)';
const PHONE = '(max-width: 819px)';

/** Faces of the program and views of this page, in their order. */
function useTabs(face: Face): readonly BarTab[] {
  const { t } = useText();
  return [
    { id: 'screening', label: t('reach:tab.screening'), href: FACE_ADDRESS.screening, current: face === 'screening' },
    { id: 'emergency', label: t('reach:tab'), href: FACE_ADDRESS.emergency, current: face === 'emergency' },
    { id: 'residents', label: t('planner:bar.residents'), href: './residents.html', current: false },
  ];
}

/** What edits, keeps and compares plans; each part of the page that has such actions adds its list here. */
function usePlanActions(): readonly BarAction[] {
  return [...useUndoActions(), ...useCompareActions()];
}

function useViewActions(theme: 'light' | 'dark'): readonly BarAction[] {
  const { t, language } = useText();
  const roomy = useMedia(ROOMY);
  const setTheme = usePlanner((state) => state.setTheme);
  const offered = usePlanner((state) => state.tourOffered);
  const help = useHelp();
  return [
    offered
      ? {
          id: 'tour',
          icon: Compass,
          label: t('tour:offer'),
          ...(language === 'zh' || roomy ? { word: t('tour:word') } : {}),
          onRun: help.startTour,
        }
      : { id: 'help', icon: CircleQuestionMark, label: t('tour:help'), onRun: help.showKeys },
    {
      id: 'theme',
      icon: theme === 'dark' ? Sun : Moon,
      label: t(theme === 'dark' ? 'planner:bar.light' : 'planner:bar.dark'),
      onRun: () => setTheme(theme === 'dark' ? 'light' : 'dark'),
    },
  ];
}

/** Product, faces, preset, what can be done with the plan, language and colours. Narrow screens fold it into one menu. */
export function TopBar({ theme, inputsShown, onToggleInputs }: TopBarProps): ReactElement {
  const { t, pick, language } = useText();
  const city = usePlanner((state) => state.city);
  const [wide, desk, phone] = [useMedia(language === 'zh' ? WIDE : ROOMY), useMedia(DESK), useMedia(PHONE)];
  const face = useFace();
  const tabs = useTabs(face);
  const planActions = usePlanActions();
  const libraryGroups = useLibraryActions();
  const exportGroups = useExportActions(theme);
  const viewActions = useViewActions(theme);
  return (
    <header className="bar" aria-label={t('planner:bar.region')}>
      <a className="skip" href={face === 'emergency' ? REACH_ADDRESS : FACE_ADDRESS.screening}>
        {t('planner:skip.verdict')}
      </a>
      {!phone && (
        <IconButton
          icon={inputsShown ? PanelLeftClose : PanelLeftOpen}
          label={t(inputsShown ? 'planner:bar.hideInputs' : 'planner:bar.showInputs')}
          onClick={onToggleInputs}
          pressed={inputsShown}
        />
      )}
      <h1 className="bar-product">
        <span className="bar-name">{t('product:name')}</span> <span className="bar-city">{pick(city.name)}</span>
      </h1>
      {desk && (
        <nav className="bar-tabs" aria-label={t('product:subtitle')}>
          {tabs.map((tab) => (
            <a key={tab.id} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
            </a>
          ))}
        </nav>
      )}
      <PresetSelect />
      {!phone && (
        <div className="bar-actions">
          {planActions.map((action) => (
            <BarButton key={action.id} action={action} wide={wide} />
          ))}
          <GroupMenu icon={Library} label={t('library:title')} groups={libraryGroups} wide={wide} />
          <GroupMenu icon={Download} label={t('exports:title')} groups={exportGroups} wide={wide} />
        </div>
      )}
      <p className="bar-simulated">{t('product:simulated')}</p>
      <LanguageSwitch />
      {desk && viewActions.map((action) => <BarButton key={action.id} action={action} wide={wide} />)}
      {!desk && <MoreMenu tabs={tabs} groups={phone ? [planActions, ...libraryGroups, ...exportGroups, viewActions] : [viewActions]} />}
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
