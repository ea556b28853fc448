const GAP = 12;

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high));

/**
 * Puts a card beside its target: right or left of it, below or above it, whichever has room, always whole on the screen; in the middle where
 * there is no target. Style sheets put it at the bottom of a phone, whatever stands here.
 */
export function place(card: HTMLElement, target: Element | null): void {
  const { offsetWidth: width, offsetHeight: height } = card;
  const [right, bottom] = [window.innerWidth - width - GAP, window.innerHeight - height - GAP];
  const box = target?.getBoundingClientRect();
  if (!box) {
    card.style.left = `${right / 2}px`;
    card.style.top = `${bottom / 2}px`;
    return;
  }
  const beside = box.right + GAP <= right ? box.right + GAP : box.left - width - GAP;
  const fits = beside >= GAP;
  const under = box.bottom + GAP <= bottom ? box.bottom + GAP : box.top - height - GAP;
  card.style.left = `${fits ? beside : between(GAP, box.left + GAP, right)}px`;
  card.style.top = `${between(GAP, fits ? box.top + GAP : under, bottom)}px`;
}
