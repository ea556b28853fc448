import { ADDITION_AIMS, bestAdditions, reachOfVillages, type Addition } from '../../coverage/index.ts';
import type { CoverageFigures } from '../../geo/index.ts';
import { additionSentence, placeWords, type CoverageAnswer } from '../../report/index.ts';
import type { Text } from '../../text/index.ts';
import { tableText } from './table.ts';

const LIMITS_SHOWN = [10, 15, 20, 30];
const WORST = 8;

/** An answer about coverage as a page of text: areas, equity, townships, worst villages, change, services. */
export function coverageWords(text: Text, answer: CoverageAnswer): string {
  const { t, format } = text;
  const { reach, stations, now, change } = answer;
  const { coverage } = now;
  const open = stations.filter(({ state }) => state !== 'closed').length;
  const parts = [
    `${t('coverage:cli.title', { city: text.pick(reach.city.name), count: open })}\n${rulesLines(text, answer)}`,
    areasTable(text, answer),
    [
      beyondWords(text, coverage.all),
      t('coverage:cli.equity', {
        gini: format.number(coverage.gini, 2),
        p90: format.number(coverage.all.p90, 1),
        longest: format.number(coverage.all.longest, 1),
      }),
    ]
      .map((line) => `${line}\n`)
      .join(''),
    ...(change ? [changeLines(text, answer)] : []),
    townshipTable(text, answer),
    worstLines(text, answer),
    ...(answer.services.length > 0 ? [`${t('coverage:cli.services')}\n${servicesTable(text, answer)}`] : []),
  ];
  return parts.join('\n');
}

