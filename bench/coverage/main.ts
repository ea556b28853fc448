import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSection } from '../backcasts/document.ts';
import { BEGIN, coverageSection, END, type TownCoverage } from './document.ts';
import { coverQueue, TRIED_QUEUES, type QueueCoverage } from './queues.ts';
import { coverStudies, TOWNS } from './studies.ts';

const document = join(process.argv[2], 'docs', 'validation.md');

const queues: QueueCoverage[] = [];
for (const queue of TRIED_QUEUES) {
  const coverage = await coverQueue(queue);
  process.stderr.write(`${queue.name}: ${coverage.below} below, ${coverage.above} above\n`);
  queues.push(coverage);
}
const towns: TownCoverage[] = TOWNS.map((town) => {
  const figures = coverStudies(town);
  for (const { name, covered } of figures) process.stderr.write(`${town.name}, ${name}: ${covered.join(' ')}\n`);
  return { town: town.name, figures };
});
const section = coverageSection(queues, towns);
writeFileSync(document, withSection(existsSync(document) ? readFileSync(document, 'utf8') : '', section, { begin: BEGIN, end: END }));
process.stdout.write(`${section}\n`);
