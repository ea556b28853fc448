import './mantine.css';
import './kit.css';

export { IconButton } from './IconButton.tsx';
export { KitProvider, Rich, useText } from './KitProvider.tsx';
export { NumberField } from './NumberField.tsx';
export { readNumber } from './read-number.ts';
export { SourceTag, type ShownTag } from './SourceTag.tsx';
export { arrangedRows, nextSorting, type Column, type Sorting } from './table/arrange.ts';
export { DataRows } from './table/DataRows.tsx';
export { DataTable } from './table/DataTable.tsx';
export { useMedia } from './use-media.ts';
export { useSize, type Size } from './use-size.ts';
