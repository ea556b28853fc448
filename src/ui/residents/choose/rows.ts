import type { Published } from '../../../published/index.ts';

/** Rows of the villages of a township in which people live, in the file's order. */
export const livedIn = (published: Published, township: number): number[] =>
  [...published.villages.keys()].filter((row) => published.villages[row].township === township && published.villages[row].residents > 0);

/** Townships that have such villages, by district. */
export const townshipsByDistrict = (published: Published): { readonly district: number; readonly townships: number[] }[] =>
  published.districts
    .map((_, district) => ({
      district,
      townships: [...published.townships.keys()].filter(
        (row) => published.townships[row].district === district && livedIn(published, row).length > 0,
      ),
    }))
    .filter(({ townships }) => townships.length > 0);
