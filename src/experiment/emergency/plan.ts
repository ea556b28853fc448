import type { CityPack } from '../../city/index.ts';
import { compileEmergency, NO_EMERGENCY_EDITS, type CompiledEmergency, type EmergencyEdits } from '../../compile/index.ts';
import type { RoadGrid } from '../../geo/index.ts';
import { networkPoints, type EmergencySubject } from '../../results/index.ts';
import { emergencyFingerprint, type Scenario } from '../../scenario/index.ts';
import { scenarioName } from '../study.ts';
import type { EmergencyNetwork } from './network.ts';

/** All that an emergency run depends on beside its seed and replication number. */
export interface EmergencyPlan {
  readonly city: CityPack;
  readonly scenario: Scenario;
  readonly grid: RoadGrid;
  readonly edits?: EmergencyEdits;
}

export interface PreparedEmergency {
  readonly compiled: CompiledEmergency;
  readonly network: EmergencyNetwork;
  readonly subject: Omit<EmergencySubject, 'seed'>;
}

/** Compiles a plan. Throws what compiling throws. */
export function prepareEmergency({ city, scenario, grid, edits = NO_EMERGENCY_EDITS }: EmergencyPlan): PreparedEmergency {
  const compiled = compileEmergency(city, scenario, grid, edits);
  const { input, settings, stations, hospitals, places } = compiled;
  const standardMinutes = { urban: settings['emergency.urbanStandardMinutes'], rural: settings['emergency.ruralStandardMinutes'] };
  const stationVehicles = new Int32Array(stations.length);
  input.vehicles.station.forEach((station, v) => {
    if (input.vehicles.dutyLength[v] > 0) stationVehicles[station]++;
  });
  return {
    compiled,
    network: {
      input,
      frame: { townships: city.townships.length, standardMinutes: [standardMinutes.urban, standardMinutes.rural] },
      points: networkPoints(stations, hospitals, places),
    },
    subject: {
      scenario: { name: scenarioName(scenario.name), fingerprint: emergencyFingerprint({ city, scenario }, isPlain(edits) ? null : edits) },
      warmUpDays: settings['emergency.warmUpDays'],
      standardMinutes,
      fleet: settings['emergency.fleet'],
      stationVehicles,
    },
  };
}

/** Edits that change nothing leave the fingerprint of the scenario alone. */
const isPlain = ({ stations, roadsShut, dated, cases }: EmergencyEdits): boolean =>
  stations.closed.length + stations.added.length + Object.keys(stations.moved).length + roadsShut.length + dated.length + cases.length ===
  0;
