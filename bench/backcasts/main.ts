import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backCastSection, withSection } from './document.ts';
import { castBack, type BackCast } from './predict.ts';
import { PAST_ROUNDS } from './rounds.ts';

const document = join(process.argv[2], 'docs', 'validation.md');
const HEAD = '# 验证 / Validation\n\nWhat the model was held against. Sections between marks are written by commands; do not edit them.\n';

const casts: BackCast[] = [];
for (const round of PAST_ROUNDS) {
  process.stderr.write(`${round.scenario.id} …\n`);
  casts.push(await castBack(round));
}
const section = backCastSection(casts);
writeFileSync(document, withSection(existsSync(document) ? readFileSync(document, 'utf8') : HEAD, section));
process.stdout.write(`${section}\n`);
