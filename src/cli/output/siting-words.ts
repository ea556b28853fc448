import type { SitingAnswer, SitingCase, SitingModel, SitingOptions } from '../../solver/index.ts';
import type { Text, TextKey } from '../../text/index.ts';

const listed = (text: Text, names: readonly string[]): string => names.join(text.language === 'zh' ? '、' : ', ');

/** An answer to a user's own case in sentences. */
export function sitingWords(text: Text, siting: SitingCase, answer: SitingAnswer, options: SitingOptions): string {
  const { t, format } = text;
  const values = {
    objective: format.number(answer.objective, isCount(answer.model) ? 0 : 2),
    bound: format.number(answer.bound, isCount(answer.model) ? 0 : 2),
    within: options.within ?? 0,
    sites: answer.chosen.length,
    total: format.number(siting.demand.reduce((sum, demand) => sum + demand, 0)),
  };
  const lines = [
    t(`ambulance:siting.${answer.model}` as TextKey, values),
    t('ambulance:siting.chosen', { names: listed(text, chosenNames(siting, answer)) }),
    answer.gap === 0 ? t('ambulance:siting.proved') : t('ambulance:siting.gap', { ...values, gap: format.percent(answer.gap, 2) }),
  ];
  if (answer.uncovered.length > 0) {
    const names = answer.uncovered.map((i) => siting.demandIds[i]);
    lines.push(t('ambulance:siting.uncovered', { names: listed(text, names), count: names.length }));
  }
  return lines.map((line) => `${line}\n`).join('');
}

const isCount = (model: SitingModel): boolean => model === 'lscp' || model === 'mclp';

/** Site ids, "a × 3" for several vehicles at one. */
function chosenNames({ siteIds }: SitingCase, { chosen }: SitingAnswer): string[] {
  const counts = new Map<number, number>();
  for (const site of chosen) counts.set(site, (counts.get(site) ?? 0) + 1);
  return [...counts].map(([site, count]) => (count > 1 ? `${siteIds[site]} × ${count}` : siteIds[site]));
}
