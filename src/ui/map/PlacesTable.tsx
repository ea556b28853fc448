import { useMemo, useState } from 'react';
import { BASE_FONT_SIZE, frameAt } from '../../charts/index.ts';
import type { Lab } from '../../city/index.ts';
import { TableFiles } from '../export/index.ts';
import { arrangedRows, DataRows, type Sorting } from '../kit/index.ts';
import { hasGeography, PLACE_KINDS, type PlaceRef } from '../round/index.ts';
import './table.css';
import { courierColumns, labColumns, siteColumns, tableSheet, townshipColumns, type TableInputs } from './tableColumns.ts';

export interface PlacesTableProps extends Omit<TableInputs, 'labs' | 'frame'> {
  readonly labs?: readonly Lab[];
  readonly cursorHours: number;
  readonly selected: PlaceRef | null;
  readonly onSelect: (place: PlaceRef | null) => void;
  /** Pixels; 14 at a root of 16. */
  readonly fontSize?: number;
}

type Kind = PlaceRef['kind'];
const COLUMNS = { site: siteColumns, lab: labColumns, township: townshipColumns, courier: courierColumns } as const;
/** Townships and couriers are known of a run only. */
const FIGURE_KINDS: readonly Kind[] = ['site', 'lab'];

/** The facts of the map as a table: sites, labs, townships or couriers, filtered, sorted, with the map's selection. Fills its parent. */
export function PlacesTable(props: PlacesTableProps) {
  const {
    city,
    sites,
    labs = city.labs,
    study,
    typical,
    run = null,
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
  const [sorting, setSorting] = useState<Partial<Record<Kind, Sorting | null>>>({});
  const kinds = run === null ? FIGURE_KINDS : PLACE_KINDS.filter((name) => name !== 'township' || hasGeography(city));
  const wanted = chosenKind ?? selected?.kind ?? 'site';
  const kind = kinds.includes(wanted) ? wanted : 'site';
  // States change with the run's step; figures between two steps are for the eye of the map, not for a table.
  const hoursPerStep = (typical?.stepMinutes ?? 15) / 60;
  const stepHours = Math.floor(cursorHours / hoursPerStep + 1e-9) * hoursPerStep;
  const participation = study.participants / study.population;
  const frame = useMemo(
    () => (typical === null ? null : frameAt(typical, city, sites, stepHours, participation)),
    [typical, city, sites, stepHours, participation],
  );
  const columns = useMemo(
    () => COLUMNS[kind]({ city, sites, labs, study, typical, frame, run, facts, clock, text }),
    [kind, city, sites, labs, study, typical, frame, run, facts, clock, text],
  );
  const all = {
    site: sites.length,
    lab: Math.max(labs.length, study.labs.tubes.length),
    township: city.townships.length,
    courier: run?.transport.courierCount ?? 0,
  }[kind];
  const rows = useMemo(
    () => arrangedRows(columns, all, filter, sorting[kind] ?? null, text.language),
    [columns, all, filter, sorting, kind, text.language],
  );
  const now = text.format.clock(stepHours, clock);
  const caption = text.t(`map:table.caption.${kind}s`, { clock: now });
  return (
    <section className="places-table" style={{ fontSize }}>
      <div className="bar">
        <div className="kinds" role="group" aria-label={text.t('map:places')}>
          {kinds.map((name) => (
            <button key={name} type="button" aria-pressed={name === kind} onClick={() => setKind(name)}>
              {text.t(`map:table.${name}s`)}
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
        <TableFiles sheet={() => tableSheet(caption, columns, rows)} />
      </div>
      <DataRows
        key={kind}
        caption={caption}
        selected={selected !== null && selected.kind === kind ? selected.index : -1}
        onSelect={(index) => onSelect(index < 0 ? null : { kind, index })}
        sorting={sorting[kind] ?? null}
        onSort={(next) => setSorting({ ...sorting, [kind]: next })}
        {...{ columns, rows, fontSize }}
      />
    </section>
  );
}
