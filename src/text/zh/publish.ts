/** What `publish` says. */
export const publish = {
  'option.replications': '模拟次数，1–200（默认 50）',
  'option.date': '发布日期，如 2026-11-26（默认今天）',
  'option.address': '居民页的网址，印在街头告示的二维码里',
  'option.thresholds': '等候多少分钟起称忙碌、拥堵（默认 25,50）',
  'travel.title': '行车时间',
  'travel.origin':
    '道路画成六边形网格，按平常车速：高速 {{motorway}}、城区 {{urban}}、其他 {{rural}} 公里/时，支路为直线的 {{detour}} 倍，绕开湖面',
  'expected.date': '日历上有的一天，写成 2026-11-26',
  'expected.address': '以 http:// 或 https:// 开头的网址，不带 #，不超过 300 个字符',
  'expected.thresholds': '两个整数，如 25,50：前一个小于后一个，都在 1 到 600 分钟之间',
} as const;
