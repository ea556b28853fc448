import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSample, minutesOf, PublishedError, readPublished, type Published } from '../../../src/published/index.ts';
import { createFolder, EXIT, runWordsOf, type CommandResult } from '../../builders/command-line.ts';
import { smallPack } from '../city/cities.ts';

const folder = createFolder();
const place = (id: string, at: number[]) => ({ id, name: { zh: '院', en: 'Place' }, at, source: 's' });

/** Three villages; one clinic and one hospital beside the first, a station beside the second. */
function pack(sites: 'schematic' | 'official' = 'schematic') {
  const small = smallPack();
  const hospital = { ...place('h', [114.1, 30.1]), beds: null, designated: true };
  const station = { ...place('a', [114.15, 30.15]), vehicles: 1 };
  return {
    ...small,
    places: { ...small.places, sites },
    clinics: [place('c', [114.11, 30.1])],
    hospitals: [hospital],
    stations: [station],
  };
}

const SMALL = ['--set', 'city.sites=3', '--set', 'staff.total=6', '--set', 'lab.count=1', '--date', '2026-03-01'];
const publish = (words: readonly string[], city = 'small.json'): Promise<CommandResult> =>
  runWordsOf(['publish', '--city', city, '--replications', '4', ...SMALL, ...words], { folder });

let first: CommandResult;
let published: Published;

beforeAll(async () => {
  writeFileSync(join(folder, 'small.json'), JSON.stringify(pack()));
  writeFileSync(join(folder, 'official.json'), JSON.stringify(pack('official')));
  first = await publish([]);
  published = readPublished(first.out);
});

