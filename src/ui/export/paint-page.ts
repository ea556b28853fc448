import { opacityOf, paintSvgWords, paintWords } from './paint-words.ts';
import { standaloneClone } from './svg-clone.ts';

const SKIPPED = '[data-export="skip"], .visually-hidden';
const CLEAR = /^(transparent|rgba\(.*, 0\))$/;

/** A drawing without its words as a picture; words are painted apart, because a picture cannot see the page's fonts. */
async function wordlessImage(drawing: SVGSVGElement, scale: number): Promise<HTMLImageElement> {
  const copy = standaloneClone(drawing);
  for (const text of copy.querySelectorAll('text')) text.remove();
  const { width, height } = drawing.getBoundingClientRect();
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('width', String(width * scale));
  copy.setAttribute('height', String(height * scale));
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function paintBox(context: CanvasRenderingContext2D, element: Element, within: Element, left: number, top: number): void {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const border = Number.parseFloat(style.borderTopWidth);
  const filled = !CLEAR.test(style.backgroundColor);
  const sides = SIDES.filter((side) => hasBorder(style, side));
  const framed = sides.length === SIDES.length;
  if (style.visibility === 'hidden' || box.width === 0 || (!filled && sides.length === 0)) return;
  context.save();
  context.globalAlpha = opacityOf(element, within);
  context.beginPath();
  const inset = framed ? border / 2 : 0;
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.height / 2, box.width / 2);
  context.roundRect(box.left - left + inset, box.top - top + inset, box.width - 2 * inset, box.height - 2 * inset, radius);
  if (filled) {
    context.fillStyle = style.backgroundColor;
    context.fill();
  }
  if (framed) {
    context.strokeStyle = style.borderTopColor;
    context.lineWidth = border;
    context.stroke();
  } else for (const side of sides) paintSide(context, style, side, box, left, top);
  context.restore();
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;
type Side = (typeof SIDES)[number];

const hasBorder = (style: CSSStyleDeclaration, side: Side): boolean =>
  Number.parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none' && !CLEAR.test(style[`border${side}Color`]);

/** One side of a box that is not framed all round, as under a heading or on a scale bar. */
function paintSide(
  context: CanvasRenderingContext2D,
  style: CSSStyleDeclaration,
  side: Side,
  box: DOMRect,
  left: number,
  top: number,
): void {
  const width = Number.parseFloat(style[`border${side}Width`]);
  const [x, y] = [box.left - left, box.top - top];
  context.fillStyle = style[`border${side}Color`];
  if (side === 'Top') context.fillRect(x, y, box.width, width);
  else if (side === 'Bottom') context.fillRect(x, y + box.height - width, box.width, width);
  else if (side === 'Left') context.fillRect(x, y, width, box.height);
  else context.fillRect(x + box.width - width, y, width, box.height);
}

/**
 * Paints what an element of the page shows: boxes, canvases, drawings and words, in their order. `scale` is device pixels a CSS pixel.
 * What is marked data-export="skip" is left out, and pictures of other origins, which would lock the canvas.
 */
export async function paintPage(context: CanvasRenderingContext2D, element: Element, scale: number): Promise<void> {
  const { left, top } = element.getBoundingClientRect();
  const paint = async (node: Node): Promise<void> => {
    if (node instanceof Text) return paintWords(context, node, element, left, top);
    if (!(node instanceof Element) || node.matches(SKIPPED) || getComputedStyle(node).display === 'none') return;
    const box = node.getBoundingClientRect();
    const place = [box.left - left, box.top - top, box.width, box.height] as const;
    if (node instanceof HTMLCanvasElement) {
      if (node.width > 0 && node.height > 0 && box.width > 0) context.drawImage(node, ...place);
    } else if (node instanceof SVGSVGElement) {
      if (box.width === 0 || box.height === 0) return;
      context.drawImage(await wordlessImage(node, scale), ...place);
      paintSvgWords(context, node, left, top);
    } else if (node instanceof HTMLImageElement) {
      if (new URL(node.src, location.href).origin === location.origin && node.complete) context.drawImage(node, ...place);
    } else {
      paintBox(context, node, element, left, top);
      for (const child of node.childNodes) await paint(child);
    }
  };
  await paint(element);
}
