import type { Change, Scenario } from '../scenario/index.ts';

/** The scenario being edited, over the preset or file that it began as. Scenarios are values: every edit makes a new one. */
export interface Plan {
  readonly base: Scenario;
  readonly scenario: Scenario;
}

export type InputValue = number | string | boolean;

export const startPlan = (base: Scenario): Plan => ({ base, scenario: base });

/** True where the plan's value of a path differs from its preset or file. */
export const isEdited = (plan: Plan, path: string): boolean => plan.scenario.inputs[path] !== plan.base.inputs[path];

const sameValue = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** True where the dated changes differ from those of the preset or file. */
export const areChangesEdited = (plan: Plan): boolean => !sameValue(plan.scenario.changes, plan.base.changes);

export const isAnyEdited = (plan: Plan): boolean =>
  areChangesEdited(plan) ||
  [...new Set([...Object.keys(plan.base.inputs), ...Object.keys(plan.scenario.inputs)])].some((path) => isEdited(plan, path));

/** Sets several inputs in one step, so that one edit means one new study. */
export function withInputs(plan: Plan, values: Readonly<Record<string, InputValue>>): Plan {
  return { ...plan, scenario: { ...plan.scenario, inputs: { ...plan.scenario.inputs, ...values } } };
}

/** Puts one path back to what the preset or file says. */
export function withoutEdit(plan: Plan, path: string): Plan {
  const { [path]: _edited, ...rest } = plan.scenario.inputs;
  const original = plan.base.inputs[path];
  return { ...plan, scenario: { ...plan.scenario, inputs: original === undefined ? rest : { ...rest, [path]: original } } };
}

export interface Reinforcement {
  /** Extra desks, one sampler (reading A) or one pair (B) each. */
  readonly desks: number;
  /** Hours after the order at which they start work. */
  readonly at: number;
}

const withChanges = (plan: Plan, changes: readonly Change[]): Plan => ({ ...plan, scenario: { ...plan.scenario, changes } });

/** One dated change more, behind the others. */
export const withChange = (plan: Plan, change: Change): Plan => withChanges(plan, [...plan.scenario.changes, change]);

/** Puts another change in the place of one; the order of the rest stays. A place that does not exist changes nothing. */
export const withChangeAt = (plan: Plan, index: number, change: Change): Plan =>
  withChanges(
    plan,
    plan.scenario.changes.map((kept, at) => (at === index ? change : kept)),
  );

export const withoutChange = (plan: Plan, index: number): Plan =>
  withChanges(
    plan,
    plan.scenario.changes.filter((_, at) => at !== index),
  );

/** Support teams that come for the whole city and stay: the change that the first screen's field edits. */
const isReinforcement = (change: Change): change is Extract<Change, { kind: 'desks' }> =>
  change.kind === 'desks' && change.desks >= 0 && change.until === undefined && (change.where === undefined || change.where === 'all');

export const NO_REINFORCEMENT: Reinforcement = { desks: 0, at: 12 };

/** The first of the changes that bring support teams; the others are edited on the timeline. */
export function reinforcementOf(scenario: Scenario): Reinforcement {
  const found = scenario.changes.find(isReinforcement);
  return found ? { desks: found.desks, at: found.at } : NO_REINFORCEMENT;
}

/**
 * Sets the first change that brings city-wide support teams, or adds one; 0 desks removes it. Its comment and all other changes stay.
 * Where a second such change follows, 0 desks leaves the first in place, so that the field does not turn to the second under the hand.
 */
export function withReinforcement(plan: Plan, { desks, at }: Reinforcement): Plan {
  const { changes } = plan.scenario;
  const index = changes.findIndex(isReinforcement);
  if (index < 0) return desks > 0 ? withChange(plan, { kind: 'desks', at, desks, where: 'all' }) : plan;
  const found = changes[index] as Extract<Change, { kind: 'desks' }>;
  if (desks === 0 && changes.filter(isReinforcement).length === 1) return withoutChange(plan, index);
  return withChangeAt(plan, index, { ...found, desks, at });
}

/** Puts the support teams back to what the preset or file says; other dated changes stay as they are. */
export function withoutReinforcementEdit(plan: Plan): Plan {
  const original = plan.base.changes.find(isReinforcement);
  const index = plan.scenario.changes.findIndex(isReinforcement);
  if (original === undefined) return index < 0 ? plan : withoutChange(plan, index);
  return index < 0 ? withChange(plan, original) : withChangeAt(plan, index, original);
}

export const isReinforcementEdited = (plan: Plan): boolean => {
  const [now, before] = [reinforcementOf(plan.scenario), reinforcementOf(plan.base)];
  return now.desks !== before.desks || (now.desks > 0 && now.at !== before.at);
};
