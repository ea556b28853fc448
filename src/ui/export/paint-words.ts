/** Sets the font and colour that the page gives an element. */
function dressLike(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, color: string): void {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = color;
  context.textAlign = 'left';
  context.lineJoin = 'round';
}

/** Opacity of an element with all that it lies in. */
export function opacityOf(element: Element, within: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at !== null; at = at === within ? null : at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
}

/** The words of a drawing, letter for letter where the page sets them, in the page's own fonts. */
export function paintSvgWords(context: CanvasRenderingContext2D, drawing: SVGSVGElement, left: number, top: number): void {
  for (const text of drawing.querySelectorAll('text')) {
    const matrix = text.getScreenCTM();
    if (matrix === null || getComputedStyle(text).visibility === 'hidden') continue;
    let at = 0;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.nodeValue ?? '';
      const count = text.getNumberOfChars();
      if (words === '' || at >= count) continue;
      const start = text.getStartPositionOfChar(at);
      const style = getComputedStyle(node.parentElement!);
      context.save();
      context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e - left, matrix.f - top);
      context.globalAlpha = opacityOf(node.parentElement!, drawing) * Number(style.fillOpacity);
      dressLike(context, style, style.fill);
      context.textBaseline = 'alphabetic';
      if (style.stroke !== 'none') {
        context.strokeStyle = style.stroke;
        context.lineWidth = Number.parseFloat(style.strokeWidth);
        context.strokeText(words, start.x, start.y);
      }
      context.fillText(words, start.x, start.y);
      context.restore();
      at += words.length;
    }
  }
}

/** One piece of text for each line that a text node is broken into. */
export function linesOf(node: Text): { words: string; box: DOMRect }[] {
  const lines: { words: string; box: DOMRect }[] = [];
  const range = document.createRange();
  const words = node.nodeValue ?? '';
  for (let at = 0; at < words.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.box.top - box.top) < box.height / 2) last.words += words[at];
    else lines.push({ words: words[at], box });
  }
  return lines;
}

/** The words of a text node of the page, line by line where they stand. */
export function paintWords(context: CanvasRenderingContext2D, node: Text, within: Element, left: number, top: number): void {
  const style = getComputedStyle(node.parentElement!);
  if (style.visibility === 'hidden') return;
  for (const { words, box } of linesOf(node)) {
    context.save();
    context.globalAlpha = opacityOf(node.parentElement!, within);
    dressLike(context, style, style.color);
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText(words);
    context.textBaseline = 'alphabetic';
    context.fillText(words, box.left - left, box.top - top + (box.height - ascent - descent) / 2 + ascent);
    context.restore();
  }
}
