import type * as z from 'zod';
import { oneLine, problemOf, type PathPart, type Problem } from './problems.ts';
import type { Bilingual } from '../units/index.ts';

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  object: { zh: '对象', en: 'an object' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '[经度， 纬度]', en: '[longitude, latitude]' },
};

/** The value at a path; undefined where there is none. Own fields only. */
export function valueAt(json: unknown, path: readonly PathPart[]): unknown {
  let value = json;
  for (const part of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PathPart, unknown>)[part];
  }
  return value;
}

const cures = {
  type: { zh: '改成所要的类型', en: 'give a value of that kind' },
  range: { zh: '改到范围内', en: 'give a value within the range' },
  choice: { zh: '从所列值中选一个', en: 'choose one of these' },
  unknown: { zh: '删去它，或检查拼写', en: 'remove it, or check its spelling' },
  missing: { zh: '补上它', en: 'add it' },
  form: { zh: '按所示形式填写', en: 'write it in the form shown' },
} as const;

/** True for [latitude, longitude] where [longitude, latitude] belongs: the second number cannot be a latitude, the first could. */
function looksSwapped(point: unknown): boolean {
  return (
    Array.isArray(point) &&
    point.length === 2 &&
    Math.abs(Number(point[1])) > 90 &&
    Math.abs(Number(point[1])) <= 180 &&
    Math.abs(Number(point[0])) <= 90
  );
}

export const swapped = {
  message: { zh: '像是纬度在前', en: 'looks like latitude first' },
  cure: { zh: '坐标按经度、纬度的顺序写', en: 'write coordinates as longitude, latitude' },
};

/** What the schema found, in the project's words: one problem an issue, with the value that stands there. */
export function problemFromIssue(issue: z.core.$ZodIssue, json: unknown): Problem {
  const path = issue.path.filter((part): part is PathPart => typeof part !== 'symbol');
  const value = valueAt(json, path);
  const found = { path, value };
  const isPoint = path.at(-1) === 1 && path.length > 1;
  if (issue.code === 'too_big' && isPoint && looksSwapped(valueAt(json, path.slice(0, -1)))) {
    return problemOf('swapped', {
      path: path.slice(0, -1),
      value: `[${(valueAt(json, path.slice(0, -1)) as number[]).map(String).join(', ')}]`,
      allowed: '[−180…180, −90…90]',
      ...swapped,
    });
  }
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      if (value === undefined)
        return problemOf('missing', {
          ...found,
          value: '',
          allowed: wanted,
          message: { zh: '缺少这一项', en: 'is missing' },
          cure: cures.missing,
        });
      return problemOf('type', {
        ...found,
        allowed: wanted,
        message: { zh: `应为${wanted.zh}`, en: `must be ${wanted.en}` },
        cure: cures.type,
      });
    }
    case 'too_big':
    case 'too_small': {
      const isLow = issue.code === 'too_small';
      const bound = String(isLow ? issue.minimum : issue.maximum);
      const allowed = `${isLow ? '≥' : '≤'} ${bound}`;
      const isCounted = issue.origin === 'string' || issue.origin === 'array';
      const unit =
        issue.origin === 'array' ? { zh: '项', en: ' entries' } : isCounted ? { zh: '个字符', en: ' characters' } : { zh: '', en: '' };
      const message = isLow
        ? { zh: `最少${bound}${unit.zh}`, en: `must be at least ${bound}${unit.en}` }
        : { zh: `最多${bound}${unit.zh}`, en: `must be at most ${bound}${unit.en}` };
      return problemOf('range', { ...found, allowed, message, cure: cures.range });
    }
    case 'unrecognized_keys':
      return problemOf('unknownField', {
        path: [...path, issue.keys[0]],
        value: issue.keys.map(oneLine).join(', '),
        message: { zh: '没有这样的项', en: 'there is no such field' },
        cure: cures.unknown,
      });
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      return problemOf('choice', {
        ...found,
        allowed,
        message: { zh: `应为：${allowed}`, en: `must be one of: ${allowed}` },
        cure: cures.choice,
      });
    }
    case 'invalid_format': {
      const allowed = issue.format === 'regex' && typeof issue.pattern === 'string' ? issue.pattern : issue.format;
      return problemOf('form', { ...found, allowed, message: { zh: '形式不对', en: 'is not written as it must be' }, cure: cures.form });
    }
    default:
      return problemOf('form', { ...found, message: { zh: '不符合要求', en: 'does not fit the schema' }, cure: cures.form });
  }
}
