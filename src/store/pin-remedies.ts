import type { Remedy } from '../experiment/index.ts';
import { proposedName } from '../report/index.ts';
import type { Study } from '../results/index.ts';
import { scenarioFingerprint } from '../scenario/index.ts';
import { UPDATE_MS, watched } from './answering.ts';
import type { CompareSlice, PairJob } from './compare.ts';
import { createLatest, createPacer } from './latest.ts';
import { MOST_PINS, type PinnableState, type PinsControl } from './pins.ts';
import type { StudyService } from './service.ts';
import { reasonOf, type Answers } from './study.ts';

export interface RemedyPinsSlice {
  /** Progress of the runs that remedies are pinned with. */
  readonly pinJob: PairJob;
  /** Pins the answer and each of its remedies, these with as many runs as the answer, and opens all plans side by side. */
  compareRemedies(): void;
  cancelPinning(): void;
}

const IDLE: PairJob = { status: 'idle', done: 0, total: 0, error: null };

type State = PinnableState & CompareSlice & RemedyPinsSlice;

export function createRemedyPins(
  service: StudyService,
  pins: PinsControl,
  get: () => State,
  set: (part: Partial<CompareSlice & RemedyPinsSlice>) => void,
): {
  readonly slice: RemedyPinsSlice;
  /** To be called after every change of the state: what is closed needs no more runs. */ follow(): void;
} {
  const latest = createLatest();

  const pinRemedy = async (remedy: Remedy, answers: Answers, signal: AbortSignal, report: (runs: number) => void): Promise<void> => {
    const { city, plan } = get();
    const { seed, replications } = answers.study;
    const variant = { city, scenario: remedy.scenario };
    // As one side of a comparison whose other side is at hand: only its own runs are made, and nothing is summed up on the way.
    const { b: study } = await watched((alive) =>
      service.compare({ city, scenario: answers.scenario }, variant, {
        seed,
        replications,
        known: [answers.study],
        signal,
        onProgress: (done) => {
          alive();
          report(done);
        },
      }),
    );
    const typical = await service.typical(variant, seed, study.typicalReplication, signal);
    signal.throwIfAborted();
    const name = proposedName(city, plan.base, remedy.scenario);
    pins.add({ name, scenario: remedy.scenario, cityId: city.id, study, typical, marginals: null, remedies: null });
  };

  /** Remedies that are not pinned with these runs yet, as many as there is room for. */
  const unpinned = (remedies: readonly Remedy[], { seed, replications }: Study): Remedy[] => {
    const { city, pins: kept } = get();
    const isPinned = ({ scenario }: Remedy): boolean => {
      const fingerprint = scenarioFingerprint({ city, scenario });
      return kept.some(
        ({ study }) => study.scenario.fingerprint === fingerprint && study.seed === seed && study.replications === replications,
      );
    };
    return remedies.filter((remedy) => !isPinned(remedy)).slice(0, MOST_PINS - kept.length);
  };

  const pinAll = async (remedies: readonly Remedy[], answers: Answers, signal: AbortSignal): Promise<void> => {
    const each = answers.study.replications;
    const total = remedies.length * each;
    const progress = createPacer<number>((done) => {
      if (!signal.aborted) set({ pinJob: { ...IDLE, status: 'running', done, total } });
    }, UPDATE_MS);
    try {
      for (const [at, remedy] of remedies.entries()) {
        progress.push(at * each);
        await pinRemedy(remedy, answers, signal, (runs) => progress.push(at * each + runs));
      }
    } finally {
      progress.stop();
    }
  };

  return {
    slice: {
      pinJob: IDLE,
      compareRemedies() {
        const { answers, pin } = get();
        if (!answers?.settled || !answers.remedies) return;
        pin();
        const remedies = unpinned(answers.remedies, answers.study);
        set({
          comparing: true,
          compareView: 'table',
          pinJob: { ...IDLE, status: 'running', total: remedies.length * answers.study.replications },
        });
        void latest
          .start(async (signal) => {
            await pinAll(remedies, answers, signal);
            set({ pinJob: IDLE });
          })
          .catch((error: unknown) => set({ pinJob: { ...IDLE, status: 'failed', error: reasonOf(error) } }));
      },
      cancelPinning() {
        latest.cancel();
        set({ pinJob: IDLE });
      },
    },
    follow() {
      const { comparing, pinJob } = get();
      if (!comparing && pinJob.status !== 'idle') {
        latest.cancel();
        set({ pinJob: IDLE });
      }
    },
  };
}
