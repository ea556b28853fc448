import { expect, test } from 'vitest';
import { createAbstractCity } from '../../src/city/index.ts';
import { openCity } from '../../src/cli/cities.ts';
import type { CommandEnvironment } from '../../src/cli/environment.ts';
import { scenarioFingerprint, type Scenario } from '../../src/scenario/index.ts';

test('a plan of the abstract city has one fingerprint on the page and by command, whatever its population', () => {
  const scenario: Scenario = {
    schema: 'pingzhan.scenario/1',
    name: 'plan',
    city: 'abstract',
    inputs: { 'city.population': 50_000 },
    changes: [],
  };
  const byCommand = openCity({ citiesFolder: '', folder: '' } as CommandEnvironment, 'abstract');
  const onPage = createAbstractCity({ population: 1_000_000 });
  expect(scenarioFingerprint({ city: byCommand, scenario })).toBe(scenarioFingerprint({ city: onPage, scenario }));
});
