// Writes THIRD-PARTY-NOTICES.md: every package that reaches users with the page or the command line, and the licence it comes under.
// With --check it changes nothing and fails when the file is out of date.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { rootPath } from './paths.mjs';

const TARGET = rootPath('THIRD-PARTY-NOTICES.md');
/** Permissive licences; two packages misspell theirs, and the Eclipse pair offers a permissive choice. */
const ACCEPTED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BDS-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'Unlicense',
  'Hippocratic-2.1',
  '(MIT OR CC0-1.0)',
  '(EDL-1.0 OR EPL-1.0)',
]);

/** Tools at build time whose code goes into the residents' service worker. */
const IN_WORKER = /^node_modules\/workbox-(core|expiration|precaching|routing|strategies)$/;

function licenceText(folder) {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(file));
  if (!name) return '';
  return readFileSync(`${folder}/${name}`, 'utf8')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim();
}

function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(rootPath('package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && ((!entry.dev && !entry.devOptional && !entry.optional) || IN_WORKER.test(path)))
    .filter(([path]) => existsSync(rootPath(path)))
    .map(([path]) => {
      const manifest = JSON.parse(readFileSync(rootPath(path, 'package.json'), 'utf8'));
      const licence = typeof manifest.license === 'string' ? manifest.license : (manifest.licenses?.[0]?.type ?? 'unknown');
      return { label: `${manifest.name} ${manifest.version}`, licence, text: licenceText(rootPath(path)) };
    });
}

function render(packages) {
  const groups = new Map();
  for (const { label, licence, text } of packages) {
    const key = `${licence}\n${text}`;
    const group = groups.get(key) ?? { licence, text, labels: new Set() };
    group.labels.add(label);
    groups.set(key, group);
  }
  const sections = [...groups.values()]
    .map(({ licence, text, labels }) => ({ licence, text, labels: [...labels].toSorted((a, b) => (a < b ? -1 : 1)) }))
    .toSorted((a, b) => (a.labels[0] < b.labels[0] ? -1 : 1))
    .map(({ licence, text, labels }) => `## ${labels.join(', ')}\n\nLicence: ${licence}\n${text ? `\n\`\`\`text\n${text}\n\`\`\`\n` : ''}`);
  return `# Third-party notices\n\npingzhan is built with these packages. Written by \`npm run notices\`; the data's own sources and licences stand in data/.\n\n${sections.join('\n')}`;
}

const packages = shippedPackages();
const refused = packages.filter(({ licence }) => !ACCEPTED.has(licence));
if (refused.length > 0) {
  console.error(`licences that nobody has accepted yet: ${refused.map(({ label, licence }) => `${label} (${licence})`).join(', ')}`);
  process.exitCode = 1;
}
const text = render(packages);
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
  console.error('THIRD-PARTY-NOTICES.md is out of date: run npm run notices');
  process.exitCode = 1;
}
