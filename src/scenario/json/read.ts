import { createScanner, type JSONScanner } from 'jsonc-parser';
import { oneLine } from '../../city/index.ts';
import { createProblem, MOST_PROBLEMS, problemWords, type Problem, type Segment } from '../problem.ts';
import { SCAN_OK, SCAN_STRING_BREAKS_OFF, TOKEN } from './tokens.ts';

/** Deepest nesting that is read. */
export const MOST_DEPTH = 64;
const MOST_VALUES = 2_000_000;

interface Place {
  readonly line: number;
  readonly column: number;
}
/** Hears the path of a value and may ask for its place; true ends the reading. */
type OnPlace = (path: readonly Segment[], place: () => Place) => boolean;
type Container = { readonly list: unknown[] } | { readonly fields: Record<string, unknown>; key: string };

/** What may come next; "nothing" is after the end of the document. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma' | 'nothing';

export type JsonReading = { readonly value: unknown } | { readonly problems: readonly Problem[] };

export interface ReadingOptions {
  /** A text with more values than this is refused. */
  readonly mostValues?: number;
  readonly onPlace?: OnPlace;
}

const FORBIDDEN_KEY = '__proto__';
const NOT_NUMBER = /[-+]?(nan|infinity|inf|∞)\b/iy;

/** Ends a reading: the rest of the text means nothing, or nobody wants it. */
class EndOfReading extends Error {}

/** One reading of one text. A state machine over the scanner's tokens with its own stack, so that depth costs nothing. */
class JsonReader {
  /** The first fifty; `left` counts those beyond. */
  readonly problems: Problem[] = [];
  left = 0;
  root: unknown;
  private readonly scanner: JSONScanner;
  private readonly stack: Container[] = [];
  private readonly path: Segment[] = [];
  private expected: Expected = 'value';
  private afterComma = false;
  private values = 0;

  constructor(
    private readonly text: string,
    private readonly mostValues: number,
    private readonly onPlace: OnPlace | undefined,
  ) {
    this.scanner = createScanner(text, false);
  }

  read(): void {
    for (;;) {
      const token: number = this.scanner.scan();
      if (token === TOKEN.blank || token === TOKEN.lineBreak) continue;
      if (token === TOKEN.end) return this.finish();
      if (token === TOKEN.lineComment || token === TOKEN.blockComment) this.fail('json-comment');
      if (this.expected === 'nothing') this.fail('json-after-end');
      this.take(token);
    }
  }

