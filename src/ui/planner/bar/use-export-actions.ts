import { Braces, FileSpreadsheet, Image, MapPin } from 'lucide-react';
import { compileVariant } from '../../../compile/index.ts';
import { labsSheet, roundSheet, sitesGeoJson, sitesSheet, type CsvSubject } from '../../../report/index.ts';
import { downloadCsv, downloadPng, downloadText, downloadXlsx, fileStem, useExportSource } from '../../export/index.ts';
import { useText } from '../../kit/index.ts';
import { useLibrarySource } from '../../library/index.ts';
import { hasGeography, shownLabs } from '../../round/index.ts';
import { resultFile } from '../files.ts';
import { usePlanner } from '../store-context.tsx';
import type { BarAction } from './actions.ts';

/** What the answer leaves the page as: picture, tables, data. Every file says where it comes from. A group a line of the menu's dividers. */
export function useExportActions(theme: 'light' | 'dark'): readonly (readonly BarAction[])[] {
  const text = useText();
  const { t, pick } = text;
  const source = useExportSource();
  const { library } = useLibrarySource();
  const city = usePlanner((state) => state.city);
  const answers = usePlanner((state) => state.answers);
  const pane = usePlanner((state) => state.pane);
  if (answers === null || source === null)
    return [[{ id: 'result', icon: Braces, label: t('planner:bar.download'), disabled: true, onRun: () => undefined }]];
  const { study, scenario, marginals } = answers;
  const plan = () => compileVariant(city, scenario);
  const tables = (): CsvSubject => {
    const { sites, labs, borrowed, settings } = plan();
    return {
      study,
      marginals,
      sites: sites.map(({ id, name, residents }) => ({ id, name: pick(name), size: residents })),
      labs: shownLabs(city, labs, borrowed).map(({ id, name, tubesPerDay }) => ({ id, name: pick(name), size: tubesPerDay })),
      orderClock: settings['order.clock'],
    };
  };
  const savePicture = (): void => {
    const map = document.querySelector('.city-map');
    if (map) downloadPng(text, source, map, t('exports:map'), theme).catch(() => library.getState().tell({ kind: 'noPicture' }));
  };
  const saveWorkbook = (): void => {
    const subject = tables();
    downloadXlsx(
      text,
      source,
      [roundSheet(text, study, subject.orderClock), sitesSheet(text, subject), labsSheet(text, subject)],
      t('exports:workbook'),
    );
  };
  const saveSites = (): void =>
    downloadText(
      `${fileStem(text, source, t('map:table.sites'))}.geojson`,
      sitesGeoJson(city, plan().sites, study),
      'application/geo+json',
    );
  const saveResult = (): void => {
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
        onRun: () => downloadCsv(text, source, sitesSheet(text, tables())),
      },
      { id: 'geojson', icon: MapPin, label: t('exports:sites.geojson'), disabled: !hasGeography(city), onRun: saveSites },
    ],
    [{ id: 'result', icon: Braces, label: t('planner:bar.download'), disabled: !marginals, onRun: saveResult }],
  ];
}
