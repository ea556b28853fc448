import type highsLoader from 'highs';
import type { ModelData } from 'highs';
import type { Program, ProgramAnswer, ProgramSolver } from './program.ts';

/**
 * HiGHS as a solver. `load` is the package's own door, so that only who solves carries it; `wasm` is where its highs.wasm lies.
 * The same program and seed give the same answer.
 */
export async function createHighsSolver(load: typeof highsLoader, wasm: string): Promise<ProgramSolver> {
  const highs = await load({ locateFile: () => wasm });
  const { modelStatus, variableType } = highs.constants;

  return (program: Program, seconds: number): ProgramAnswer => {
    const data: ModelData = {
      numCols: program.costs.length,
      numRows: program.rowLower.length,
      colCost: program.costs,
      colLower: program.lower,
      colUpper: program.upper,
      rowLower: program.rowLower,
      rowUpper: program.rowUpper,
      integrality: program.whole.map((whole) => (whole ? variableType.integer : variableType.continuous)),
      matrix: {
        format: 'csr',
        numRows: program.rowLower.length,
        numCols: program.costs.length,
        starts: program.rowStarts,
        indices: program.columns,
        values: program.values,
      },
    };
    return highs.withModel(data, (model): ProgramAnswer => {
      model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1e-7, random_seed: 1 });
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible) return { status: 'infeasible', values: null, bound: Infinity };
      const hasSolution = model.info.get('primal_solution_status') === 2;
      const values = hasSolution ? Float64Array.from(model.getSolution().colValue) : null;
      const isWhole = program.whole.some(Boolean);
      const bound = isWhole ? Number(model.info.get('mip_dual_bound')) : hasSolution ? model.getObjectiveValue() : -Infinity;
      return { status: status === modelStatus.optimal ? 'optimal' : 'stopped', values, bound };
    });
  };
}
