import type { CoverageMeasure } from '../../../published/index.ts';
import type { LightKey } from '../../../text/index.ts';

export const MEASURE_KEYS = {
  site: 'residents:coverage.site',
  clinic: 'residents:coverage.clinic',
  hospital: 'residents:coverage.hospital',
  ambulance: 'residents:coverage.ambulance',
} as const satisfies Record<CoverageMeasure, LightKey>;

export const HOW_KEYS = {
  site: 'residents:coverage.siteHow',
  clinic: 'residents:coverage.clinicHow',
  hospital: 'residents:coverage.hospitalHow',
  ambulance: 'residents:coverage.ambulanceHow',
} as const satisfies Record<CoverageMeasure, LightKey>;
