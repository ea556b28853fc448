import type { CityPack } from '../city/index.ts';
import { createSimulator } from '../experiment/index.ts';
import type { Answer, Request, Task } from './protocol.ts';

/** The worker's side: answers every task with a result or an error, one at a time, in the order of asking. */
export function createServer(): (request: Request) => Answer | null {
  const simulator = createSimulator();
  const cities = new Map<string, CityPack>();
  return (request) => {
    if (request.kind === 'city') {
      cities.set(request.key, request.city);
      return null;
    }
    try {
      return answer(request);
    } catch (error) {
      return {
        kind: 'error',
        id: request.id,
        name: error instanceof Error ? error.name : 'Error',
        message: error instanceof Error ? error.message : String(error),
      };
    }
  };

  function answer({ kind, id, cityKey, scenario, seed, replication }: Task): Answer {
    const city = cities.get(cityKey);
    if (!city) throw new Error(`unknown city ${cityKey}`);
    return kind === 'record'
      ? { kind, id, record: simulator.record({ city, scenario }, seed, replication) }
      : { kind, id, run: simulator.typical({ city, scenario }, seed, replication) };
  }
}
