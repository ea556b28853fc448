type Raw = Record<string, unknown>;

/**
 * Steps from one file version to the next: STEPS[0] turns version 1 into version 2. Version 1 is the newest, so there is none yet;
 * a step, once released, is never changed, and every version's sample file stays in the tests.
 */
const STEPS: readonly ((raw: Raw) => Raw)[] = [];

/** Brings a file of an older version to the newest. `version` is known to be one that exists. */
export const migrate = (raw: Raw, version: number): Raw => STEPS.slice(version - 1).reduce((value, step) => step(value), raw);
