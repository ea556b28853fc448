import type { Addition, CitySiting } from '../../coverage/index.ts';
import { placeWords, type CoverageAnswer } from '../../report/index.ts';
import type { Text } from '../../text/index.ts';
import { rulesLines, suggestionLines } from './coverage-words.ts';

/** Answers about further stations in a city in sentences, then the suggestion list. */
export function citySitingWords(
  text: Text,
  answer: CoverageAnswer,
  sitings: readonly CitySiting[],
  additions: readonly Addition[],
  within: number | undefined,
): string {
  const limit = within === undefined ? text.t('coverage:limit.standard') : text.t('coverage:limit.minutes', { minutes: within });
  const open = answer.stations.filter(({ state }) => state !== 'closed').length;
  return [
    `${text.t('coverage:cli.title', { city: text.pick(answer.reach.city.name), count: open })}\n${rulesLines(text, answer)}`,
    ...sitings.map((siting) => sitingWords(text, answer, siting, limit)),
    suggestionLines(text, answer, additions),
  ].join('\n');
}

function sitingWords(text: Text, { reach, stations }: CoverageAnswer, siting: CitySiting, limit: string): string {
  const { t, format } = text;
  const { model, chosen, objective, bound, gap, present } = siting;
  const isPeople = model === 'mclp' || model === 'mexclp';
  const amount = (value: number): string => (isPeople ? format.peopleExact(value) : format.number(value, model === 'lscp' ? 0 : 2));
  const values = {
    add: chosen.length,
    objective: amount(objective),
    present: model === 'lscp' ? format.peopleExact(present) : amount(present),
    limit,
  };
  const names = chosen.map(({ village, station }) => (station >= 0 ? text.pick(stations[station].name) : placeWords(reach, village, text)));
  const key = model === 'lscp' && objective === 0 ? 'coverage:cli.siting.lscp.none' : (`coverage:cli.siting.${model}` as const);
  const lines = [
    t(key, values),
    ...(names.length > 0 ? [t('ambulance:siting.chosen', { names: names.join(text.language === 'zh' ? '、' : ', ') })] : []),
    gap === 0 ? t('ambulance:siting.proved') : t('ambulance:siting.gap', { bound: amount(bound), gap: format.percent(gap, 2) }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
