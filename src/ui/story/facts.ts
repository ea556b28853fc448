import type { CompiledVariant } from '../../compile/index.ts';

/** What the plan gives each site, in the order of the sites. */
export interface SiteFacts {
  /** Desks on duty from the start, before dated changes. */
  readonly desks: Int32Array;
  /** 1 where people are registered by an entry device, 0 by hand. */
  readonly byDevice: Uint8Array;
}

/** The facts of a compiled variant's planned sites; door teams behind them are left out. */
export function siteFactsOf(compiled: CompiledVariant): SiteFacts {
  const { desks, registrarsPerDesk } = compiled.input.sites;
  const count = compiled.sites.length;
  return {
    desks: Int32Array.from(desks.subarray(0, count)),
    byDevice: Uint8Array.from(registrarsPerDesk.subarray(0, count), (perDesk) => (perDesk === 0 ? 1 : 0)),
  };
}
