import { MOST_SURGE_DAYS } from '../../experiment/index.ts';
import { erlangPreview, RARELY, type EmergencyAnswer } from '../../report/index.ts';
import { AREA_IDS, TOWNSHIP_BINS, type Area, type EmergencyStudy, type Interval, type ResponseFigures } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';
import { tableText, type Alignment } from './table.ts';

/** What the city's document states; compared with, never put in. */
const STATED = { urban: 15, rural: 30 } as const;
const SLOWEST = 5;
const NUMBERS: readonly Alignment[] = ['left', ...new Array<Alignment>(10).fill('right')];

/** A study of the emergency network in words and tables. */
export function emergencyWords(text: Text, answer: EmergencyAnswer): string {
  const parts = [headLines, responseTable, checkTable, fleetLines, townshipLines, surgeTable, calibrationTable, noteLines];
  return parts
    .map((part) => part(text, answer))
    .filter((lines) => lines !== '')
    .join('\n');
}

const line = (words: string, indent = '  '): string => `${indent}${words}\n`;

function headLines(text: Text, { study, city, settings, stations }: EmergencyAnswer): string {
  const { t, format } = text;
  const open = stations.filter(({ state }) => state !== 'closed').length;
  const calls = format.number(study.callsPerDay.mean, 1);
  const speed = (kmh: number): string => format.number(kmh, Number.isInteger(kmh) ? 0 : 1);
  return [
    line(t('emergency:cli.title', { city: text.pick(city.name), stations: open, fleet: study.fleet, calls }), ''),
    line(
      t('emergency:cli.runs', {
        replications: study.replications,
        days: study.days,
        warmUp: study.warmUpDays,
        seed: study.seed,
        fingerprint: study.scenario.fingerprint,
        engine: study.engineVersion,
      }),
    ),
    line(
      t('emergency:cli.speeds', {
        urban: speed(settings['emergency.urbanSpeedKmh'] * settings['emergency.urbanSpeedFactor']),
        rural: speed(settings['emergency.ruralSpeedKmh'] * settings['emergency.ruralSpeedFactor']),
        motorway: speed(settings['emergency.motorwaySpeedKmh']),
        handling: settings['emergency.handlingMinutes'],
        turnout: settings['emergency.turnoutMedianMinutes'],
      }),
    ),
    line(t('emergency:cli.schematic')),
  ].join('');
}

/** A mean with the ends of its interval, where it has one. */
function withEnds({ t, format }: Text, mean: number, interval: Interval | null): string {
  const centre = format.number(mean, 1);
  return interval === null ? centre : t('emergency:cli.check.interval', { mean: centre, ends: format.ends(interval) });
}

function responseRow(text: Text, name: string, figures: ResponseFigures): string[] {
  const { format } = text;
  return [
    name,
    format.number(figures.callsPerDay, 1),
    withEnds(text, figures.mean, figures.interval),
    format.number(figures.p50, 1),
    format.number(figures.p90, 1),
    format.percent(figures.within15.mean),
    format.percent(figures.within30.mean),
  ];
}

function responseTable(text: Text, { study }: EmergencyAnswer): string {
  const { t } = text;
  const columns = ['calls', 'mean', 'p50', 'p90', 'within15', 'within30'] as const;
  const header = [t('emergency:column.group'), ...columns.map((name) => t(`emergency:column.${name}`))];
  const areas = (['urban', 'rural', 'all'] as const).map((area) =>
    responseRow(text, t(`emergency:area.${area}`), study.responseMinutes[area]),
  );
  const severities = (['urgent', 'ordinary', 'minor'] as const).map((severity, row) =>
    responseRow(text, t(`emergency:severity.${severity}`), study.severities[row]),
  );
  return `${t('emergency:cli.response')}\n${tableText([header, ...areas, ...severities], NUMBERS)}`;
}

function checkTable(text: Text, { study, city }: EmergencyAnswer): string {
  if (city.id !== 'ezhou' || study.responseMinutes.all.callsPerDay === 0) return '';
  const { t, format } = text;
  const header = ['', t('emergency:column.stated'), t('emergency:column.simulated')];
  const rows = AREA_IDS.map((area) => {
    const { mean, interval } = study.responseMinutes[area];
    return [t(`emergency:area.${area}`), format.number(STATED[area]), withEnds(text, mean, interval)];
  });
  const slower = AREA_IDS.filter((area) => study.responseMinutes[area].mean > STATED[area]);
  const verdict =
    slower.length === 0
      ? line(t('emergency:cli.check.faster'))
      : slower.map((area) => line(t('emergency:cli.check.slower', { area: t(`emergency:area.${area}`) }))).join('');
  return `${t('emergency:cli.check')}\n${tableText([header, ...rows], NUMBERS)}${verdict}${line(t('emergency:note.stated'))}`;
}

