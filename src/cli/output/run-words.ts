import type { ClaimCell, Marginals, Remedy } from '../../experiment/index.ts';
import { deadlineWords, remedyWords } from '../../report/index.ts';
import type { Marginal, Study } from '../../results/index.ts';
import { parseOpenHours } from '../../scenario/index.ts';
import type { Text } from '../../text/index.ts';
import type { Plan } from '../plan.ts';
import { notesText } from './problem-words.ts';
import { tableText } from './table.ts';

export interface RunAnswer {
  readonly plan: Plan;
  readonly study: Study;
  readonly marginals: Marginals | null;
  readonly claims: readonly ClaimCell[] | null;
  readonly remedies: readonly Remedy[] | null;
  /** Names of the sites that finish last, latest first. */
  readonly lastSites: readonly string[];
}

/** A study in words: the verdict first, then the check of readings, where it jams, what would fix it. */
export function runWords(text: Text, answer: RunAnswer): string {
  const parts = [
    headText(text, answer),
    verdictText(text, answer),
    answer.claims ? claimsText(text, answer.claims, answer.plan.settings['order.clock']) : '',
    jamText(text, answer),
    answer.remedies ? remediesText(text, answer, answer.remedies) : '',
    notesText(text, answer.plan.notes),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function headText(text: Text, { plan, study }: RunAnswer): string {
  const { t, format } = text;
  const title = t('cli:run.title', { city: text.pick(plan.variant.city.name), scenario: text.pick(plan.variant.scenario.name) });
  const provenance = t('cli:run.provenance', {
    count: study.replications,
    seed: study.seed,
    fingerprint: study.scenario.fingerprint,
    engine: study.engineVersion,
    simulated: t('product:simulated'),
  });
  const people = t('cli:run.participants', {
    participants: format.peopleExact(study.participants),
    population: format.number(study.population),
  });
  return `${title}\n${provenance}\n${people}\n`;
}

function verdictText(text: Text, { plan, study }: RunAnswer): string {
  const blocks = (['sampled', 'resulted'] as const).map((finish) => {
    const words = deadlineWords(text, finish, study, plan.settings);
    const { t99 } = finish === 'sampled' ? study.sampledFinish : study.resultedFinish;
    const late =
      t99 === null
        ? []
        : [text.t('cli:run.t99', { clock: text.format.clock(t99, plan.settings['order.clock']), offset: text.format.offset(t99) })];
    const lines = [
      `${words.answer}  ${words.chance}`,
      words.missing,
      ...(words.retest === null ? [] : [words.retest]),
      [words.finish, ...(words.spread ? [words.spread] : [])].join('  '),
      ...late,
    ];
    return `${words.question}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  });
  return blocks.join('\n');
}

function claimsText(text: Text, claims: readonly ClaimCell[], orderClock: string): string {
  const { t, format } = text;
  const at = (hours: number | null): string => (hours === null ? '–' : `${format.clock(hours, orderClock)} (${format.offset(hours)})`);
  const header = [
    '',
    t('cli:claims.column.answer'),
    t('cli:claims.column.missing'),
    t('cli:claims.column.t99'),
    t('cli:claims.column.finish'),
    t('cli:claims.column.results'),
  ];
  const rows = claims.map(({ reading, perHour, study }) => [
    t('cli:claims.row', { reading: t(`cli:claims.reading.${reading}`), perHour }),
    format.probability(study.sampledWithinDeadline.probability, study.sampledWithinDeadline.interval, study.replications),
    format.peopleUnit(Math.round(study.sampledWithinDeadline.missing)),
    at(study.sampledFinish.t99),
    at(study.sampledFinish.mean),
    at(study.resultedFinish.mean),
  ]);
  return `${t('cli:claims.title')}\n${tableText([header, ...rows], ['left', 'right', 'right', 'right', 'right', 'right'])}`;
}

function jamText(text: Text, { plan, study, marginals, lastSites }: RunAnswer): string {
  const { t, format } = text;
  const lines: string[] = [];
  const open = parseOpenHours(plan.settings.openHours);
  if (marginals) {
    for (const finish of ['sampling', 'results'] as const) {
      const resource = marginals.binding[finish];
      const best = marginals.marginal.find(
        (row) => row.resource === resource && row.finish === (finish === 'sampling' ? 'sampled' : 'resulted'),
      );
      const effect = best && best.effectHours < 0 ? `  ${t('planner:bottleneck.effect', { hours: format.hours(-best.effectHours) })}` : '';
      lines.push(`${t(`cli:jam.${finish}`, { resource: t(`product:resource.${resource}`) })}${effect}`);
    }
  }
  const sites = Math.round(study.means.sitesUnfinishedAtDeadline);
  const names = lastSites.join(text.language === 'zh' ? '、' : ', ');
  lines.push(sites === 0 ? t('cli:jam.sitesNone') : t('cli:jam.sites', { sites: format.number(sites), names }));
  lines.push(
    t('cli:jam.labs', { share: format.percent(study.means.labUtilisation, 0), tubes: format.tubes(study.means.labBacklogPeakTubes) }),
  );
  lines.push(
    t('cli:jam.wait', {
      mean: format.minutes(study.wait.mean),
      p90: format.minutes(study.wait.p90),
      max: format.minutes(study.wait.max),
      over60: format.percent(study.wait.over60Share, 0),
    }),
  );
  lines.push(t('cli:jam.late', { sealed: format.tubes(study.means.sealedLateTubes), arrived: format.tubes(study.means.atLabLateTubes) }));
  lines.push(
    t('cli:jam.duty', { hours: format.number((open.to - open.from) / 60 / plan.settings['staff.shifts'], 1).replace(/\.0$/, '') }),
  );
  const table = marginals ? marginalTable(text, marginals.marginal) : '';
  return `${t('cli:jam.title')}\n${lines.map((line) => `  ${line}\n`).join('')}${table}`;
}

const AMOUNTS = {
  samplers: 'cli:jam.desks',
  devices: 'cli:jam.devices',
  openHours: 'cli:jam.openHours',
  demandWindow: 'cli:jam.window',
  couriers: 'cli:jam.couriers',
  labs: 'cli:jam.tubes',
} as const;

function marginalTable(text: Text, marginal: readonly Marginal[]): string {
  const { t, format } = text;
  const effect = (row: Marginal | undefined): string => {
    if (!row) return '–';
    return row.interval ? `${format.change(row.effectHours)} [${format.ends(row.interval)}]` : format.change(row.effectHours);
  };
  const resources = [...new Set(marginal.map(({ resource }) => resource))];
  const rows = resources.map((resource) => {
    const sampled = marginal.find((row) => row.resource === resource && row.finish === 'sampled');
    const resulted = marginal.find((row) => row.resource === resource && row.finish === 'resulted');
    const raw = sampled?.amount ?? resulted?.amount ?? 0;
    const amount = resource === 'labs' ? format.tubesPerDay(raw) : format.number(raw, Number.isInteger(raw) ? 0 : 1);
    return [t(`product:resource.${resource}`), t(AMOUNTS[resource], { amount }), effect(sampled), effect(resulted)];
  });
  const header = [t('cli:jam.column.resource'), t('cli:jam.column.change'), t('cli:jam.column.sampled'), t('cli:jam.column.resulted')];
  return `  ${t('cli:jam.effects')}\n${tableText([header, ...rows], ['left', 'right', 'right', 'right'], '    ')}`;
}

function remediesText(text: Text, { plan, study }: RunAnswer, remedies: readonly Remedy[]): string {
  const isFine = study.sampledWithinDeadline.probability >= 0.95 && study.resultedWithinDeadline.probability >= 0.95;
  const lines = remedies.map((remedy, index) => {
    const { action, effect } = remedyWords(text, remedy, plan.variant.city);
    return `  ${index + 1}. ${action}${effect}\n`;
  });
  const none = `  ${text.t(isFine ? 'cli:fix.notNeeded' : 'cli:fix.none')}\n`;
  return `${text.t('cli:fix.title')}\n${lines.length > 0 ? lines.join('') : none}`;
}
