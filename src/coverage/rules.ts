import type { Speeds, Standard } from '../geo/index.ts';
import type { Settings } from '../scenario/index.ts';

/** What coverage is worked out with. */
export interface CoverageRules {
  /** Kilometres an hour off peak on ways of the urban core, of the country, on motorways. */
  readonly speeds: Speeds;
  /** From the call to the order to a crew, and from the order to wheels turning, minutes. */
  readonly handlingMinutes: number;
  readonly turnoutMinutes: number;
  /** Minutes from the call within which a crew should be there. */
  readonly standard: Standard;
}

/** The rules out of the inputs in force. The factors that calibration finds slow the ways of their area, motorways excepted. */
export function rulesOf(settings: Settings): CoverageRules {
  return {
    speeds: {
      urban: settings['emergency.urbanSpeedKmh'] * settings['emergency.urbanSpeedFactor'],
      rural: settings['emergency.ruralSpeedKmh'] * settings['emergency.ruralSpeedFactor'],
      motorway: settings['emergency.motorwaySpeedKmh'],
    },
    handlingMinutes: settings['emergency.handlingMinutes'],
    turnoutMinutes: settings['emergency.turnoutMedianMinutes'],
    standard: { urban: settings['emergency.urbanStandardMinutes'], rural: settings['emergency.ruralStandardMinutes'] },
  };
}

/** Minutes that pass before a crew sets out. */
export const leadOf = ({ handlingMinutes, turnoutMinutes }: CoverageRules): number => handlingMinutes + turnoutMinutes;