  private take(token: number): void {
    if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) this.close(token);
    else if (this.expected === 'comma') this.separate(token);
    else if (this.expected === 'colon') {
      if (token !== TOKEN.colon) this.fail('json-syntax');
      this.expected = 'value';
    } else {
      this.checkToken(token);
      if (this.expected === 'key' || this.expected === 'key-or-end') this.name(token);
      else this.value(token);
      this.afterComma = false;
    }
  }

  private finish(): void {
    if (this.expected === 'nothing') return;
    this.fail('json-truncated', this.stack.map((holder) => ('list' in holder ? '[' : '{')).join(' ') || '{');
  }

  private close(token: number): void {
    const holder = this.stack.at(-1);
    if (holder === undefined || 'list' in holder !== (token === TOKEN.closeBracket)) this.fail('json-syntax');
    if (this.afterComma) this.fail('json-trailing-comma');
    if (this.expected !== 'comma' && this.expected !== 'value-or-end' && this.expected !== 'key-or-end') this.fail('json-syntax');
    this.stack.pop();
    this.endValue();
  }

  private separate(token: number): void {
    if (token !== TOKEN.comma) this.fail('json-syntax');
    this.expected = 'list' in this.stack.at(-1)! ? 'value' : 'key';
    this.afterComma = true;
  }

  private checkToken(token: number): void {
    const error: number = this.scanner.getTokenError();
    if (error === SCAN_OK || (token !== TOKEN.string && token !== TOKEN.number)) return;
    const reachesEnd = this.scanner.getTokenOffset() + this.scanner.getTokenLength() >= this.text.length;
    if (error === SCAN_STRING_BREAKS_OFF && reachesEnd) this.fail('json-truncated');
    this.fail('json-syntax');
  }

  private name(token: number): void {
    if (token !== TOKEN.string) this.fail('json-syntax');
    const holder = this.stack.at(-1) as { fields: Record<string, unknown>; key: string };
    holder.key = this.scanner.getTokenValue();
    if (holder.key === FORBIDDEN_KEY) this.note('json-forbidden-key', holder.key);
    else if (Object.hasOwn(holder.fields, holder.key)) this.note('json-duplicate-key', holder.key);
    this.path.push(holder.key);
    this.expected = 'colon';
  }

  private value(token: number): void {
    const holder = this.stack.at(-1);
    if (holder && 'list' in holder) this.path.push(holder.list.length);
    if (this.onPlace?.(this.path, this.place)) throw new EndOfReading();
    this.values += 1;
    if (this.values > this.mostValues) this.fail('json-too-many', this.mostValues);
    if (token === TOKEN.openBrace || token === TOKEN.openBracket) return this.open(token === TOKEN.openBracket);
    this.put(this.literal(token));
    this.endValue();
  }

  private open(isList: boolean): void {
    if (this.stack.length >= MOST_DEPTH) this.fail('json-too-deep', MOST_DEPTH);
    const container: Container = isList ? { list: [] } : { fields: {}, key: '' };
    this.put('list' in container ? container.list : container.fields);
    this.stack.push(container);
    this.expected = isList ? 'value-or-end' : 'key-or-end';
  }

  private literal(token: number): unknown {
    if (token === TOKEN.string) return this.scanner.getTokenValue();
    if (token === TOKEN.true || token === TOKEN.false) return token === TOKEN.true;
    if (token === TOKEN.null) return null;
    if (token === TOKEN.number) {
      const value = Number(this.scanner.getTokenValue());
      if (!Number.isFinite(value)) this.note('json-number-overflow', this.tokenText());
      return value;
    }
    NOT_NUMBER.lastIndex = this.scanner.getTokenOffset();
    const word = NOT_NUMBER.exec(this.text)?.[0];
    if (word === undefined) this.fail('json-syntax');
    this.note('json-not-a-number', word);
    this.scanner.setPosition(this.scanner.getTokenOffset() + word.length);
    return 0;
  }

  private put(value: unknown): void {
    const holder = this.stack.at(-1);
    if (!holder) this.root = value;
    else if ('list' in holder) holder.list.push(value);
    else if (holder.key !== FORBIDDEN_KEY) holder.fields[holder.key] = value;
  }

  private endValue(): void {
    if (this.stack.length > 0) this.path.pop();
    this.expected = this.stack.length > 0 ? 'comma' : 'nothing';
    this.afterComma = false;
  }

  private readonly place = (): Place => ({
    line: this.scanner.getTokenStartLine() + 1,
    column: this.scanner.getTokenStartCharacter() + 1,
  });

  private tokenText(): string {
    const from = this.scanner.getTokenOffset();
    return this.text.slice(from, from + Math.min(this.scanner.getTokenLength(), 200));
  }

  private note(code: string, value: unknown): void {
    if (this.problems.length >= MOST_PROBLEMS) {
      this.left += 1;
      return;
    }
    const holder = this.stack.at(-1);
    const wanted =
      this.expected === 'comma' ? (holder && 'list' in holder ? 'comma-array' : 'comma-object') : this.expected.replace('-or-end', '');
    const values = { expected: problemWords(`expected.${wanted}`), most: this.mostValues.toLocaleString('en-US') };
    this.problems.push(createProblem(code, { path: this.path, value, ...this.place(), values }));
  }

  private fail(code: string, value: unknown = oneLine(this.tokenText())): never {
    this.note(code, value);
    throw new EndOfReading(code);
  }
}

/**
 * Reads strict JSON and refuses what JSON.parse lets through: a name given twice, `__proto__`, numbers beyond the range, deep nesting.
 * Faults of content are all listed; a fault of syntax ends the reading.
 */
export function readJson(text: string, { mostValues = MOST_VALUES, onPlace }: ReadingOptions = {}): JsonReading {
  const reader = new JsonReader(text, mostValues, onPlace);
  try {
    reader.read();
  } catch (error) {
    if (!(error instanceof EndOfReading)) throw error;
  }
  if (reader.problems.length === 0) return { value: reader.root };
  return { problems: reader.left > 0 ? [...reader.problems, createProblem('more-problems', { value: reader.left })] : reader.problems };
}
