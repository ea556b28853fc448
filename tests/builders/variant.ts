import { createAbstractCity } from '../../src/city/index.ts';
import { compileVariant, type CompiledVariant } from '../../src/compile/index.ts';
import type { Variant } from '../../src/experiment/index.ts';
import type { Change, InputValue } from '../../src/scenario/index.ts';

/** A small abstract town of 6,000 people, 4 sites and 2 labs, with whatever a test is about set otherwise. */
export function smallTown(inputs: Record<string, InputValue> = {}, changes: readonly Change[] = []): Variant {
  const city = createAbstractCity({ population: 6000 });
  return {
    city,
    scenario: {
      schema: 'pingzhan.scenario/1',
      name: 'small town',
      city: 'abstract',
      inputs: {
        'city.population': 6000,
        'city.sites': 4,
        'staff.total': 16,
        'devices.total': 3,
        'lab.tubesPerDay': 400,
        'lab.count': 2,
        'positives.prevalence': 0.002,
        'horizon.days': 20,
        ...inputs,
      },
      changes,
    },
  };
}

export function compileTown(inputs: Record<string, InputValue> = {}, changes: readonly Change[] = []): CompiledVariant {
  const { city, scenario } = smallTown(inputs, changes);
  return compileVariant(city, scenario);
}
