import { Input, SegmentedControl, Select } from '@mantine/core';
import { useState, type ReactElement, type ReactNode } from 'react';
import { changeRange, findOpenHours, formatOpenHours, type Change, type ChangeKind } from '../../scenario/index.ts';
import { NumberField, useText } from '../kit/index.ts';
import type { PlanPlaces } from './places.ts';
import { PlacesField } from './WhereField.tsx';

export interface FieldsProps {
  readonly change: Change;
  readonly places: PlanPlaces;
  readonly onEdit: (change: Change) => void;
  readonly onProblem: (words: string | null) => void;
}

export function FieldRow({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div className="change-field" role="group" aria-label={label}>
      <span className="change-field-label">{label}</span>
      <span className="change-field-value">{children}</span>
    </div>
  );
}

interface AmountProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals?: number;
  readonly onCommit: (value: number) => void;
  readonly onProblem: (words: string | null) => void;
}

/** A number with its unit; what is refused is said with the range. */
function Amount({ label, unit, min, max, decimals = 0, onProblem, ...field }: AmountProps): ReactElement {
  const { t, format } = useText();
  const plain = (value: number): string => format.number(value, Number.isInteger(value) ? 0 : 2);
  return (
    <>
      <NumberField
        {...{ label, min, max, decimals }}
        {...field}
        width={8}
        onRefused={(entered) =>
          onProblem(
            entered === null
              ? null
              : t('changes:problem.range', { label, value: entered.slice(0, 20), min: plain(min), max: plain(max), unit }),
          )
        }
      />
      <span className="change-unit">{unit}</span>
    </>
  );
}

const PERCENT = 100;

/** A factor as percent of what is usual. */
function FactorRow({
  change,
  label,
  onEdit,
  onProblem,
}: FieldsProps & { change: Extract<Change, { factor: number }>; label: string }): ReactElement {
  const { t } = useText();
  const { min, max } = changeRange(change.kind, 'factor');
  return (
    <FieldRow label={label}>
      <Amount
        {...{ label, onProblem }}
        unit={t('changes:field.ofNormal')}
        value={change.factor * PERCENT}
        min={min * PERCENT}
        max={max * PERCENT}
        step={10}
        onCommit={(percent) => onEdit({ ...change, factor: percent / PERCENT })}
      />
    </FieldRow>
  );
}

function DesksRow({ change, onEdit, onProblem }: FieldsProps & { change: Extract<Change, { kind: 'desks' }> }): ReactElement {
  const { t } = useText();
  const sign = change.desks < 0 ? -1 : 1;
  return (
    <FieldRow label={t('changes:field.desks')}>
      <SegmentedControl
        size="xs"
        aria-label={t('changes:field.direction')}
        value={sign < 0 ? 'leave' : 'arrive'}
        onChange={(value) => onEdit({ ...change, desks: Math.abs(change.desks) * (value === 'leave' ? -1 : 1) })}
        data={[
          { value: 'arrive', label: t('changes:field.arrive') },
          { value: 'leave', label: t('changes:field.leave') },
        ]}
        transitionDuration={0}
      />
      <Amount
        label={t('changes:field.desks')}
        unit={t('changes:unit.desks')}
        value={Math.abs(change.desks)}
        min={1}
        max={changeRange('desks', 'desks').max}
        step={10}
        onCommit={(desks) => onEdit({ ...change, desks: sign * desks })}
        onProblem={onProblem}
      />
    </FieldRow>
  );
}

/** Hours of the day in any of the written forms that files take. */
function HoursRow({ change, onEdit, onProblem }: FieldsProps & { change: Extract<Change, { kind: 'openHours' }> }): ReactElement {
  const { t } = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft === null) return;
    const hours = findOpenHours(draft);
    onProblem(hours === null ? t('changes:problem.openHours', { value: draft.slice(0, 20) }) : null);
    if (hours === null) return;
    setDraft(null);
    const written = formatOpenHours(hours);
    if (written !== change.openHours) onEdit({ ...change, openHours: written });
  };
  return (
    <FieldRow label={t('changes:field.openHours')}>
      <Input
        className="instant-field"
        size="xs"
        autoComplete="off"
        aria-label={t('changes:field.openHours')}
        value={draft ?? change.openHours}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </FieldRow>
  );
}

