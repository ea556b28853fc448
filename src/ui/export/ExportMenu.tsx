import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis, FileSpreadsheet, Image, Shapes, Table } from 'lucide-react';
import { useState, type ReactElement, type RefObject } from 'react';
import type { Theme } from '../../charts/index.ts';
import type { Sheet } from '../../report/index.ts';
import { useText } from '../kit/index.ts';
import { downloadText } from './download.ts';
import { downloadPng } from './download-png.ts';
import { useExportSource, fileStem, provenanceLines, type ExportSource } from './source.tsx';
import { svgFile } from './svg-file.ts';
import { downloadCsv, downloadXlsx } from './table-files.ts';

interface ExportMenuProps {
  /** What the picture is; title of the file and spoken name of the button. */
  readonly title: string;
  /** The element whose picture is taken. */
  readonly of: RefObject<Element | null>;
  readonly theme: Theme;
  /** The figures behind the picture; asked only when they are wanted. */
  readonly table?: () => Sheet;
  /** Shows the figures on the page. */
  readonly onTable?: () => void;
  /** In place of the source around. */
  readonly source?: ExportSource;
  /** False where the picture is not a drawing, as the map. */
  readonly svg?: boolean;
}

/** «⋯» beside a picture: the picture and its figures as files, and the figures as a table. */
export function ExportMenu({ title, of, theme, table, onTable, source, svg = true }: ExportMenuProps): ReactElement | null {
  const text = useText();
  const { t } = text;
  const around = useExportSource();
  const from = source ?? around;
  const [failed, setFailed] = useState(false);
  if (from === null || from.studies.length === 0) return null;
  const stem = fileStem(text, from, title);
  const caption = { title, lines: provenanceLines(text, from), theme };
  const savePng = async (): Promise<void> => {
    if (!of.current) return;
    try {
      await downloadPng(text, from, of.current, title, theme);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  // Inside the element around, because a press outside a popover's own element would close the popover first.
  return (
    <Menu position="bottom-end" width="max-content" withinPortal={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon className="export-button" variant="subtle" aria-label={t('exports:menu', { title })} data-export="skip">
          <Ellipsis size="1.125rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onTable && (
          <Menu.Item leftSection={<Table size="1rem" aria-hidden />} onClick={onTable}>
            {t('exports:table')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Image size="1rem" aria-hidden />} onClick={() => void savePng()}>
          {t('exports:png')}
        </Menu.Item>
        {svg && (
          <Menu.Item
            leftSection={<Shapes size="1rem" aria-hidden />}
            onClick={() => of.current && downloadText(`${stem}.svg`, svgFile(of.current, caption), 'image/svg+xml')}
          >
            {t('exports:svg')}
          </Menu.Item>
        )}
        {table && (
          <>
            <Menu.Item leftSection={<FileSpreadsheet size="1rem" aria-hidden />} onClick={() => downloadCsv(text, from, table())}>
              {t('exports:csv')}
            </Menu.Item>
            <Menu.Item leftSection={<FileSpreadsheet size="1rem" aria-hidden />} onClick={() => downloadXlsx(text, from, [table()], title)}>
              {t('exports:xlsx')}
            </Menu.Item>
          </>
        )}
        {failed && <Menu.Label role="alert">{t('exports:failed')}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
