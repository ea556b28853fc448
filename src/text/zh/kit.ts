/** Parts that every screen shares. */
export const kit = {
  'table.count': '{{shown}} / {{all}} 行',
  'table.none': '没有符合的行',
  'table.sort': '按“{{column}}”排序',
  'table.help': '上下方向键移动，回车键选中',
  'table.move': '上下方向键移动',
  'table.filter': '筛选',
} as const;
