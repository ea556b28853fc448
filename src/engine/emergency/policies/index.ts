import type { DispatchPolicy } from '../input.ts';
import { closest } from './closest.ts';
import { district } from './district.ts';
import { moveUp } from './moveUp.ts';
import type { Policy } from './policy.ts';
import { redispatch } from './redispatch.ts';

export const POLICIES: Readonly<Record<DispatchPolicy, Policy>> = { closest, district, redispatch, moveUp };
