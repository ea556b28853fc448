import { ChevronDown, ChevronRight } from 'lucide-react';
import { paletteOf, type LaidLane, type LaneSeries, type Theme } from '../../charts/index.ts';
import type { Text } from '../../text/index.ts';
import { laneValueAt } from './lanes.ts';

interface LaneHeadsProps {
  readonly lanes: readonly LaidLane[];
  readonly stepMinutes: number;
  readonly cursorHours: number;
  /** Ends of the plot in pixels; values stand right of it, or above the curves where there is no room. */
  readonly left: number;
  readonly right: number;
  readonly beside: boolean;
  readonly text: Text;
  readonly theme: Theme;
  readonly onFold: (lane: string) => void;
}

/** Names of the lanes, which fold them, and their values at the cursor. */
export function LaneHeads({ lanes, stepMinutes, cursorHours, left, right, beside, text, theme, onFold }: LaneHeadsProps) {
  const palette = paletteOf(theme);
  const swatch = (series: LaneSeries) => (
    <svg width="0.9em" height="0.7em" viewBox="0 0 9 7" aria-hidden="true">
      {series.kind === 'area' ? (
        <rect width={9} height={7} fill={palette[series.color]} fillOpacity={0.45} />
      ) : (
        <line x2={9} y1={3.5} y2={3.5} stroke={palette[series.color]} strokeWidth={2} />
      )}
    </svg>
  );
  return (
    <div className="lane-heads" data-export="words" data-beside={beside} title={text.t('lanes:note')}>
      {lanes.map(({ lane, top, height, plotHeight }) => {
        const folded = plotHeight === 0;
        const Chevron = folded ? ChevronRight : ChevronDown;
        return (
          <div key={lane.key} className="lane-head" style={{ top, height }}>
            <button
              type="button"
              aria-expanded={!folded}
              aria-label={text.t(folded ? 'lanes:unfold' : 'lanes:fold', { lane: lane.name })}
              style={beside ? { width: left - 4 } : {}}
              onClick={() => onFold(lane.key)}
            >
              <Chevron size="0.9em" aria-hidden />
              {lane.name}
            </button>
            <dl style={beside ? { left: right + 8 } : {}} data-folded={folded}>
              {lane.series.map((series) => (
                <div key={series.key}>
                  {swatch(series)}
                  <dt>{series.label}</dt>
                  <dd>{series.format(laneValueAt(series.values, stepMinutes, cursorHours))}</dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </div>
  );
}
