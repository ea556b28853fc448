import { DRIVING, type Speeds, type Standard } from '../geo/index.ts';
import type { SourceTag } from '../units/index.ts';

/** What coverage is worked out with. */
export interface CoverageRules {
  /** Kilometres an hour on ways of the urban core, of the country, on motorways. */
  readonly speeds: Speeds;
  /** From the call to the order to a crew, and from the order to wheels turning, minutes. */
  readonly handlingMinutes: number;
  readonly turnoutMinutes: number;
  /** Minutes from the call within which a crew should be there. */
  readonly standard: Standard;
}

/** Off-peak speeds and turn-out are assumed or observed elsewhere; the standard is the city's stated mean, read as a limit. */
export const STANDARD_RULES: CoverageRules = {
  speeds: DRIVING,
  handlingMinutes: 1,
  turnoutMinutes: 2,
  standard: { urban: 15, rural: 30 },
};

/** Where each of the rules comes from. */
export const RULE_TAGS = {
  speeds: 'assumed',
  handlingMinutes: 'assumed',
  turnoutMinutes: 'observed',
  standard: 'stated',
} as const satisfies Record<keyof CoverageRules, SourceTag>;

/** Minutes that pass before a crew sets out. */
export const leadOf = ({ handlingMinutes, turnoutMinutes }: CoverageRules): number => handlingMinutes + turnoutMinutes;
