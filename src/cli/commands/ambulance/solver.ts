import { createHighsSolver, type ProgramSolver } from '../../../solver/index.ts';
import type { CommandEnvironment } from '../../environment.ts';

/** The solver, loaded when a command needs it. */
export async function openSolver({ solverFile }: CommandEnvironment): Promise<ProgramSolver> {
  const { default: load } = await import('highs');
  return createHighsSolver(load, solverFile);
}
