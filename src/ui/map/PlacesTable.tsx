import { useMemo, useState } from 'react';
import { BASE_FONT_SIZE, frameAt } from '../../charts/index.ts';
import type { Lab } from '../../city/index.ts';
import { arrangedRows, DataRows, type Sorting } from '../kit/index.ts';
import type { PlaceRef } from './places.ts';
import './table.css';
import { labColumns, siteColumns, type TableInputs } from './tableColumns.ts';

export interface PlacesTableProps extends Omit<TableInputs, 'labs' | 'frame'> {
  readonly labs?: readonly Lab[];
  readonly cursorHours: number;
  readonly selected: PlaceRef | null;
  readonly onSelect: (place: PlaceRef | null) => void;
  /** Pixels; 14 at a root of 16. */
  readonly fontSize?: number;
}

type Kind = PlaceRef['kind'];
const KINDS: readonly Kind[] = ['site', 'lab'];

/** The facts of the map as a table: sites or labs, filtered, sorted, with the map's selection. Fills its parent. */
export function PlacesTable(props: PlacesTableProps) {
  const {
    city,
    sites,
    labs = city.labs,
    study,
    typical,
    facts,
    clock,
    cursorHours,
    selected,
    onSelect,
    text,
    fontSize = BASE_FONT_SIZE,
  } = props;
  const [chosenKind, setKind] = useState<Kind | null>(null);
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState<Record<Kind, Sorting | null>>({ site: null, lab: null });
  const kind = chosenKind ?? selected?.kind ?? 'site';
  // States change with the run's step; figures between two steps are for the eye of the map, not for a table.
  const hoursPerStep = (typical?.stepMinutes ?? 15) / 60;
  const stepHours = Math.floor(cursorHours / hoursPerStep + 1e-9) * hoursPerStep;
  const participation = study.participants / study.population;
  const frame = useMemo(
    () => (typical === null ? null : frameAt(typical, city, sites, stepHours, participation)),
    [typical, city, sites, stepHours, participation],
  );
  const columns = useMemo(
    () => (kind === 'site' ? siteColumns : labColumns)({ city, sites, labs, study, typical, frame, facts, clock, text }),
    [kind, city, sites, labs, study, typical, frame, facts, clock, text],
  );
  const all = kind === 'site' ? sites.length : Math.max(labs.length, study.labs.tubes.length);
  const rows = useMemo(
    () => arrangedRows(columns, all, filter, sorting[kind], text.language),
    [columns, all, filter, sorting, kind, text.language],
  );
  const now = text.format.clock(stepHours, clock);
  return (
    <section className="places-table" style={{ fontSize }}>
      <div className="bar">
        <div className="kinds" role="group" aria-label={text.t('map:places')}>
          {KINDS.map((name) => (
            <button key={name} type="button" aria-pressed={name === kind} onClick={() => setKind(name)}>
              {text.t(name === 'site' ? 'map:table.sites' : 'map:table.labs')}
            </button>
          ))}
        </div>
        <input
          type="search"
          value={filter}
          placeholder={text.t('map:table.filter')}
          aria-label={text.t('map:table.filter')}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span role="status">{text.t('kit:table.count', { shown: rows.length, all })}</span>
        <span className="clock">{now}</span>
      </div>
      <DataRows
        key={kind}
        caption={text.t(kind === 'site' ? 'map:table.caption.sites' : 'map:table.caption.labs', { clock: now })}
        selected={selected !== null && selected.kind === kind ? selected.index : -1}
        onSelect={(index) => onSelect(index < 0 ? null : { kind, index })}
        sorting={sorting[kind]}
        onSort={(next) => setSorting({ ...sorting, [kind]: next })}
        {...{ columns, rows, fontSize }}
      />
    </section>
  );
}
