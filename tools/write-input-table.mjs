// Writes docs/inputs.md, the table of every input in both languages, from the catalogue and Ezhou's pack. Usage: node tools/write-input-table.mjs
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root, rootPath } from './paths.mjs';

export const INPUT_TABLE = 'docs/inputs.md';
export const EXAMPLE_CITY = 'data/ezhou/pack.json';

const WORDS = {
  zh: {
    title: '中文',
    columns: ['名称', '含义', '通用默认值', '鄂州', '允许', '来源'],
    first: '第一屏',
    joint: '：',
  },
  en: {
    title: 'English',
    columns: ['name', 'meaning', 'generic default', 'Ezhou', 'allowed', 'source'],
    first: 'first screen',
    joint: ': ',
  },
};

const HEAD = `# 输入一览 / Inputs

\`npm run build:inputs\` 由目录 \`src/scenario/catalogue\` 与鄂州资料包写出本页，请勿手改；有改动而未重写时，单元测试不通过。
Written by \`npm run build:inputs\` from the catalogue in \`src/scenario/catalogue\` and the Ezhou pack. Do not edit: a unit test fails when this page is stale.

名称即文件、\`--set 名称=值\` 与页面共用的名称。鄂州一列只列出与通用默认值来源不同的项，其来源写在最后一列分号之后。
The name is the same in files, in \`--set name=value\` and on the page. The Ezhou column is filled where the city's pack states a value; its source stands after the semicolon.
`;

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

/**
 * The page's text.
 * @param program what src/scenario and src/text export
 * @param city the loaded pack whose values stand beside the generic defaults
 */
export function inputTable({ CATALOGUE, INPUT_GROUPS, allowedValues, createText }, city) {
  const sources = new Map(city.sources.map((source) => [source.id, source]));
  const section = (language) => {
    const words = WORDS[language];
    const text = createText(language);
    const tag = (id) => text.t(`product:tag.${id}`);
    const row = (input) => {
      const stated = city.defaults[input.path];
      const source = stated && sources.get(stated.source);
      const unit = text.pick(input.unit);
      const help = text.pick(input.help);
      const origins = [
        `${tag(input.tag)}${words.joint}${text.pick(input.origin)}`,
        source ? `${tag(source.tag)}${words.joint}${text.pick(source.title)}` : '',
      ];
      return [
        `\`${input.path}\``,
        `**${text.pick(input.label)}**${input.basic ? ` (${words.first})` : ''} ${help}`,
        `${input.default} ${unit}`.trim(),
        stated ? stated.value : '',
        text.pick(allowedValues(input)),
        origins.filter((origin) => origin !== '').join(language === 'zh' ? '；' : '; '),
      ];
    };
    const tables = Object.entries(INPUT_GROUPS).map(([group, title]) => {
      const inputs = CATALOGUE.filter((input) => input.group === group);
      const rows = [words.columns, words.columns.map(() => '---'), ...inputs.map(row)];
      return `### ${text.pick(title)}\n\n${rows.map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('')}`;
    });
    return `## ${words.title}\n\n${tables.join('\n')}`;
  };
  return `${HEAD}\n${section('zh')}\n${section('en')}`;
}

async function write() {
  const folder = mkdtempSync(join(tmpdir(), 'pingzhan-inputs-'));
  try {
    const rooms = { scenario: rootPath('src', 'scenario', 'index.ts'), text: rootPath('src', 'text', 'index.ts') };
    const rollupOptions = { input: rooms, output: { entryFileNames: '[name].mjs' } };
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: { ssr: true, outDir: folder, emptyOutDir: true, minify: false, rollupOptions },
    });
    const [scenario, text] = await Promise.all(['scenario', 'text'].map((room) => import(pathToFileURL(join(folder, `${room}.mjs`)).href)));
    const target = rootPath(INPUT_TABLE);
    writeFileSync(`${target}.next`, inputTable({ ...scenario, ...text }, JSON.parse(readFileSync(rootPath(EXAMPLE_CITY), 'utf8'))));
    renameSync(`${target}.next`, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await write();
