import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCityPack, type CityPack } from '../../src/city/index.ts';

export const dataFolder = fileURLToPath(new URL('../../data/', import.meta.url));
export const packText = readFileSync(`${dataFolder}ezhou/pack.json`, 'utf8');
export const ezhou: CityPack = loadCityPack(JSON.parse(packText));
