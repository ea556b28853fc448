import { createProblem, type Problem } from '../problem.ts';

/** Largest file that is read, in bytes. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

const PROBED_BYTES = 65_536;

/** Zero bytes in every second (or most) places betray UTF-16 and UTF-32 without a mark. */
function hasZeroBytes(bytes: Uint8Array): boolean {
  const probe = bytes.subarray(0, 512);
  return probe.filter((byte) => byte === 0).length > probe.length / 4;
}

function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function isUtf8(bytes: Uint8Array, mayBreakOff: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBreakOff });
    return true;
  } catch {
    return false;
  }
}

/** Text of Chinese characters once read as GB18030. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes.subarray(0, PROBED_BYTES), { stream: true });
    return /[\u4e00-\u9fff]/.test(text) && !/[\ue000-\uf8ff]/.test(text);
  } catch {
    return false;
  }
}

/** Bytes of a file as text. Only UTF-8, with or without its mark, is taken; others are named with their cure. */
export function decodeFile(bytes: Uint8Array): { readonly text: string } | { readonly problems: readonly Problem[] } {
  const refuse = (code: string, value: unknown = '') => ({ problems: [createProblem(code, { value })] });
  if (bytes.length > MOST_FILE_BYTES) return refuse('file-too-large', `${(bytes.length / 1024 / 1024).toFixed(1)} MB`);
  if (bytes.length === 0) return refuse('file-empty');
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || hasZeroBytes(bytes)) return refuse('encoding-utf16');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? refuse('file-empty') : { text };
  } catch {
    if (isUtf8(bytes, true)) return refuse('json-truncated', '…');
    return looksLikeGbk(bytes) ? refuse('encoding-gbk') : refuse('encoding-invalid', firstInvalidByte(bytes));
  }
}
