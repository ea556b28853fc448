import { describe, expect, test, vi } from 'vitest';
import { createPlayhead } from '../../../src/charts/index.ts';
import { resolveSettings, type Change, type Scenario } from '../../../src/scenario/index.ts';
import { PLAYBACK_SPEEDS } from '../../../src/store/index.ts';
import { createText } from '../../../src/text/index.ts';
import { planPlaces } from '../../../src/ui/changes/index.ts';
import { neighbourEvent, roundEvents, stopBetween } from '../../../src/ui/planner/playback/events.ts';
import { nextSpeed, playByKey } from '../../../src/ui/planner/playback/use-playback-keys.ts';
import { fixtureCity } from '../../builders/fixture-city.ts';
import { studyFixture } from '../../builders/study.ts';

const fixture = studyFixture({ siteCount: 40 });
const city = fixtureCity();
const preset: Scenario = { schema: 'pingzhan.scenario/1', name: 'x', city: city.id, inputs: {}, changes: [] };
const places = planPlaces(resolveSettings(preset, city).settings, city);
const changes: Change[] = [
  { kind: 'labCapacity', at: 20, until: 32, lab: places.labs[0].id, factor: 0 },
  { kind: 'borrowedLab', at: 21, readyAfterHours: 12, tubesPerDay: 5_000, travelMinutes: 60 },
  { kind: 'poolSize', at: 10, size: 20 },
];
const wording = { text: createText('zh'), clock: '08:00', places };
const events = roundEvents({ study: fixture.study, typical: fixture.typical, changes, wording });
const hoursOf = (kind: string) => events.filter((event) => event.kind === kind).map(({ hours }) => hours);

describe('events of a round', () => {
  test('stand in order of time and begin with the order', () => {
    expect(events[0]).toMatchObject({ kind: 'order', hours: 0 });
    expect(events.map(({ hours }) => hours)).toEqual(events.map(({ hours }) => hours).toSorted((a, b) => a - b));
  });

  test('openings and closings are the run’s, milestones the study’s, and every change has its ends', () => {
    expect(hoursOf('opening')).toEqual([Math.min(...fixture.typical.siteOpeningHours)]);
    expect(hoursOf('closing')).toEqual([16]);
    expect(hoursOf('deadline')).toEqual([48]);
    expect(hoursOf('sampled99')).toEqual([fixture.study.sampledFinish.t99]);
    expect(hoursOf('sampled')).toEqual([fixture.study.sampledFinish.mean]);
    expect(hoursOf('resulted')).toEqual([fixture.study.resultedFinish.mean]);
    expect(hoursOf('change')).toEqual([10, 20, 21]);
    expect(hoursOf('changeEnd')).toEqual([32, 33]);
    expect(events.find(({ kind, hours }) => kind === 'change' && hours === 20)?.words).toBe(`实验室停摆 ${places.labs[0].name.zh}`);
  });

  test('what never happens is no event', () => {
    const never = { ...fixture.study, sampledFinish: { ...fixture.study.sampledFinish, mean: null, t99: null } };
    const few = roundEvents({ study: never, typical: null, changes: [], wording });
    expect(few.map(({ kind }) => kind)).toEqual(few.map(({ kind }) => kind).filter((kind) => !/sampled|opening|closing/.test(kind)));
  });

  test('the next and the one before are strictly later and earlier; beyond the ends there is none', () => {
    for (let index = 1; index < events.length; index++) {
      expect(neighbourEvent(events, events[index].hours, 1)?.hours ?? Infinity).toBeGreaterThan(events[index].hours);
      expect(neighbourEvent(events, events[index].hours, -1)!.hours).toBeLessThan(events[index].hours);
    }
    expect(neighbourEvent(events, 1e6, 1)).toBeNull();
    expect(neighbourEvent(events, 0, -1)).toBeNull();
  });
});

describe('a presentation', () => {
  test('stops at every dated change and its end, once, and at nothing else', () => {
    const stops: number[] = [];
    let now = 0;
    for (let frame = 0; frame < 4000; frame++) {
      const stop = stopBetween(events, now, now + 0.01);
      if (stop !== null) stops.push(stop);
      now = stop ?? now + 0.01;
    }
    expect(stops).toEqual([10, 20, 21, 32, 33]);
  });
});

describe('keys of the playback', () => {
  const acts = { toggle: vi.fn<() => void>(), seek: vi.fn<(hours: number) => void>(), jump: vi.fn<(way: 1 | -1) => void>() };
  const more = { faster: vi.fn<(way: 1 | -1) => void>(), present: vi.fn<() => void>() };
  const press = (key: string, shift = false) => playByKey(key, shift, 10, 50, { ...acts, ...more });

  test('space plays, arrows step, Home and End lead to the ends, J and K jump, brackets change the speed', () => {
    expect([' ', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'j', 'K', '[', ']', 'F'].every((key) => press(key))).toBe(true);
    expect(acts.toggle).toHaveBeenCalledOnce();
    expect(acts.seek.mock.calls.flat()).toEqual([9.75, 10.25, 0, 50]);
    expect(acts.jump.mock.calls.flat()).toEqual([-1, 1]);
    expect(more.faster.mock.calls.flat()).toEqual([-1, 1]);
    expect(more.present).toHaveBeenCalledOnce();
    acts.seek.mockClear();
    press('ArrowRight', true);
    expect(acts.seek).toHaveBeenCalledExactlyOnceWith(11);
  });

  test('other keys are left to the page', () => {
    expect(press('Tab')).toBe(false);
    expect(press('x')).toBe(false);
  });

  test('the speed goes through all of its steps and stays at the ends', () => {
    const up = PLAYBACK_SPEEDS.map((speed) => nextSpeed(speed, 1));
    expect(up).toEqual([...PLAYBACK_SPEEDS.slice(1), PLAYBACK_SPEEDS.at(-1)]);
    expect(nextSpeed(PLAYBACK_SPEEDS[0], -1)).toBe(PLAYBACK_SPEEDS[0]);
  });
});

test('whoever draws hears every move of the playhead until it stops listening, and nothing while it stands', () => {
  const playhead = createPlayhead(3);
  const follow = vi.fn<(hours: number) => void>();
  const stop = playhead.subscribe(follow);
  playhead.moveTo(3);
  playhead.moveTo(4);
  stop();
  playhead.moveTo(5);
  expect(follow).toHaveBeenCalledExactlyOnceWith(4);
  expect(playhead.hours).toBe(5);
});
