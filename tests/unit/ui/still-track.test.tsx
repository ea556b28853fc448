import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/scenario/index.ts';
import { createText } from '../../../src/text/index.ts';
import { planPlaces, stillTrack } from '../../../src/ui/changes/index.ts';
import type { TrackScale } from '../../../src/ui/timeline/index.ts';
import { ezhou } from '../../data/ezhou.ts';
import { resolveSettings } from '../../../src/scenario/index.ts';

const { settings } = resolveSettings({ inputs: {} }, ezhou);
const wording = { text: createText('zh'), clock: '08:00', places: planPlaces(settings, ezhou) };
const scale: TrackScale = {
  view: { from: 0, to: 100 },
  whole: { from: 0, to: 100 },
  left: 40,
  right: 1040,
  fontSize: 14,
  x: (hours) => 40 + hours * 10,
  reveal: () => undefined,
};
const lost: Change = { kind: 'labCapacity', at: 20, until: 30, lab: 'all', factor: 0 };
const teams: Change = { kind: 'desks', at: 24, desks: 20, where: 'all' };

describe('the dated changes of a run that is only shown', () => {
  test('are drawn with their words and whose they are', () => {
    const { height, node } = stillTrack([lost, teams], wording, '“甲”的变化')(scale);
    const drawn = renderToStaticMarkup(node);
    expect(drawn).toContain('“甲”的变化');
    expect(drawn).toContain('实验室停摆');
    expect(drawn).toContain('支援队到达 +20 队');
    expect(height).toBeGreaterThan(3 * 14);
  });

  test('too long for the track, their words are cut and stay words', () => {
    const { node } = stillTrack([{ ...teams, comment: '从邻近三个地市紧急抽调并连夜乘车赶来的支援队伍' }], wording, '甲')(scale);
    expect(renderToStaticMarkup(node)).toMatch(/支援队到达[^<]{4,}…/);
  });

  test('take no room where there are none', () => {
    expect(stillTrack([], wording, '甲')(scale)).toEqual({ height: 0, node: null });
  });
});
