import { ambulance } from './ambulance.ts';
import { changes } from './changes.ts';
import { charts } from './charts.ts';
import { cli } from './cli.ts';
import { coverage } from './coverage.ts';
import { compare } from './compare.ts';
import { emergency } from './emergency.ts';
import { exports } from './exports.ts';
import { kit } from './kit.ts';
import { library } from './library.ts';
import { lanes } from './lanes.ts';
import { map } from './map.ts';
import { planner } from './planner.ts';
import { play } from './play.ts';
import { problems } from './problems.ts';
import { product } from './product.ts';
import { publish } from './publish.ts';
import { reach } from './reach.ts';
import { residents } from './residents.ts';
import { story } from './story.ts';
import { tour } from './tour.ts';
import { verify } from './verify.ts';

export const en = {
  product,
  planner,
  play,
  map,
  lanes,
  charts,
  changes,
  story,
  cli,
  compare,
  coverage,
  problems,
  verify,
  exports,
  emergency,
  kit,
  publish,
  reach,
  residents,
  library,
  tour,
  ambulance,
} as const;