describe('publish', () => {
  it('says nothing beside its data', () => {
    expect(first).toMatchObject({ code: EXIT.done, error: '' });
  });

  it('gives the same bytes for the same plan, seed, day and any number of workers', async () => {
    expect((await publish(['--workers', '3'])).out).toBe(first.out);
    expect((await publish(['--seed', '2'])).out).not.toBe(first.out);
  });

  it('says where everything comes from: plan, seed, runs, engine, day, sources, and that it is simulated', () => {
    expect(published).toMatchObject({ date: '2026-03-01', seed: 1, runs: 4, orderClock: '08:00', address: null });
    expect(published.scenario.fingerprint).toMatch(/^[0-9a-f]{12}$/);
    expect(published.sources.map(({ id }) => id)).toEqual(['s']);
    expect(first.out).toContain('模拟结果，非实时信息');
  });

  it('dates a file by the clock at the edge where no day is given', async () => {
    const words = ['publish', '--city', 'small.json', '--replications', '1', ...SMALL.slice(0, -2)];
    expect(readPublished((await runWordsOf(words, { folder })).out).date).toBe('2026-01-31');
  });

  it('knows every site, whom it serves, and when it is open', () => {
    expect(published.sites).toHaveLength(3);
    expect(new Set(published.sites.flatMap(({ serves }) => serves))).toEqual(new Set([0, 1, 2]));
    const { steps, open, p50 } = published.waits;
    for (const [s, site] of published.sites.entries()) {
      expect(site.opensAt).toBeGreaterThanOrEqual(4);
      expect(site.opensAt).toBeLessThanOrEqual(6);
      const rowOpen = open.subarray(s * steps, (s + 1) * steps);
      // Nobody opens in the first four hours, and nobody is open at night (16 to 22 hours after 08:00).
      expect(Math.max(...rowOpen.subarray(0, 16))).toBe(0);
      expect(Math.max(...rowOpen.subarray(16 * 4, 22 * 4))).toBe(0);
      expect(Math.max(...rowOpen)).toBe(100);
      expect(rowOpen.every((share, i) => (share === 0) === Number.isNaN(minutesOf(p50[s * steps + i])))).toBe(true);
    }
  });

  it('orders its quantiles', () => {
    const { p10, p50, p90 } = published.waits;
    expect(p50.every((level, i) => p10[i] <= level && level <= p90[i])).toBe(true);
  });

  it('measures every village: a walk with its detour, drives over the roads, an ambulance from its call on', () => {
    const { coverage, rules } = published;
    expect(coverage.siteWalkKm.every((km) => km >= 0.3)).toBe(true);
    // The hospital stands on the first village: nearest there, and a drive of minutes and more from the others.
    expect(coverage.hospitalMinutes[0]).toBeLessThan(3);
    expect(coverage.hospitalMinutes[1]).toBeGreaterThan(5);
    expect(coverage.hospitalMinutes[2]).toBeGreaterThan(coverage.hospitalMinutes[1]!);
    // The station stands on the second village: one minute of call, two of turn-out, then the way.
    expect(rules).toMatchObject({ callMinutes: 1, turnOutMinutes: 1.5 });
    expect(coverage.ambulanceMinutes[1]).toBeGreaterThan(3);
    expect(coverage.ambulanceMinutes[1]).toBeLessThan(6);
    expect(coverage.ambulanceMinutes[0]).toBeGreaterThan(coverage.ambulanceMinutes[1]!);
  });

  it('takes thresholds and the address of the page from its flags', async () => {
    const flags = ['--thresholds', '15,40', '--address', 'https://example.org/residents.html'];
    const other = readPublished((await publish(flags)).out);
    expect(other.thresholds).toEqual({ busy: 15, jammed: 40 });
    expect(other.address).toBe('https://example.org/residents.html');
  });

  it('keeps the accuracy of the sites, so that a page knows a sample from the real thing', async () => {
    expect(isSample(published)).toBe(true);
    expect(isSample(readPublished((await publish([], 'official.json')).out))).toBe(false);
  });

  it('writes its file whole, and leaves nothing beside it', async () => {
    await publish(['--out', 'out.json']);
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe(first.out);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const nowhere = await publish(['--out', 'no/such/folder/out.json']);
    expect(nowhere.code).toBe(EXIT.output);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  it.each([
    [['--date', '2026-02-30'], '--date'],
    [['--date', 'today'], '--date'],
    [['--address', 'javascript:alert(1)'], '--address'],
    [['--address', 'https://example.org/#x'], '--address'],
    [['--thresholds', '50,25'], '--thresholds'],
    [['--replications', '201'], '--replications'],
  ])('refuses %j and names the flag', async (flags, name) => {
    const { code, error, out } = await publish(flags);
    expect([code, out]).toEqual([EXIT.usage, '']);
    expect(error).toContain(name);
  });

  it('refuses a city without places', async () => {
    const { code, error } = await runWordsOf(['publish', '--city', 'abstract', '--replications', '1']);
    expect(code).toBe(EXIT.input);
    expect(error).toContain('abstract');
  });
});

describe('reading a publication', () => {
  const spoil = (change: (file: Record<string, never>) => void): string => {
    const file = JSON.parse(first.out) as Record<string, never>;
    change(file);
    return JSON.stringify(file);
  };
  const faultOf = (text: string): string => {
    try {
      readPublished(text);
      return 'none';
    } catch (error) {
      return error instanceof PublishedError ? `${error.fault} ${error.where}` : String(error);
    }
  };

  it.each<[string, (file: never) => void, string]>([
    ['of a later version', (file: { schema: string }) => (file.schema = 'pingzhan.published/2'), 'newer pingzhan.published/2'],
    ['of another kind', (file: { schema: string }) => (file.schema = 'pingzhan.run/1'), 'kind pingzhan.run/1'],
    ['with a village in no township', (file: Published) => Object.assign(file.villages[0], { township: 9 }), 'broken villages[0].township'],
    ['with a column too short', (file: Published) => void (file.coverage.siteWalkKm as number[]).pop(), 'broken coverage.siteWalkKm'],
    ['with waits cut off', (file: { waits: { p50: string } }) => (file.waits.p50 = file.waits.p50.slice(0, 8)), 'broken waits.p50'],
    ['with endless steps', (file: { waits: { steps: number } }) => (file.waits.steps = 1e9), 'large waits.steps'],
    ['with a script for an address', (file: { address: string }) => (file.address = 'javascript:1'), 'broken file.address'],
    ['without a day', (file: { date?: string }) => delete file.date, 'broken file.date'],
  ])('refuses a file %s', (_, change, fault) => {
    expect(faultOf(spoil(change as (file: Record<string, never>) => void))).toBe(fault);
  });

  it('refuses what is no JSON, or no object', () => {
    expect(faultOf('{')).toBe('broken JSON');
    expect(faultOf('[]')).toBe('kind object');
  });

  it('leaves unknown fields aside', () => {
    expect(faultOf(spoil((file) => Object.assign(file, { later: 1 })))).toBe('none');
  });
});
