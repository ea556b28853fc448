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

export const isAnyEdited = (plan: Plan): boolean =>
  plan.scenario.changes !== plan.base.changes ||
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

/** Support teams that come for the whole city and stay: the change that the first screen's field edits. */
const isReinforcement = (change: Change): boolean =>
  change.kind === 'desks' && change.desks > 0 && change.until === undefined && (change.where === undefined || change.where === 'all');

export const NO_REINFORCEMENT: Reinforcement = { desks: 0, at: 12 };

export function reinforcementOf(scenario: Scenario): Reinforcement {
  const found = scenario.changes.find(isReinforcement);
  return found?.kind === 'desks' ? { desks: found.desks, at: found.at } : NO_REINFORCEMENT;
}

/** Replaces the city-wide support teams; 0 desks removes them. Other dated changes stay as they are. */
export function withReinforcement(plan: Plan, { desks, at }: Reinforcement): Plan {
  const kept = plan.scenario.changes.filter((change) => !isReinforcement(change));
  const changes: Change[] = desks > 0 ? [...kept, { kind: 'desks', at, desks, where: 'all' }] : kept;
  return { ...plan, scenario: { ...plan.scenario, changes } };
}

export const isReinforcementEdited = (plan: Plan): boolean => {
  const [now, before] = [reinforcementOf(plan.scenario), reinforcementOf(plan.base)];
  return now.desks !== before.desks || now.at !== before.at;
};
