import type { ReactElement } from 'react';
import { FAR_MINUTES, type TownshipCoverage } from '../../../published/index.ts';
import { usePage } from '../page-context.tsx';
import { toneOf } from './tones.ts';

interface TownshipTableProps {
  readonly rows: readonly TownshipCoverage[];
  readonly township: number;
  readonly onTownship: (row: number) => void;
}

/** The same facts as the map, farthest first; a township opens its villages. */
export function TownshipTable({ rows, township, onTownship }: TownshipTableProps): ReactElement {
  const { published, text, asked } = usePage();
  const { t, pick, format } = text;
  const { measure } = asked;
  return (
    <table className="coverage-table">
      <caption>{t('residents:coverage.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('residents:coverage.township')}</th>
          <th scope="col">{t('residents:coverage.mean')}</th>
          <th scope="col">{t('residents:coverage.worstVillage')}</th>
          <th scope="col">{t('residents:coverage.farPeople', { limit: FAR_MINUTES[measure] })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ township: row, mean, meanKm, worst, worstVillage, far }) => (
          <tr key={row}>
            <th scope="row">
              <button type="button" className="link" aria-expanded={row === township} onClick={() => onTownship(row)}>
                {pick(published.townships[row].name)}
              </button>
            </th>
            <td className="figure">
              <span className="legend-swatch" data-tone={toneOf(measure, mean)} aria-hidden /> {format.minutes(mean)}
              {!Number.isNaN(meanKm) && <small>{t('residents:coverage.km', { km: format.number(meanKm, 1) })}</small>}
            </td>
            <td>
              {pick(published.villages[worstVillage].name)}
              <small>{format.minutes(worst)}</small>
            </td>
            <td className="figure">{far === 0 ? '–' : format.people(far)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
