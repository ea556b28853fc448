import type { Theme } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import { download } from './download.ts';
import { pngFile } from './png-file.ts';
import { fileStem, provenanceLines, type ExportSource } from './source.tsx';

/** What an element shows as a PNG with title and provenance; rejects where the browser gives no picture. */
export async function downloadPng(text: Text, source: ExportSource, element: Element, title: string, theme: Theme): Promise<void> {
  const picture = await pngFile(element, { title, lines: provenanceLines(text, source), theme });
  download(`${fileStem(text, source, title)}.png`, picture);
}
