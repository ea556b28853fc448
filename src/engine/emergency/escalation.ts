import { EVENT, plan, settleVehicle } from './fleet.ts';
import type { EscalationRule } from './input.ts';
import type { EmergencyState } from './state.ts';

const isMet = ({ queue, free }: EmergencyState, { when, level }: EscalationRule): boolean =>
  when === 'queued' ? queue.length + queue.transfers >= level : free <= level;

/** Looks whether a rule's trigger is met, after anything that may have met it. */
export function watchRules(state: EmergencyState): void {
  const { rules, input, now } = state;
  for (let r = 0; r < input.escalation.length; r++) {
    if (rules.isPending[r] === 1 || rules.until[r] > now || !isMet(state, input.escalation[r])) continue;
    rules.isPending[r] = 1;
    plan(state, now + input.escalation[r].delay, EVENT.ruleBegins, r);
  }
}

/** The rule's help is there. */
export function beginRule(state: EmergencyState, r: number): void {
  const { rules, input, now } = state;
  const rule = input.escalation[r];
  rules.isPending[r] = 0;
  rules.until[r] = now + rule.hold;
  plan(state, rules.until[r], EVENT.ruleEnds, r);
  if (rule.action === 'lend') {
    rules.lendUntil = Math.max(rules.lendUntil, rules.until[r]);
    return;
  }
  const { vehicles } = state;
  const borrowed = rule.action === 'borrow' ? 1 : 0;
  let left = rule.vehicles;
  for (let v = 0; v < input.vehicles.count && left > 0; v++) {
    if (input.vehicles.borrowed[v] !== borrowed || vehicles.onDuty[v] === 1 || vehicles.calledUntil[v] > now) continue;
    if (vehicles.inService[v] === 0 || vehicles.broken[v] === 1) continue;
    vehicles.calledUntil[v] = rules.until[r];
    settleVehicle(state, v);
    left--;
  }
}

/** The rule's time is over: as long as its trigger is met it goes on, else its vehicles leave after their missions. */
export function endRule(state: EmergencyState, r: number): void {
  const { input, now } = state;
  if (isMet(state, input.escalation[r])) beginRule(state, r);
  for (let v = 0; v < input.vehicles.count; v++) if (state.vehicles.calledUntil[v] === now) settleVehicle(state, v);
}
