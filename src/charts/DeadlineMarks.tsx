import type { Study } from '../results/index.ts';
import type { Text } from '../text/index.ts';
import type { HourSpan } from './axis.ts';
import type { Palette } from './palette.ts';
import { valueAt, type Margins, type RoundScales } from './roundGeometry.ts';
import { firstFitting, textWidth } from './typography.ts';

interface DeadlineMarksProps {
  readonly study: Study;
  readonly span: HourSpan;
  readonly scales: RoundScales;
  readonly margins: Margins;
  readonly palette: Palette;
  readonly text: Text;
  readonly fontSize: number;
  readonly windowEndHours: number | null;
}

interface Mark {
  readonly hours: number;
  readonly wordings: readonly string[];
  readonly met: boolean;
  readonly people: readonly number[];
}

/** Less than half a person missing on average counts as nobody. */
const nobody = (missing: number): boolean => missing < 0.5;

/** One mark where both deadlines fall together, else two; each with shorter wordings for narrow screens. */
export function deadlineMarks(study: Study, text: Text): Mark[] {
  const { sampledWithinDeadline: sampled, resultedWithinDeadline: resulted, bands, hours } = study;
  const met = text.t('charts:deadline.met');
  const words = (missing: number) => (nobody(missing) ? met : text.t('charts:deadline.missing', { people: text.format.people(missing) }));
  if (sampled.deadlineHours === resulted.deadlineHours) {
    const at = sampled.deadlineHours;
    const head = text.t('charts:deadline', { offset: text.format.offset(at) });
    const values = { sampled: text.format.people(sampled.missing), resulted: text.format.people(resulted.missing) };
    const allMet = nobody(sampled.missing) && nobody(resulted.missing);
    const part = (name: 'sampled' | 'resulted', missing: number) =>
      nobody(missing)
        ? text.t(`charts:deadline.${name}Met`)
        : text.t(`charts:deadline.${name}Missing`, { people: text.format.people(missing) });
    const both = `${part('sampled', sampled.missing)} · ${part('resulted', resulted.missing)}`;
    const tails = allMet ? [met] : [both, text.t('charts:deadline.shortMissing', values)];
    const people = [valueAt(hours, bands.sampled.mean, at), valueAt(hours, bands.resulted.mean, at)];
    return [{ hours: at, met: allMet, people, wordings: [...tails.map((tail) => `${head} · ${tail}`), head, text.format.offset(at)] }];
  }
  const one = (
    key: 'charts:deadline.sampled' | 'charts:deadline.resulted',
    verdict: Study['sampledWithinDeadline'],
    values: Float64Array,
  ): Mark => {
    const head = text.t(key, { offset: text.format.offset(verdict.deadlineHours) });
    const people = [valueAt(hours, values, verdict.deadlineHours)];
    return {
      hours: verdict.deadlineHours,
      met: nobody(verdict.missing),
      people,
      wordings: [`${head} · ${words(verdict.missing)}`, head, text.format.offset(verdict.deadlineHours)],
    };
  };
  return [one('charts:deadline.sampled', sampled, bands.sampled.mean), one('charts:deadline.resulted', resulted, bands.resulted.mean)];
}

/** The deadlines with what is missing at them, and the hour at which people stop coming. */
export function DeadlineMarks({ study, span, scales, margins, palette, text, fontSize, windowEndHours }: DeadlineMarksProps) {
  const { x, y, plotHeight } = scales;
  const [left, right] = x.range();
  const bottom = margins.top + plotHeight;
  const visible = (hours: number) => hours >= span.from && hours <= span.to;
  const marks = deadlineMarks(study, text).filter((mark) => visible(mark.hours));
  const windowWords = text.t('charts:windowEnd');
  const windowRoom = textWidth(windowWords, fontSize) + fontSize;
  const windowAt = windowEndHours === null ? 0 : x(windowEndHours);
  // The unit of the axis stands at the top left; a label keeps clear of it and of the next deadline.
  const unitEnd = textWidth(text.t('charts:unit.large'), fontSize) + fontSize;
  return (
    <g fontSize={fontSize}>
      {windowEndHours !== null && visible(windowEndHours) && (
        <g fill={palette.inkSoft}>
          <line x1={x(windowEndHours)} x2={x(windowEndHours)} y1={margins.top} y2={bottom} stroke={palette.inkSoft} strokeDasharray="2 4" />
          <path d={`M${x(windowEndHours) - 4},${bottom}l4,-6l4,6z`} />
          <text
            x={windowAt - 0.4 * fontSize}
            y={margins.top + fontSize * 1.15}
            textAnchor="end"
            stroke={palette.paper}
            strokeWidth={3.5}
            paintOrder="stroke"
            strokeLinejoin="round"
          >
            {windowAt - left > windowRoom ? windowWords : ''}
          </text>
        </g>
      )}
      {marks.map((mark, index) => {
        const from = index === 0 ? unitEnd : x(marks[index - 1].hours);
        const until = index + 1 < marks.length ? x(marks[index + 1].hours) - fontSize : right + margins.right;
        const at = x(mark.hours);
        const rightwards = until - at >= at - from;
        const room = (rightwards ? until - at : at - from) - fontSize;
        const color = mark.met ? palette.inkSoft : palette.breach;
        return (
          <g key={mark.hours}>
            <line
              x1={at}
              x2={at}
              y1={margins.top - fontSize * 1.3}
              y2={bottom}
              stroke={color}
              strokeWidth={1.6}
              strokeDasharray={mark.met ? undefined : '5 3'}
            />
            {mark.people.map((people) => (
              <circle key={people} cx={at} cy={y(people)} r={3.4} fill={palette.paper} stroke={color} strokeWidth={1.6} />
            ))}
            <text
              x={at + (rightwards ? 1 : -1) * fontSize * 0.45}
              y={fontSize}
              textAnchor={rightwards ? 'start' : 'end'}
              fill={palette.ink}
              fontWeight={600}
            >
              {firstFitting(mark.wordings, fontSize, room)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
