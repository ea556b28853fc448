import { Button } from '@mantine/core';
import { Plus, RotateCcw } from 'lucide-react';
import type { ReactElement } from 'react';
import { isUnedited, placeNear, type PlannedStation } from '../../coverage/index.ts';
import type { CoverageFacts, CoverageState } from '../../store/index.ts';
import { useText } from '../kit/index.ts';

interface StationListProps {
  readonly facts: CoverageFacts;
  readonly edits: CoverageState['edits'];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onClose: (station: PlannedStation) => void;
  readonly onReset: (id: string) => void;
  readonly onResetAll: () => void;
  readonly onAdd: () => void;
}

/** All stations as a table with what can be done to each; the map's facts without the map. */
export function StationList(props: StationListProps): ReactElement {
  const { facts, edits, selected, onSelect, onClose, onReset, onResetAll, onAdd } = props;
  const { t, pick, format } = useText();
  const { stations, now, reach } = facts;
  const row = (station: PlannedStation, index: number): ReactElement => {
    const { id, name, state, vehicles, at } = station;
    const { village, township } = placeNear(reach.city, at);
    const place = village ? `${pick(village.name)} · ${pick(township.name)}` : pick(township.name);
    const gone = state === 'added' ? 'reach:station.remove' : state === 'closed' ? 'reach:station.reopen' : 'reach:station.close';
    return (
      <tr key={id} data-state={state} aria-selected={id === selected}>
        <th scope="row">
          <button type="button" className="station-name" aria-pressed={id === selected} onClick={() => onSelect(id)}>
            {pick(name)}
          </button>
          <span className="station-place">{place}</span>
        </th>
        <td>{t(`coverage:state.${state}`)}</td>
        <td className="numeric">{vehicles}</td>
        <td className="numeric">{state === 'closed' ? format.number(NaN) : format.people(now.served[index])}</td>
        <td className="station-acts">
          <Button size="compact-sm" variant="default" aria-label={`${t(gone)} ${pick(name)}`} onClick={() => onClose(station)}>
            {t(gone)}
          </Button>
          {state === 'moved' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('reach:station.putBack')} ${pick(name)}`}
              onClick={() => onReset(id)}
            >
              {t('reach:station.putBack')}
            </Button>
          )}
        </td>
      </tr>
    );
  };
  return (
    <section className="station-list" aria-label={t('reach:station.region')}>
      <div className="station-tools">
        <Button size="compact-sm" variant="light" leftSection={<Plus size="0.95rem" aria-hidden />} onClick={onAdd}>
          {t('reach:station.add')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<RotateCcw size="0.9rem" aria-hidden />}
          disabled={isUnedited(edits)}
          onClick={onResetAll}
        >
          {t('reach:station.resetAll')}
        </Button>
      </div>
      <div className="station-rows">
        <table>
          <caption className="visually-hidden">{t('reach:station.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('coverage:column.station')}</th>
              <th scope="col">{t('coverage:column.state')}</th>
              <th scope="col" className="numeric">
                {t('reach:station.vehicles')}
              </th>
              <th scope="col" className="numeric">
                {t('reach:station.nearest')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('reach:station.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>{stations.map(row)}</tbody>
        </table>
      </div>
      {reach.city.places.stations === 'schematic' && <p className="soft">{t('reach:station.schematic')}</p>}
    </section>
  );
}
