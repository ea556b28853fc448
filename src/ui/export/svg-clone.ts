/** What a style sheet may say about a drawing, as attributes that stand alone. */
const PAINTED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
  'display',
] as const;

/** A copy of a drawing on the page that needs no style sheet: what classes and styles say is written into attributes. */
export function standaloneClone(drawing: SVGSVGElement): SVGSVGElement {
  const clone = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [clone, ...clone.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const copy = copies[index];
    const styled = original === drawing || original.hasAttribute('class') || original.hasAttribute('style');
    if (styled) {
      const style = getComputedStyle(original);
      for (const name of PAINTED) {
        const value = style.getPropertyValue(name);
        if (value !== '') copy.setAttribute(name, value);
      }
    }
    copy.removeAttribute('class');
    copy.removeAttribute('style');
    copy.removeAttribute('tabindex');
  });
  return clone;
}

/** Drawings inside an element in the order in which they lie; icons of buttons and what is marked as no part of a picture are left out. */
export function drawingsIn(element: Element): SVGSVGElement[] {
  return [...element.querySelectorAll<SVGSVGElement>('svg')].filter(
    (drawing) => drawing.closest('button, [data-export="skip"]') === null && drawing.ownerSVGElement === null,
  );
}
