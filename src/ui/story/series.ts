import type { PlaceSeries } from '../../charts/index.ts';
import { sitesOf, type PlaceRef } from '../round/index.ts';
import { courierLoads } from './courierStory.ts';
import { townshipSampled } from './moments.ts';
import type { Followed } from './story.ts';

function siteSeries({ typical, sites, text }: Followed, site: number): PlaceSeries[] {
  const row = (column: Int32Array) => column.subarray(site * typical.steps, (site + 1) * typical.steps);
  const { peopleExact } = text.format;
  const sampled = {
    label: text.t('charts:site.sampled'),
    values: row(typical.siteSampled),
    top: sites[site].residents,
    format: peopleExact,
  };
  return [
    { label: text.t('charts:site.queue'), values: row(typical.siteQueue), kind: 'area', color: 'line', format: peopleExact },
    { ...sampled, kind: 'line', color: 'sampled' },
  ];
}

function labSeries({ typical, text }: Followed, lab: number): PlaceSeries[] {
  const row = (column: Int32Array) => column.subarray(lab * typical.steps, (lab + 1) * typical.steps);
  const lines = row(typical.labLines).reduce((most, count) => Math.max(most, count), 0);
  const format = (busy: number): string => text.t('charts:lab.lines', { busy, lines });
  return [
    { label: text.t('charts:lab.backlog'), values: row(typical.labBacklog), kind: 'area', color: 'resulted', format: text.format.tubes },
    { label: text.t('charts:lab.busy'), values: row(typical.labLinesBusy), kind: 'area', color: 'line', top: lines, format },
  ];
}

function townshipSeries(inputs: Followed, township: number): PlaceSeries[] {
  const { typical, run, sites, text } = inputs;
  const { peopleExact } = text.format;
  const own = run ? sitesOf(run, township) : [];
  const queue = new Float64Array(typical.steps);
  for (const site of own) for (let step = 0; step < typical.steps; step++) queue[step] += typical.siteQueue[site * typical.steps + step];
  const top = own.reduce((sum, site) => sum + sites[site].residents, 0);
  return [
    { label: text.t('charts:site.queue'), values: queue, kind: 'area', color: 'line', format: peopleExact },
    {
      label: text.t('charts:site.sampled'),
      values: townshipSampled(inputs, township),
      kind: 'line',
      color: 'sampled',
      top,
      format: peopleExact,
    },
  ];
}

function courierSeries(inputs: Followed, courier: number): PlaceSeries[] {
  const { text } = inputs;
  return [
    { label: text.t('charts:courier.load'), values: courierLoads(inputs, courier), kind: 'area', color: 'line', format: text.format.tubes },
  ];
}

const SERIES = { site: siteSeries, lab: labSeries, township: townshipSeries, courier: courierSeries } as const;

/** The curves of a place over the typical run. */
export const placeSeries = (inputs: Followed, { kind, index }: PlaceRef): PlaceSeries[] => SERIES[kind](inputs, index);
