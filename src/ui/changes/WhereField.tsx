import { MultiSelect, SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactElement } from 'react';
import type { Where } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import type { NamedPlace, PlanPlaces } from './places.ts';

type Scope = 'all' | 'districts' | 'townships' | 'sites';
const SCOPES: readonly Scope[] = ['all', 'districts', 'townships', 'sites'];
const LABELS = {
  all: 'changes:field.whereAll',
  districts: 'changes:field.whereDistricts',
  townships: 'changes:field.whereTownships',
  sites: 'changes:field.whereSites',
} as const;
/** Choices listed at once; the rest are found by typing. */
const MOST_LISTED = 60;

function readWhere(where: Where | undefined): { scope: Scope; ids: readonly string[] } {
  if (where === undefined || where === 'all') return { scope: 'all', ids: [] };
  if ('sites' in where) return { scope: 'sites', ids: where.sites };
  return 'townships' in where ? { scope: 'townships', ids: where.townships } : { scope: 'districts', ids: where.districts };
}

function writeWhere(scope: Exclude<Scope, 'all'>, ids: readonly string[]): Where {
  return scope === 'sites' ? { sites: ids } : scope === 'townships' ? { townships: ids } : { districts: ids };
}

interface PlacesFieldProps {
  readonly label: string;
  readonly places: readonly NamedPlace[];
  readonly ids: readonly string[];
  readonly onIds: (ids: readonly string[]) => void;
}

/** One or several places by name. */
export function PlacesField({ label, places, ids, onIds }: PlacesFieldProps): ReactElement {
  const { t, pick } = useText();
  const data = useMemo(() => {
    const known = places.map(({ id, name }) => ({ value: id, label: pick(name) }));
    const strangers = ids.filter((id) => !places.some((place) => place.id === id));
    return [...known, ...strangers.map((id) => ({ value: id, label: id }))];
  }, [places, ids, pick]);
  return (
    <MultiSelect
      className="places-field"
      size="xs"
      aria-label={label}
      data={data}
      value={[...ids]}
      onChange={onIds}
      searchable
      limit={MOST_LISTED}
      placeholder={ids.length === 0 ? t('changes:field.placesPick') : ''}
      nothingFoundMessage={t('changes:field.placesNone')}
      maxDropdownHeight={220}
      comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
    />
  );
}

interface WhereFieldProps {
  readonly where: Where | undefined;
  readonly places: PlanPlaces;
  readonly onWhere: (where: Where) => void;
  readonly onProblem: (words: string | null) => void;
}

/** The whole city, or which districts, townships or sites. A scope without a place is not taken until one is chosen. */
export function WhereField({ where, places, onWhere, onProblem }: WhereFieldProps): ReactElement {
  const { t } = useText();
  const standing = readWhere(where);
  const [wanted, setWanted] = useState<Scope | null>(null);
  const scope = wanted ?? standing.scope;
  const ids = scope === standing.scope ? standing.ids : [];
  const chooseScope = (next: Scope): void => {
    onProblem(next === 'all' || next === standing.scope ? null : t('changes:problem.noPlace'));
    setWanted(next === 'all' || next === standing.scope ? null : next);
    if (next === 'all') onWhere('all');
  };
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('changes:field.where')}
        value={scope}
        onChange={(value) => chooseScope(value as Scope)}
        data={SCOPES.map((value) => ({ value, label: t(LABELS[value]) }))}
        transitionDuration={0}
      />
      {scope !== 'all' && (
        <PlacesField
          label={t('changes:field.places')}
          places={places[scope]}
          ids={ids}
          onIds={(next) => {
            onProblem(next.length === 0 ? t('changes:problem.noPlace') : null);
            if (next.length === 0) return;
            setWanted(null);
            onWhere(writeWhere(scope, next));
          }}
        />
      )}
    </>
  );
}
