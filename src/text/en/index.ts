import { charts } from './charts.ts';
import { cli } from './cli.ts';
import { map } from './map.ts';
import { planner } from './planner.ts';
import { problems } from './problems.ts';
import { product } from './product.ts';

export const en = { product, planner, map, charts, cli, problems } as const;
