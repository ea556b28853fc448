/** Ambulances on the command line: coverage and siting. */
export const ambulance = {
  'option.model':
    'lscp (fewest sites that reach all), mclp (most demand with so many sites), pmedian (least mean), pcenter (least longest), mexclp (most expected demand with busy vehicles)',
  'option.matrix':
    'your own case: a CSV table with the header id,demand,<site ids…>, a row a demand point, cells in minutes, empty where no way leads',
  'option.sites': 'sites to choose; vehicles for mexclp, several may share a place',
  'option.within': 'minutes within which a point is covered; with pmedian and pcenter the longest that anyone may have',
  'option.busy': 'share of time that a vehicle is busy, 0 to below 1 (mexclp)',
  'option.seconds': 'time for the solver (60); out of time the best found so far is given with its gap',
  'siting.lscp': '{{objective}} sites reach every point within {{within}} minutes.',
  'siting.mclp': '{{sites}} sites cover {{objective}} of {{total}} within {{within}} minutes.',
  'siting.pmedian': 'With {{sites}} sites the demand-weighted mean is {{objective}} minutes.',
  'siting.pcenter': 'With {{sites}} sites nobody is farther than {{objective}} minutes.',
  'siting.mexclp': '{{sites}} vehicles cover an expected {{objective}} of {{total}} within {{within}} minutes.',
  'siting.chosen': 'Chosen: {{names}}',
  'siting.proved': 'Proved best: the bound equals the objective.',
  'siting.gap': 'Not proved best: the bound is {{bound}}, a gap of {{gap}}.',
  'siting.uncovered_one': 'One point stays beyond: {{names}}',
  'siting.uncovered_other': '{{count}} points stay beyond: {{names}}',
} as const;