function fleetLines({ t, format }: Text, { study }: EmergencyAnswer): string {
  const { transfers, vehiclesBusy } = study;
  const fleet = t('emergency:cli.fleet', {
    busy: format.number(vehiclesBusy.mean, 1),
    most: vehiclesBusy.most,
    utilisation: format.percent(study.utilisation.mean),
    queued: format.number(study.queuedPerDay.mean, 2),
    elsewhere: format.percent(study.servedElsewhere.mean),
  });
  const moved =
    transfers.perDay === 0
      ? ''
      : line(
          t('emergency:cli.transfers', { perDay: format.number(transfers.perDay, 1), minutes: format.number(transfers.minutes.mean, 1) }),
          '',
        );
  const { load, leastFleet } = erlangPreview(study);
  const erlang = t('emergency:cli.erlang', { load: format.number(load, 1), fleet: leastFleet, share: format.percent(RARELY) });
  return line(fleet, '') + moved + line(erlang, '');
}

function townshipLines({ t, format, pick }: Text, { study, city }: EmergencyAnswer): string {
  const { townships } = study;
  const order = city.townships.map((_, row) => row).filter((row) => !Number.isNaN(townships.mean[row]));
  if (order.length === 0) return '';
  order.sort((a, b) => townships.mean[b] - townships.mean[a]);
  const rows = order.slice(0, SLOWEST).map((row) =>
    line(
      t('emergency:cli.townships.row', {
        name: pick(city.townships[row].name),
        mean: format.number(townships.mean[row], 1),
        p90: townships.p90[row] === Infinity ? `>${TOWNSHIP_BINS - 1}` : format.number(townships.p90[row], 1),
        within: format.percent(townships.withinStandard[row]),
      }),
    ),
  );
  return `${t('emergency:cli.townships')}\n${rows.join('')}`;
}

function surgeTable(text: Text, { study }: EmergencyAnswer): string {
  if (study.surge === null) return '';
  const { t, format } = text;
  const columns = [
    'cases',
    'urbanMean',
    'urbanWithin15',
    'ruralMean',
    'ruralChange',
    'ruralWithin30',
    'busy',
    'queuedShare',
    'transfer',
  ] as const;
  const header = columns.map((name) => t(`emergency:column.${name}`));
  const rows = study.surge.map((row) => [
    format.number(row.transfersPerDay),
    withEnds(text, row.responseMinutes.urban.mean, row.responseMinutes.urban.interval),
    format.percent(row.responseMinutes.urban.within15.mean),
    withEnds(text, row.responseMinutes.rural.mean, row.responseMinutes.rural.interval),
    withEnds(text, row.change.rural.mean, row.change.rural.interval),
    format.percent(row.responseMinutes.rural.within30.mean),
    format.number(row.vehiclesBusy, 1),
    format.percent(row.queuedShare.mean),
    format.number(row.transferMinutes.mean, 1),
  ]);
  const days = Math.min(study.days, MOST_SURGE_DAYS);
  return `${t('emergency:cli.surge', { days })}\n${tableText([header, ...rows], NUMBERS)}`;
}

function calibrationTable(text: Text, { study }: EmergencyAnswer): string {
  const { calibration } = study;
  if (calibration === null) return '';
  const { t, format } = text;
  const columns = ['stated', 'factor', 'implied', 'mean'] as const;
  const header = [t('emergency:column.area'), ...columns.map((name) => t(`emergency:column.${name}`))];
  const found = AREA_IDS.filter((area) => calibration[area].factor !== null);
  const rows = found.map((area) => {
    const fit = calibration[area];
    return [
      t(`emergency:area.${area}`),
      format.number(fit.statedMinutes, 1),
      format.number(fit.factor!, 3),
      format.number(fit.impliedKmh, 1),
      format.number(fit.meanMinutes, 2),
    ];
  });
  const missed = AREA_IDS.filter((area) => calibration[area].factor === null).map((area) => {
    const { statedMinutes: stated, meanMinutes } = calibration[area];
    return line(t('emergency:cli.calibrate.none', { area: t(`emergency:area.${area}`), stated, mean: format.number(meanMinutes, 1) }));
  });
  const table = rows.length === 0 ? '' : tableText([header, ...rows], NUMBERS);
  return `${t('emergency:cli.calibrate')}\n${table}${missed.join('')}${found.length === 2 ? meaning(text, calibration) : ''}`;
}

function meaning({ t, format }: Text, calibration: NonNullable<EmergencyStudy['calibration']>): string {
  const kmh = (area: Area): string => format.number(calibration[area].impliedKmh, 1);
  return line(t('emergency:cli.calibrate.meaning', { urban: kmh('urban'), rural: kmh('rural') }));
}

function noteLines({ t, format }: Text, { study }: EmergencyAnswer): string {
  const values = {
    fleet: study.fleet,
    busy: format.number(study.vehiclesBusy.mean),
    unserved: format.number(study.unservedPerDay.mean, 2),
  };
  return study.notes.map((note) => line(t(`emergency:note.${note}`, values), '')).join('');
}
