/** How long the browser may take to begin a download before its address is taken back, in milliseconds. */
const KEPT_MS = 30_000;

/** Hands a file to the browser's download. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

export const downloadText = (name: string, content: string, type = 'application/json'): void =>
  download(name, new Blob([content], { type }));
