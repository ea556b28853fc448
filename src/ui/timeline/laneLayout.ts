import { textWidth, type LaidLane, type Lane, type LaneSeries, type Margins } from '../../charts/index.ts';

/** Ems of a lane: with its values beside it, with its values above it, and folded. */
const EMS = { beside: 2.35, above: 3.4, folded: 1.6 };
const HEAD_EMS = 1.5;

/** Lanes one below the other. `beside`: name and values stand beside the curves, else above them. */
export function layLanes(
  lanes: readonly Lane[],
  folded: ReadonlySet<string>,
  fontSize: number,
  beside: boolean,
): { lanes: LaidLane[]; height: number } {
  let top = 0;
  const laid = lanes.map((lane): LaidLane => {
    const shut = folded.has(lane.key);
    const height = Math.round(fontSize * (shut ? EMS.folded : beside ? EMS.beside : EMS.above));
    const head = beside ? 4 : Math.round(fontSize * HEAD_EMS);
    const place = { lane, top, height, plotTop: top + head, plotHeight: shut ? 0 : height - head - 1 };
    top += height;
    return place;
  });
  return { lanes: laid, height: top };
}

/** Beside words: the chevron of a name, the swatch of a value, in ems. */
const NAME_EMS = 1.9;
const VALUE_EMS = 2.4;

const highest = ({ values }: LaneSeries): number => {
  let most = 0;
  for (let at = 0; at < values.length; at++) if (values[at] > most) most = values[at];
  return most;
};

/** Margins of a chart that leave room for the names left of the lanes and for their values, at their longest, right of them. */
export function laneMargins(base: Margins, lanes: readonly Lane[], fontSize: number): Margins {
  const names = lanes.map(({ name }) => textWidth(name, fontSize) + NAME_EMS * fontSize);
  const values = lanes.flatMap(({ series }) =>
    series.map((curve) => textWidth(`${curve.label} ${curve.format(highest(curve))}`, fontSize) + VALUE_EMS * fontSize),
  );
  return { ...base, left: Math.ceil(Math.max(base.left, ...names)), right: Math.ceil(Math.max(base.right, ...values)) };
}
