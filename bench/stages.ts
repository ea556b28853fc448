import { Session, type Profiler } from 'node:inspector';

/** Stages of a run and the engine functions that belong to them; what matches none counts as the rest. */
const STAGES: readonly (readonly [stage: string, functions: RegExp])[] = [
  [
    'draws',
    /^(fill(Spacings|FromTable)|draw(Spacings|Ticks|Tail|Exponential)|sumsToShares|shareOut|seedStream|hashWords|next(Unit|Uint32|Gap)|prepareSite|fromTable|gapScale)$/,
  ],
  [
    'arrivals',
    /^(timeArrivals|timeBlock|timeInBin|shareAt|passThrough|passBlock|arriveBlock|enter|copyPlan|countArrivals|admitArrivals|plan(Arrivals|Round)|weigh(Day|Table)|addBin)$/,
  ],
  ['registration', /^(register\w*|finishRegistrations)$/],
  ['queues', /^(serve(One|Two|Three|Many|Block)|isNear|soonestFree)$/],
  [
    'counts',
    /^(count(Waits|Ends|Late|InBins)|spread|binAt|sumOfTicks|serveLoaded|sampleRound|sampleBlock|sample|serve|work|settle|advanceSite|dutyTime)$/,
  ],
  [
    'tubes',
    /^(fill(Tubes|Desks|OneDesk|SiteTube)|pass\w+|hold\w+|everyDeskHoldsPlain|add\w+|giveUpSpecimen|closeSiteTube|fileTube|goesBefore|makeRoom|growTubes|openTube|releaseSpecimens|close\w+)$/,
  ],
  [
    'couriers and labs',
    /^(startRound|visitStop|collect|makeParcel|makeRecallParcel|splitParcel|nextParcel|countOlder|lookAgain|nextRecall|deliverLoad|hasTubes|receive|enqueue|start\w+|finishPlate|read\w+|countNegatives|countFirstResult|countDelivery|sink|schedule|removeNext|place|chooseLab|send|handle|advance\w*|countResult|takeFront|take\w+|logRound|reswab|recallMembers|tubeDraw)$/,
  ],
  ['memory', /^(takeRow|giveBackRow|clearRows|createPeople|resetState|createState|\(garbage collector\)|begin|createRun)$/],
];

/** Share of time in each stage while `work` runs, by the sampling profiler; sums to 1. */
export async function profileStages(work: () => void): Promise<{ stage: string; share: number }[]> {
  const session = new Session();
  session.connect();
  const post = (method: string, parameters?: object): Promise<object> =>
    new Promise((resolve, reject) =>
      session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result as object))),
    );
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 200 });
  await post('Profiler.start');
  work();
  const { profile } = (await post('Profiler.stop')) as { profile: Profiler.Profile };
  session.disconnect();
  const hits = new Map<string, number>();
  for (const { callFrame, hitCount } of profile.nodes) {
    if (callFrame.functionName === '(idle)') continue;
    const stage = STAGES.find(([, functions]) => functions.test(callFrame.functionName))?.[0] ?? 'rest';
    hits.set(stage, (hits.get(stage) ?? 0) + (hitCount ?? 0));
  }
  const total = [...hits.values()].reduce((sum, n) => sum + n, 0);
  return [...STAGES.map(([stage]) => stage), 'rest'].map((stage) => ({ stage, share: (hits.get(stage) ?? 0) / total }));
}
