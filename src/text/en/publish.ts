/** What `publish` says. */
export const publish = {
  'option.replications': 'number of runs, 1–200 (default 50)',
  'option.date': 'day of publication, such as 2026-11-26 (default today)',
  'option.address': 'web address of the residents’ page, for the code on street notices',
  'option.thresholds': 'minutes of waiting from which a site is busy, jammed (default 25,50)',
  'travel.title': 'Travel times by road',
  'travel.origin':
    'the roads as a grid of hexagons at ordinary speeds: motorway {{motorway}}, urban {{urban}}, other roads {{rural}} km/h; local ways {{detour}} times the straight line, around the lakes',
  'expected.date': 'a day of the calendar, written 2026-11-26',
  'expected.address': 'a web address that begins with http:// or https://, without #, of at most 300 characters',
  'expected.thresholds': 'two whole numbers such as 25,50: the first below the second, both from 1 to 600 minutes',
} as const;
