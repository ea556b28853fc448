/** Parts that every screen shares. */
export const kit = {
  'table.count': '{{shown}} of {{all}} rows',
  'table.none': 'No row matches',
  'table.sort': 'Sort by “{{column}}”',
  'table.help': 'Up and down arrows move, Enter selects',
  'table.move': 'Up and down arrows move',
  'table.filter': 'Filter',
} as const;
