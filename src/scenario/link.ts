import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { deflateSync, Inflate } from 'fflate';
import { decodeFile } from './json/decode.ts';
import { readJson } from './json/read.ts';
import { formatScenario, parseScenario, type ScenarioReading } from './parse.ts';
import { findPreset } from './presets.ts';
import { createProblem } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { isObject } from './unknown.ts';

const STEM = 'plan=';
/** Of the link's form, not of the scenario in it, which carries its own. */
const VERSION = 1;
/** Longest link that is written or read, in characters behind the #. */
export const MOST_LINK = 32_000;
/** Longest scenario that a link may hold once it is inflated, in bytes: so much in all, and so many for every packed one. */
export const MOST_INFLATED = 2 * 1024 * 1024;
export const MOST_RATIO = 50;
/** A link of so many characters is passed on whole by most programs. */
export const SAFE_LINK = 2_000;

const PUSHED_BYTES = 256;

const checksum = (bytes: Uint8Array): string => bytesToHex(sha256(bytes)).slice(0, 8);

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

class TooMuch extends Error {}

/** Inflates piece by piece and stops at the first byte too many, so that a small link cannot fill the memory. Null: not deflated data. */
function inflate(packed: Uint8Array): Uint8Array | 'too much' | null {
  const most = Math.min(MOST_INFLATED, packed.length * MOST_RATIO);
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const stream = new Inflate((piece, final) => {
    length += piece.length;
    if (length > most) throw new TooMuch();
    pieces.push(piece.slice());
    ended = final;
  });
  try {
    for (let at = 0; at < packed.length; at += PUSHED_BYTES)
      stream.push(packed.subarray(at, at + PUSHED_BYTES), at + PUSHED_BYTES >= packed.length);
  } catch (error) {
    return error instanceof TooMuch ? 'too much' : null;
  }
  if (!ended) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const sameWords = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Name and note that the preset of the same id has need not travel. */
function withoutPresetWords(scenario: Scenario): object {
  const preset = scenario.id === undefined ? undefined : findPreset(scenario.id);
  if (!preset || !sameWords([preset.name, preset.note], [scenario.name, scenario.note])) return scenario;
  const { name: _name, note: _note, ...rest } = scenario;
  return rest;
}

function withPresetWords(text: string): string {
  const reading = readJson(text);
  if ('problems' in reading || !isObject(reading.value) || 'name' in reading.value) return text;
  const { value } = reading;
  const preset = typeof value.id === 'string' ? findPreset(value.id) : undefined;
  if (!preset) return text;
  const { name, note } = preset;
  return formatScenario({ ...value, name, ...(note === undefined ? {} : { note }) } as Scenario);
}

/** A scenario as the fragment of an address, without the #; null where it would be longer than MOST_LINK. */
export function formatLink(scenario: Scenario): string | null {
  const bytes = utf8ToBytes(JSON.stringify(withoutPresetWords(scenario)));
  const packed = deflateSync(bytes, { level: 9 });
  const link = `${STEM}${VERSION}.${checksum(bytes)}.${toBase64Url(packed)}`;
  return link.length > MOST_LINK || bytes.length > Math.min(MOST_INFLATED, packed.length * MOST_RATIO) ? null : link;
}

/** True where the fragment of an address, with or without its #, means to be a plan. */
export const isPlanLink = (fragment: string): boolean => fragment.replace(/^#/, '').startsWith(STEM);

/** The scenario in the fragment of an address, by the same distrustful reader as a file. Nothing is thrown. */
export function parseLink(fragment: string): ScenarioReading {
  const refuse = (code: string, value: unknown = ''): ScenarioReading => ({ problems: [createProblem(code, { value })] });
  const link = fragment.replace(/^#/, '');
  if (link.length > MOST_LINK) return refuse('link-too-long', link.length);
  const [, version, sum, data] = /^plan=(\d{1,6})\.(?:([0-9a-f]{8})\.(.*))?/s.exec(link) ?? [];
  if (version !== undefined && Number(version) > VERSION) return refuse('link-newer', version);
  const packed = data === undefined || Number(version) !== VERSION ? null : fromBase64Url(data);
  if (packed === null) return refuse('link-broken');
  const bytes = inflate(packed);
  if (bytes === 'too much') return refuse('link-too-large');
  if (bytes === null || checksum(bytes) !== sum) return refuse('link-broken');
  const decoded = decodeFile(bytes);
  return 'problems' in decoded ? decoded : parseScenario(withPresetWords(decoded.text));
}