function LabRow({ change, places, onEdit }: FieldsProps & { change: Extract<Change, { kind: 'labCapacity' }> }): ReactElement {
  const { t, pick } = useText();
  return (
    <FieldRow label={t('changes:field.lab')}>
      <Select
        className="places-field"
        size="xs"
        aria-label={t('changes:field.lab')}
        data={[
          { value: 'all', label: t('changes:field.allLabs') },
          ...places.labs.map(({ id, name }) => ({ value: id, label: pick(name) })),
        ]}
        value={change.lab}
        onChange={(lab) => lab !== null && lab !== change.lab && onEdit({ ...change, lab })}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
      />
    </FieldRow>
  );
}

const POOL_SIZES = [1, 5, 10, 20];

function BorrowedRows({ change, onEdit, onProblem }: FieldsProps & { change: Extract<Change, { kind: 'borrowedLab' }> }): ReactElement {
  const { t } = useText();
  const row = (field: 'tubesPerDay' | 'readyAfterHours' | 'travelMinutes', unit: string, step: number, decimals = 0): ReactElement => (
    <FieldRow label={t(`changes:field.${field}`)}>
      <Amount
        label={t(`changes:field.${field}`)}
        {...{ unit, step, decimals, onProblem }}
        {...changeRange('borrowedLab', field)}
        value={change[field]}
        onCommit={(value) => onEdit({ ...change, [field]: value })}
      />
    </FieldRow>
  );
  return (
    <>
      {row('tubesPerDay', t('changes:unit.tubesPerDay'), 1000)}
      {row('readyAfterHours', t('changes:unit.hours'), 1, 2)}
      {row('travelMinutes', t('changes:unit.minutes'), 10)}
    </>
  );
}

const FACTOR_LABELS = {
  pace: 'changes:field.pace',
  arrivals: 'changes:field.arrivals',
  travel: 'changes:field.travel',
  couriers: 'changes:field.couriers',
  labCapacity: 'changes:field.capacity',
} as const satisfies Partial<Record<ChangeKind, string>>;

/** What a change alters and by how much; dates, places and comment are the form's. */
export function ChangeFields(props: FieldsProps): ReactElement {
  const { change, places, onEdit, onProblem } = props;
  const { t } = useText();
  switch (change.kind) {
    case 'desks':
      return <DesksRow {...props} change={change} />;
    case 'siteClosed':
      return (
        <FieldRow label={t('changes:field.sites')}>
          <PlacesField
            label={t('changes:field.sites')}
            places={places.sites}
            ids={change.sites}
            onIds={(sites) => {
              onProblem(sites.length === 0 ? t('changes:problem.noPlace') : null);
              if (sites.length > 0) onEdit({ ...change, sites });
            }}
          />
        </FieldRow>
      );
    case 'openHours':
      return <HoursRow {...props} change={change} />;
    case 'poolSize':
      return (
        <FieldRow label={t('changes:field.size')}>
          <SegmentedControl
            size="xs"
            aria-label={t('changes:field.size')}
            value={String(change.size)}
            onChange={(size) => onEdit({ ...change, size: Number(size) })}
            data={POOL_SIZES.map((size) => ({ value: String(size), label: `${size}:1` }))}
            transitionDuration={0}
          />
        </FieldRow>
      );
    case 'labCapacity':
      return (
        <>
          <LabRow {...props} change={change} />
          <FactorRow {...props} change={change} label={t(FACTOR_LABELS.labCapacity)} />
        </>
      );
    case 'borrowedLab':
      return <BorrowedRows {...props} change={change} />;
    case 'pace':
    case 'arrivals':
    case 'travel':
    case 'couriers':
      return <FactorRow {...props} change={change} label={t(FACTOR_LABELS[change.kind])} />;
  }
}
