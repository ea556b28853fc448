import type { Sheet } from '../../report/index.ts';
import type { Change } from '../../scenario/index.ts';
import { endOf } from './dates.ts';
import { changeSentence, changeTitle, placesWords, type ChangeWording } from './words.ts';

/** All changes as a table, a row each in the plan's order. */
export function changeSheet(changes: readonly Change[], wording: ChangeWording): Sheet {
  const { text, clock } = wording;
  const { t, format } = text;
  return {
    name: t('changes:title'),
    columns: [
      t('changes:column.at'),
      t('changes:column.start'),
      t('changes:column.until'),
      t('changes:column.end'),
      t('changes:column.what'),
      t('changes:field.where'),
      t('changes:field.comment'),
      t('changes:column.sentence'),
    ],
    rows: changes.map((change) => {
      const end = endOf(change);
      return [
        change.at,
        format.clock(change.at, clock),
        end,
        end === null ? t('changes:field.forGood') : format.clock(end, clock),
        changeTitle(change, wording),
        placesWords(change, wording),
        change.comment ?? '',
        changeSentence(change, wording),
      ];
    }),
  };
}
