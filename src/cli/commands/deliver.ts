import type { Text } from '../../text/index.ts';
import type { CommandEnvironment } from '../environment.ts';
import { writeUserFile } from '../files.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** Hands a command's data out: to stdout, or whole into the file of --out. CSV files carry a mark, so that spreadsheets read their Chinese. */
export function deliver(
  environment: CommandEnvironment,
  text: Text,
  content: string,
  options: { readonly out?: string; readonly isCsv: boolean },
): void {
  if (options.out === undefined) {
    environment.writeOut(content);
    return;
  }
  writeUserFile(environment.folder, options.out, options.isCsv ? BYTE_ORDER_MARK + content : content);
  environment.writeError(`${text.t('cli:wrote', { path: options.out })}\n`);
}
