import type { ReactElement } from 'react';

interface SegmentsProps<Id extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly id: Id; readonly label: string; readonly note?: string }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** Two in a row on a telephone instead of as many as fit. */
  readonly pairs?: boolean;
  /** The legend is spoken, not shown. */
  readonly quiet?: boolean;
}

/** One of a few, as large buttons: radio buttons, so arrows and screen readers work as everywhere. */
export function Segments<Id extends string>({
  legend,
  name,
  options,
  value,
  onChange,
  pairs = false,
  quiet = true,
}: SegmentsProps<Id>): ReactElement {
  return (
    <fieldset className="segments">
      <legend className={quiet ? 'visually-hidden' : undefined}>{legend}</legend>
      <div className="segments-row" data-pairs={pairs}>
        {options.map(({ id, label, note }) => (
          <label key={id} data-on={id === value}>
            <input type="radio" name={name} value={id} checked={id === value} onChange={() => onChange(id)} />
            <span>{label}</span>
            {note !== undefined && <small>{note}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
