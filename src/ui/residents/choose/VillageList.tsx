import { useMemo, useState, type ReactElement } from 'react';
import { usePage } from '../page-context.tsx';
import { livedIn, townshipsByDistrict } from './rows.ts';

/** Township, then village: buttons only. */
export function VillageList({ onChoose }: { onChoose: (village: number) => void }): ReactElement {
  const { published, text } = usePage();
  const { t, pick } = text;
  const [open, setOpen] = useState(-1);
  const districts = useMemo(() => townshipsByDistrict(published), [published]);
  return (
    <div className="tree">
      <p className="hint">{t('residents:choose.townships')}</p>
      {districts.map(({ district, townships }) => (
        <section key={district} aria-labelledby={`district-${district}`}>
          <h3 id={`district-${district}`}>{pick(published.districts[district].name)}</h3>
          <ul>
            {townships.map((row) => (
              <li key={row}>
                <button type="button" className="tree-branch" aria-expanded={row === open} onClick={() => setOpen(row === open ? -1 : row)}>
                  <span>{pick(published.townships[row].name)}</span>
                  <span aria-hidden>{row === open ? '−' : '+'}</span>
                </button>
                {row === open && (
                  <ul
                    className="tree-leaves"
                    aria-label={t('residents:choose.villages', { township: pick(published.townships[row].name) })}
                  >
                    {livedIn(published, row).map((village) => (
                      <li key={village}>
                        <button type="button" onClick={() => onChoose(village)}>
                          {pick(published.villages[village].name)}
                        </button>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
