import { Braces, FileSpreadsheet, Image, MapPin } from 'lucide-react';
import type { CityPack } from '../../../city/index.ts';
import { compileVariant, type CompiledVariant } from '../../../compile/index.ts';
import { labsSheet, roundSheet, sitesGeoJson, sitesSheet, type CsvSubject } from '../../../report/index.ts';
import type { Answers } from '../../../store/index.ts';
import { downloadCsv, downloadPng, downloadText, downloadXlsx, fileStem, useExportSource, type ExportSource } from '../../export/index.ts';
import { useText } from '../../kit/index.ts';
import { useLibrarySource } from '../../library/index.ts';
import { hasGeography, shownLabs } from '../../round/index.ts';
import { resultFile } from '../files.ts';
import { usePlanner, usePlannerLater, usePlannerStore } from '../store-context.tsx';
import type { BarAction } from './actions.ts';

/** What the answer leaves the page as: picture, tables, data. Every file says where it comes from. A group a line of the menu's dividers. */
export function useExportActions(theme: 'light' | 'dark'): readonly (readonly BarAction[])[] {
  const text = useText();
  const { t, pick } = text;
  const source = useExportSource();
  const { library } = useLibrarySource();
  const store = usePlannerStore();
  const geographic = usePlanner((state) => hasGeography(state.city));
  const answered = usePlannerLater((state) => state.answers !== null);
  const explained = usePlannerLater((state) => state.answers !== null && state.answers.marginals !== null);
  const pane = usePlanner((state) => state.pane);
  if (!answered || source === null)
    return [[{ id: 'result', icon: Braces, label: t('planner:bar.download'), disabled: true, onRun: () => undefined }]];
  // Read when an action runs, so that a growing study does not draw the bar anew.
  const subject = (): { city: CityPack; answers: Answers; plan: CompiledVariant; from: ExportSource } => {
    const { city, answers } = store.getState();
    const { scenario, study } = answers!;
    const from = { city: city.name, studies: [{ name: scenario.name, study }] };
    return { city, answers: answers!, plan: compileVariant(city, scenario), from };
  };
  const tables = ({ city, answers, plan }: ReturnType<typeof subject>): CsvSubject => ({
    study: answers.study,
    marginals: answers.marginals,
    sites: plan.sites.map(({ id, name, residents }) => ({ id, name: pick(name), size: residents })),
    labs: shownLabs(city, plan.labs, plan.borrowed).map(({ id, name, tubesPerDay }) => ({ id, name: pick(name), size: tubesPerDay })),
    orderClock: plan.settings['order.clock'],
  });
  const savePicture = (): void => {
    const map = document.querySelector('.city-map');
    if (map) downloadPng(text, source, map, t('exports:map'), theme).catch(() => library.getState().tell({ kind: 'noPicture' }));
  };
  const saveWorkbook = (): void => {
    const now = subject();
    const csv = tables(now);
    downloadXlsx(
      text,
      now.from,
      [roundSheet(text, csv.study, csv.orderClock), sitesSheet(text, csv), labsSheet(text, csv)],
      t('exports:workbook'),
    );
  };
  const saveCsv = (): void => {
    const now = subject();
    downloadCsv(text, now.from, sitesSheet(text, tables(now)));
  };
  const saveSites = (): void => {
    const { city, answers, plan, from } = subject();
    const stem = fileStem(text, from, t('map:table.sites'));
    downloadText(`${stem}.geojson`, sitesGeoJson(city, plan.sites, answers.study), 'application/geo+json');
  };
  const saveResult = (): void => {
    const { study, marginals } = subject().answers;
    if (!marginals) return;
    const { name, content } = resultFile(study, marginals);
    downloadText(name, content);
  };
  return [
    [{ id: 'map', icon: Image, label: t('exports:map.png'), disabled: pane !== 'map', onRun: savePicture }],
    [
      { id: 'workbook', icon: FileSpreadsheet, label: t('exports:workbook.xlsx'), onRun: saveWorkbook },
      {
        id: 'sites',
        icon: FileSpreadsheet,
        label: t('exports:sites.csv'),
        onRun: saveCsv,
      },
      { id: 'geojson', icon: MapPin, label: t('exports:sites.geojson'), disabled: !geographic, onRun: saveSites },
    ],
    [{ id: 'result', icon: Braces, label: t('planner:bar.download'), disabled: !explained, onRun: saveResult }],
  ];
}
