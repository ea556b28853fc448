import { useMemo, useState, type ReactElement } from 'react';
import { COVERAGE_MEASURES, FAR_MINUTES, paceOf, townshipCoverage, type TownshipCoverage } from '../../../published/index.ts';
import { CareSources } from '../find/CareCard.tsx';
import { PACE_KEYS } from '../find/AskedForm.tsx';
import { usePage } from '../page-context.tsx';
import { spanWords } from '../spans.ts';
import { Segments } from '../shell/Segments.tsx';
import { CoverageMap } from './CoverageMap.tsx';
import { HOW_KEYS, MEASURE_KEYS } from './measures.ts';
import { TownshipTable } from './TownshipTable.tsx';
import { VillageTable } from './VillageTable.tsx';

/** How far everybody is from what they need: in words, as a map, as a list. */
export function CoverageView(): ReactElement {
  const { published, text, asked, ask } = usePage();
  const { t } = text;
  const { measure, pace } = asked;
  const [township, setTownship] = useState(-1);
  const rows = useMemo(() => townshipCoverage(published, measure, paceOf(pace)), [published, measure, pace]);
  return (
    <section className="card" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t('residents:coverage.title')}</h2>
      <Segments
        legend={t('residents:coverage.measure')}
        name="measure"
        pairs
        options={COVERAGE_MEASURES.map((id) => ({ id, label: t(MEASURE_KEYS[id]) }))}
        value={measure}
        onChange={(id) => ask({ measure: id })}
      />
      <p className="hint">{t(HOW_KEYS[measure], { pace: t(PACE_KEYS[pace]) })}</p>
      <CoverageWords rows={rows} />
      {measure === 'ambulance' && (
        <p className="warning">
          {t('residents:care.caution', {
            call: text.format.number(published.rules.callMinutes),
            turnOut: text.format.number(published.rules.turnOutMinutes),
          })}
        </p>
      )}
      {measure !== 'site' && <CareSources />}
      <div className="coverage">
        <CoverageMap rows={rows} township={township} onTownship={setTownship} />
        <div>
          {township >= 0 && <VillageTable township={township} onClose={() => setTownship(-1)} />}
          <TownshipTable rows={rows} township={township} onTownship={setTownship} />
        </div>
      </div>
    </section>
  );
}

/** Who is served worst and best, and how many are far, in sentences. */
function CoverageWords({ rows }: { rows: readonly TownshipCoverage[] }): ReactElement {
  const { published, text, asked } = usePage();
  const { t, pick } = text;
  const [worst, best] = [rows[0], rows.at(-1)!];
  const limit = FAR_MINUTES[asked.measure];
  const people = rows.reduce((sum, { far }) => sum + far, 0);
  const all = rows.reduce((sum, { residents }) => sum + residents, 0);
  return (
    <div className="coverage-words" role="status">
      <p>
        {t('residents:coverage.worst', {
          township: pick(published.townships[worst.township].name),
          mean: spanWords(text, worst.mean),
          village: pick(published.villages[worst.worstVillage].name),
          worst: spanWords(text, worst.worst),
        })}
      </p>
      <p>
        {people === 0
          ? t('residents:coverage.farNone', { limit })
          : t('residents:coverage.far', {
              people: text.format.peopleUnit(people),
              share: text.format.percent(people / all),
              limit,
              townships: rows.filter(({ far }) => far > 0).length,
            })}
      </p>
      <p>{t('residents:coverage.best', { township: pick(published.townships[best.township].name), mean: spanWords(text, best.mean) })}</p>
    </div>
  );
}
