import qrcode from 'qrcode-generator';

export interface Code {
  /** Modules along a side, without the quiet margin. */
  readonly size: number;
  /** Dark modules as the `d` of a path in module units. */
  readonly d: string;
}

/** A QR code of medium correction for a text; the smallest version that holds it. Throws when none does. */
export function qrCode(text: string): Code {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let d = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) if (code.isDark(row, column)) d += `M${column} ${row}h1v1h-1z`;
  }
  return { size, d };
}
