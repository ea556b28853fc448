import { roomOf, type SourceFile } from './sources.ts';

/** A rule takes all sources and says, a line each, what breaks it. */
export type Rule = (files: SourceFile[]) => string[];

/** Ground floor first; a room imports, types included, only from floors below its own. */
export const FLOORS: readonly (readonly string[])[] = [
  ['units'],
  ['text', 'engine', 'theory', 'published'],
  ['geo', 'solver'],
  ['city'],
  ['scenario'],
  ['coverage'],
  ['compile'],
  ['results'],
  ['experiment'],
  ['charts'],
  ['report', 'drill', 'library'],
  ['worker'],
  ['store'],
  ['ui', 'cli'],
  ['entries'],
];

const folderOf = (path: string) => path.split('/')[1];
const floorOf = (path: string) => FLOORS.findIndex((floor) => floor.includes(folderOf(path)));
const isInSource = (path: string) => path.startsWith('src/');

export const everyFolderHasAFloor: Rule = (files) =>
  files.filter(({ path }) => floorOf(path) < 0).map(({ path }) => `${path}: no floor is called ${folderOf(path)}`);

export const importsGoDown: Rule = (files) =>
  files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => isInSource(target) && folderOf(target) !== folderOf(path) && floorOf(target) >= floorOf(path))
      .map((target) => `${path} imports ${target}, which is not below it`),
  );

/** Entries only wire things up, so they may reach into a room; style sheets have no door. */
export const roomsHaveOneDoor: Rule = (files) =>
  files
    .filter(({ path }) => !path.startsWith('src/entries/'))
    .flatMap(({ path, imports }) =>
      imports
        .filter((target) => isInSource(target) && !target.endsWith('.css'))
        .filter((target) => roomOf(target) !== roomOf(path) && target !== `${roomOf(target)}/index.ts`)
        .map((target) => `${path} goes past the door of ${roomOf(target)}: ${target}`),
    );

export const importsResolve: Rule = (files) => {
  const known = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => isInSource(target) && !/\.(css|json|svg)$/.test(target) && !known.has(target))
      .map((target) => `${path} imports ${target}, which does not exist`),
  );
};

/** Every cycle once, as the path that closes it. */
export const noCycles: Rule = (files) => {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.filter(isInSource)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push([...trail.slice(start), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
};

const IMPURE_GLOBALS = [
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'fetch',
  'window',
  'document',
  'navigator',
  'localStorage',
  'crypto',
  'process',
  'Intl',
];
/** IEEE 754 fixes + − × ÷ and the square root only; these may differ in the last digit from one JavaScript engine to the next. */
const UNPORTABLE_MATHEMATICS = [
  'random',
  'exp',
  'expm1',
  'log',
  'log2',
  'log10',
  'log1p',
  'pow',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'cbrt',
  'hypot',
];

export const engineIsPure: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('src/engine/'))
    .flatMap(({ path, globals, members, imports, hasPower }) => [
      ...IMPURE_GLOBALS.filter((name) => globals.has(name)).map((name) => `${path} uses ${name}`),
      ...UNPORTABLE_MATHEMATICS.filter((name) => members.has(`Math.${name}`)).map((name) => `${path} uses Math.${name}`),
      ...(hasPower ? [`${path} uses the ** operator`] : []),
      ...imports.filter((name) => /^(node:|react|d3|leaflet|zustand)/.test(name)).map((name) => `${path} imports ${name}`),
    ]);

const SINK_WORDS =
  /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|srcdoc|createContextualFragment|new Function\(|[^A-Za-z.]eval\(|bindPopup|bindTooltip|setTooltipContent|setPopupContent/;

export const noHtmlSinks: Rule = (files) =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, i) => (SINK_WORDS.test(line) ? `${path}:${i + 1} ${line.trim()}` : ''))
      .filter(Boolean),
  );

export const filesAreShort: Rule = (files) =>
  files
    .filter(({ lines, text }) => lines > 400 && !/^(\/\/|\/\*)/.test(text))
    .map(({ path, lines }) => `${path} has ${lines} lines and gives no reason in its first`);

export const namesAreNouns: Rule = (files) =>
  files
    .filter(({ path }) => /(^|[/.-])(utils?|helpers?|managers?|common|misc)([/.-]|$)/i.test(path))
    .map(({ path }) => `${path} is named after nothing of the field`);

/** All that the residents' page may load: it opens on slow telephones, so no engine, store, kit, schemas, charts or maps. */
const LIGHT_ROOMS = ['src/units', 'src/text', 'src/published', 'src/ui/residents', 'src/ui/theme'];
const LIGHT_PACKAGES = ['react', 'react-dom/client', 'fflate', 'qrcode-generator', '@fontsource-variable/noto-sans-sc/wght.css'];
const isLight = (path: string) => /^src\/(ui\/residents|published)\//.test(path) || path === 'src/entries/residents.tsx';

export const residentsStayLight: Rule = (files) =>
  files
    .filter(({ path }) => isLight(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((target) => !(isInSource(target) ? LIGHT_ROOMS.includes(roomOf(target)) : LIGHT_PACKAGES.includes(target)))
        .map((target) => `${path} imports ${target}, which is not for the residents' page`),
    );

export const noEnumsNoDefaults: Rule = (files) =>
  files.flatMap(({ path, hasEnum, hasDefaultExport }) => [
    ...(hasEnum ? [`${path} declares an enum`] : []),
    ...(hasDefaultExport ? [`${path} has a default export`] : []),
  ]);

export const noUnfinishedWork: Rule = (files) =>
  files.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ path }) => `${path} holds unfinished work`);

export const filesParse: Rule = (files) => files.flatMap(({ path, errors }) => errors.map((error) => `${path}: ${error}`));
