import type { CityPack } from '../city/index.ts';
import { createSimulator, simulateEmergency, traceEmergency, type EmergencyNetwork } from '../experiment/index.ts';
import { KEPT_NETWORKS, type Answer, type Request, type Task } from './protocol.ts';

/** The worker's side: answers every task with a result or an error, one at a time, in the order of asking. */
export function createServer(): (request: Request) => Answer | null {
  const simulator = createSimulator();
  const cities = new Map<string, CityPack>();
  const networks = new Map<string, EmergencyNetwork>();
  return (request) => {
    if (request.kind === 'city') {
      cities.set(request.key, request.city);
      return null;
    }
    if (request.kind === 'network') {
      if (networks.size >= KEPT_NETWORKS) networks.delete(networks.keys().next().value!);
      networks.set(request.key, request.network);
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

  function answer(task: Task): Answer {
    const { id, seed, replication } = task;
    switch (task.kind) {
      case 'record':
      case 'typical': {
        const variant = { city: known('city', cities, task.subjectKey), scenario: task.scenario };
        return task.kind === 'record'
          ? { kind: 'record', id, record: simulator.record(variant, seed, replication) }
          : { kind: 'typical', id, run: simulator.typical(variant, seed, replication) };
      }
      case 'emergency':
        return { kind: 'emergency', id, record: simulateEmergency(known('network', networks, task.subjectKey), seed, replication) };
      case 'trace':
        return { kind: 'trace', id, trace: traceEmergency(known('network', networks, task.subjectKey), seed, replication) };
    }
  }
}

function known<T>(what: string, subjects: ReadonlyMap<string, T>, key: string): T {
  const subject = subjects.get(key);
  if (subject === undefined) throw new Error(`unknown ${what} ${key}`);
  return subject;
}
