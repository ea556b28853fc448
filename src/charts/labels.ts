/** Moves labels apart along one axis: least total movement that keeps order, gap and bounds (pool of adjacent violators). */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const blocks: { sum: number; count: number; start: number }[] = [];
  order.forEach((label, rank) => {
    let block = { sum: wanted[label] - rank * gap, count: 1, start: rank };
    while (blocks.length > 0 && blocks[blocks.length - 1].sum / blocks[blocks.length - 1].count >= block.sum / block.count) {
      const previous = blocks.pop()!;
      block = { sum: previous.sum + block.sum, count: previous.count + block.count, start: previous.start };
    }
    blocks.push(block);
  });
  const room = high - (order.length - 1) * gap;
  const placed = new Array<number>(wanted.length);
  for (const block of blocks) {
    const base = Math.max(low, Math.min(block.sum / block.count, Math.max(low, room)));
    for (let rank = block.start; rank < block.start + block.count; rank++) placed[order[rank]] = base + rank * gap;
  }
  return placed;
}
