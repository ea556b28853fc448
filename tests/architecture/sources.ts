import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** One source file as the rules see it: what it imports, and which identifiers and members its code (not its comments) uses. */
export interface SourceFile {
  path: string;
  text: string;
  lines: number;
  imports: string[];
  globals: Set<string>;
  members: Set<string>;
  /** A power of anything but two literals, such as `2 ** 53`, which is exact everywhere. */
  hasPower: boolean;
  hasDefaultExport: boolean;
  hasEnum: boolean;
  errors: string[];
}

type Node = Record<string, unknown> & { type: string; name?: string };

/** Path of a relative import from the checkout's root, without a query such as `?url`; packages stay as they are written. */
function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))) : specifier;
}

/** `new URL('./x.ts', import.meta.url)` names a file as surely as an import does; workers are started that way. */
function urlOfModule(node: Node): string | null {
  const [first, second] = node.arguments as Node[];
  const callee = node.callee as Node;
  if (callee.name !== 'URL' || typeof first?.value !== 'string' || second?.type !== 'MemberExpression') return null;
  return (second.object as Node).type === 'MetaProperty' ? first.value : null;
}

/**
 * @param path from the checkout's root, with forward slashes
 * @param text TypeScript or TSX
 */
export function parseSource(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  const specifiers: string[] = [];
  for (const entry of module.staticImports) specifiers.push(entry.moduleRequest.value);
  for (const entry of module.staticExports)
    for (const part of entry.entries) if (part.moduleRequest) specifiers.push(part.moduleRequest.value);
  const globals = new Set<string>();
  const members = new Set<string>();
  let hasPower = false;
  let hasEnum = false;
  let hasDefaultExport = false;
  const literalSpecifier = (node: unknown) => {
    const value = (node as Node | null)?.value;
    if (typeof value === 'string') specifiers.push(value);
  };
  new Visitor({
    Identifier: (node) => void globals.add(node.name),
    JSXIdentifier: (node) => void members.add(node.name),
    ImportExpression: (node) => literalSpecifier(node.source),
    TSImportType: (node) => literalSpecifier(node.source),
    NewExpression: (node) => {
      const url = urlOfModule(node as unknown as Node);
      if (url) specifiers.push(url);
    },
    MemberExpression: (node) => {
      const { object, property } = node as unknown as { object: Node; property: Node };
      const name = property.name ?? property.value;
      if (typeof name !== 'string') return;
      members.add(name);
      if (object.type === 'Identifier') members.add(`${object.name}.${name}`);
    },
    Property: (node) => {
      const key = node.key as unknown as Node;
      members.add(String(key.name ?? key.value));
    },
    BinaryExpression: ({ operator, left, right }) => {
      if (operator === '**' && (left.type !== 'Literal' || right.type !== 'Literal')) hasPower = true;
    },
    AssignmentExpression: ({ operator }) => {
      if (operator === '**=') hasPower = true;
    },
    TSEnumDeclaration: () => {
      hasEnum = true;
    },
    ExportDefaultDeclaration: () => {
      hasDefaultExport = true;
    },
  }).visit(program);
  return {
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: specifiers.map((specifier) => resolve(path, specifier)),
    globals,
    members,
    hasPower,
    hasDefaultExport,
    hasEnum,
    errors: errors.map((error) => error.message),
  };
}

const isSource = (name: string) => /\.(ts|tsx|mts|cts|js|jsx|mjs)$/.test(name) && !name.endsWith('.d.ts');

function walk(folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(path);
    return isSource(entry.name) ? [path] : [];
  });
}

/** Every source file below a folder, parsed. */
export function readSources(folder: string): SourceFile[] {
  return walk(folder).map((path) => parseSource(path, readFileSync(join(checkout, path), 'utf8')));
}

/** How many source files a folder holds, counted by the file system's own recursion rather than by our walk. */
export function countSources(folder: string): number {
  return readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && isSource(entry.name),
  ).length;
}

/** Folder of `src/` that has a door of its own: `src/city`, and below `src/ui` each subfolder. */
export function roomOf(path: string): string {
  const parts = dirname(path).split('/');
  return parts[1] === 'ui' ? parts.slice(0, 3).join('/') : parts.slice(0, 2).join('/');
}
