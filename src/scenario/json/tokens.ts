/** jsonc-parser's SyntaxKind and ScanError by number: its const enums cannot be imported by a module compiled alone. */
export const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  unknown: 16,
  end: 17,
} as const;

export const SCAN_OK = 0;
export const SCAN_STRING_BREAKS_OFF = 2;