export function rulesLines(text: Text, { reach }: Pick<CoverageAnswer, 'reach'>): string {
  const { t, format } = text;
  const { speeds, handlingMinutes, turnoutMinutes, standard } = reach.rules;
  const lines = [
    t('coverage:cli.standard', { urban: standard.urban, rural: standard.rural }),
    t('coverage:cli.rules', {
      urbanSpeed: format.number(speeds.urban),
      ruralSpeed: format.number(speeds.rural),
      motorway: format.number(speeds.motorway),
      handling: handlingMinutes,
      turnout: turnoutMinutes,
    }),
    ...(reach.city.places.stations === 'schematic' ? [t('coverage:cli.schematic')] : [t('product:simulated')]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const beyondWords = ({ t, format }: Text, { beyond, residents }: CoverageFigures): string =>
  t('coverage:cli.beyond', { people: format.peopleExact(beyond), share: format.percent(beyond / residents) });

function figureRow({ format }: Text, name: string, figures: CoverageFigures, limits: readonly number[]): string[] {
  const { residents, mean, p90, longest, within, beyond } = figures;
  return [
    name,
    format.number(residents),
    format.number(mean, 1),
    format.number(p90, 1),
    format.number(longest, 1),
    ...LIMITS_SHOWN.map((limit) => format.percent(within[limits.indexOf(limit)] / residents)),
    format.number(beyond),
  ];
}

function header({ t }: Text, first: string): string[] {
  return [
    first,
    t('coverage:column.residents'),
    t('coverage:column.mean'),
    t('coverage:column.p90'),
    t('coverage:column.longest'),
    ...LIMITS_SHOWN.map((limit) => `≤${limit}`),
    t('coverage:column.beyond'),
  ];
}

const ALIGNMENTS = ['left', ...Array.from({ length: 9 }, () => 'right' as const)] as const;

function areasTable(text: Text, { now }: CoverageAnswer): string {
  const { coverage } = now;
  const rows = (['urban', 'rural', 'all'] as const).map((area) =>
    figureRow(text, text.t(`coverage:area.${area}`), coverage[area], coverage.limits),
  );
  return tableText([header(text, ''), ...rows], ALIGNMENTS);
}

function townshipTable(text: Text, { reach, now }: CoverageAnswer): string {
  const { coverage } = now;
  const rows = reach.city.townships
    .map((township, row) => ({ township, figures: coverage.townships[row] }))
    .sort((a, b) => b.figures.beyond - a.figures.beyond || b.figures.mean - a.figures.mean)
    .map(({ township, figures }) => figureRow(text, text.pick(township.name), figures, coverage.limits));
  return tableText([header(text, text.t('coverage:column.township')), ...rows], ALIGNMENTS);
}

function worstLines(text: Text, { reach, now }: CoverageAnswer): string {
  const { t, format } = text;
  const rows = reachOfVillages(reach, now.nearest)
    .slice(0, WORST)
    .map(({ village, minutes, standard }) =>
      t(Number.isFinite(minutes) ? 'coverage:cli.worst.row' : 'coverage:cli.worst.never', {
        place: placeWords(reach, village, text),
        minutes: format.number(minutes, 1),
        standard,
        residents: format.peopleExact(reach.city.villages[village].residents),
      }),
    );
  return `${t('coverage:cli.worst')}\n${rows.map((row) => `  ${row}\n`).join('')}`;
}

function changeLines(text: Text, { change }: CoverageAnswer): string {
  const { t, format } = text;
  const { gained, lost, sooner, later, mean } = change!;
  const signed = `${mean > 0 ? '+' : ''}${format.number(mean, 2)}`;
  const lines =
    sooner + later + gained + lost === 0
      ? [t('coverage:cli.change.none')]
      : [
          t('coverage:cli.change.gained', { gained: format.peopleExact(gained), lost: format.peopleExact(lost) }),
          t('coverage:cli.change.sooner', { sooner: format.peopleExact(sooner), later: format.peopleExact(later) }),
          t('coverage:cli.change.mean', { mean: Number.isFinite(mean) ? signed : format.number(NaN) }),
        ];
  return `${t('coverage:cli.change')}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function servicesTable(text: Text, { services }: CoverageAnswer): string {
  const { t, format } = text;
  const people = (count: number | undefined): string => (count === undefined ? format.number(NaN) : format.number(Math.round(count)));
  const head = ['service', 'places', 'mean', 'p90'].map((name) => t(`coverage:column.${name as 'mean'}`));
  const tail = ['access', 'accessLeast', 'left', 'diverted'].map((name) => t(`coverage:column.${name as 'access'}`));
  const rows = services.map(({ service, places, coverage, access, limited }) => [
    t(`coverage:service.${service}`),
    format.number(places),
    format.number(coverage.all.mean, 1),
    format.number(coverage.all.p90, 1),
    format.percent(coverage.all.within[coverage.limits.indexOf(15)] / coverage.all.residents),
    format.percent(coverage.all.within[coverage.limits.indexOf(30)] / coverage.all.residents),
    format.number(access.all, 2),
    format.number(access.least, 2),
    people(limited?.leftResidents),
    people(limited?.divertedResidents),
  ]);
  return tableText([[...head, '≤15', '≤30', ...tail], ...rows], ALIGNMENTS);
}

const SUGGESTIONS = 2;

/** Suggestions by every aim, the best of each first. */
export function suggestionLines(text: Text, answer: CoverageAnswer, additions: readonly Addition[]): string {
  const { t } = text;
  const { reach, stations, now } = answer;
  const open = stations.filter(({ state }) => state !== 'closed').length;
  const lines = ADDITION_AIMS.flatMap((aim) => {
    const best = bestAdditions(additions, aim, now, SUGGESTIONS);
    return [
      `  ${t(`coverage:cli.suggest.${aim}`, { urban: reach.rules.standard.urban })}`,
      ...(best.length === 0
        ? [`    ${t('coverage:suggestion.none')}`]
        : best.map((addition) => `    ${additionSentence(reach, addition, open, text)}`)),
    ];
  });
  return `${t('coverage:cli.suggest', { count: additions.length })}\n${lines.map((line) => `${line}\n`).join('')}`;
}
