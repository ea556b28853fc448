import type { Palette } from '../../charts/index.ts';
import { disc, traceCourier } from './marks.ts';
import type { Viewport } from './places.ts';
import type { CourierTrip, Transport } from '../round/index.ts';

/** Width of a full load an hour, in pixels, for sites of the average radius. */
export const FULL_WIDTH = 4.5;
/** The thinnest line that is drawn: less is no line at a glance. */
const LEAST_WIDTH = 0.6;
const LINE_ALPHA = 0.34;
/** Length of a courier's arrowhead for sites of the average radius of 5 pixels. */
const ARROW = 5.5;

/** Pixels of so many tubes an hour. The most loaded lines may be wider than the scale's end, by half. */
export const flowWidth = (tubes: number, fullLoad: number, scale: number): number =>
  Math.max(LEAST_WIDTH, Math.min(1.5, tubes / fullLoad) * FULL_WIDTH * scale);

/** Lines of the tubes on their way within the hour around `hours`, wide as they are many. */
export function paintFlows(
  context: CanvasRenderingContext2D,
  transport: Transport,
  { xy }: Viewport,
  hours: number,
  palette: Palette,
  scale: number,
): void {
  const { segments, fullLoad } = transport;
  const flows = transport.flowsAt(hours);
  context.save();
  context.lineCap = 'round';
  context.strokeStyle = palette.ink;
  context.globalAlpha = LINE_ALPHA;
  for (let segment = 0; segment < flows.length; segment++) {
    if (!(flows[segment] > 0)) continue;
    const [a, b] = [2 * segments.from[segment], 2 * segments.to[segment]];
    context.lineWidth = flowWidth(flows[segment], fullLoad, scale);
    context.beginPath();
    context.moveTo(xy[a], xy[a + 1]);
    context.lineTo(xy[b], xy[b + 1]);
    context.stroke();
  }
  context.restore();
}

/** Where a trip has got to, in pixels. */
export function tripPoint(trip: CourierTrip, xy: Float32Array): readonly [x: number, y: number] {
  const [a, b] = [2 * trip.from, 2 * trip.to];
  return [xy[a] + (xy[b] - xy[a]) * trip.share, xy[a + 1] + (xy[b + 1] - xy[a + 1]) * trip.share];
}

/** Couriers on their way: full arrowheads carry tubes, hollow ones go back. Two fills, however many there are. */
export function paintCouriers(
  context: CanvasRenderingContext2D,
  transport: Transport,
  { xy }: Viewport,
  hours: number,
  palette: Palette,
  scale: number,
): void {
  const [loaded, empty] = [new Path2D(), new Path2D()];
  for (let courier = 0; courier < transport.courierCount; courier++) {
    const trip = transport.tripAt(courier, hours);
    if (trip === null) continue;
    const [x, y] = tripPoint(trip, xy);
    const [dx, dy] = [xy[2 * trip.to] - xy[2 * trip.from], xy[2 * trip.to + 1] - xy[2 * trip.from + 1]];
    traceCourier(trip.tubes > 0 ? loaded : empty, x, y, ARROW * scale, dx, dy);
  }
  context.save();
  context.lineJoin = 'round';
  context.lineWidth = 2.4;
  context.strokeStyle = palette.paper;
  context.stroke(loaded);
  context.stroke(empty);
  context.fillStyle = palette.ink;
  context.fill(loaded);
  context.fillStyle = palette.paper;
  context.fill(empty);
  context.lineWidth = 1.1;
  context.strokeStyle = palette.ink;
  context.stroke(empty);
  context.restore();
}

/** The round of one courier: its way over the stops to the lab, and the courier itself in a ring. */
export function paintRound(
  context: CanvasRenderingContext2D,
  transport: Transport,
  courier: number,
  { xy }: Viewport,
  hours: number,
  palette: Palette,
  siteCount: number,
): void {
  const trip = transport.tripAt(courier, hours);
  const round = trip?.round ?? transport.roundsOf(courier)[0];
  if (round === undefined) return;
  const { stopStart, lab } = transport.rounds;
  const stops = Array.from({ length: stopStart[round + 1] - stopStart[round] }, (_, stop) =>
    transport.placeOfStop(stopStart[round] + stop),
  );
  const way = [...stops, siteCount + lab[round]].filter((place) => place >= 0);
  context.save();
  context.lineJoin = 'round';
  context.beginPath();
  way.forEach((place, at) =>
    at === 0 ? context.moveTo(xy[2 * place], xy[2 * place + 1]) : context.lineTo(xy[2 * place], xy[2 * place + 1]),
  );
  context.strokeStyle = palette.paper;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.stroke();
  if (trip !== null) {
    const [x, y] = tripPoint(trip, xy);
    disc(context, x, y, 10);
    context.strokeStyle = palette.paper;
    context.lineWidth = 5;
    context.stroke();
    context.strokeStyle = palette.ink;
    context.lineWidth = 2.4;
    context.stroke();
  }
  context.restore();
}

/** The courier nearest to a point within `slack` pixels; −1 for none. */
export function courierUnder(transport: Transport, xy: Float32Array, hours: number, x: number, y: number, slack: number): number {
  let [best, bestAway] = [-1, slack];
  for (let courier = 0; courier < transport.courierCount; courier++) {
    const trip = transport.tripAt(courier, hours);
    if (trip === null) continue;
    const [atX, atY] = tripPoint(trip, xy);
    const away = Math.hypot(atX - x, atY - y);
    if (away < bestAway) [best, bestAway] = [courier, away];
  }
  return best;
}
