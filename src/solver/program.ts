/** A mixed-integer linear program to be minimised: columns with costs and bounds, rows with bounds. Build it, then hand it to a solver. */
export class Program {
  readonly costs: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly whole: boolean[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly rowStarts: number[] = [0];
  readonly columns: number[] = [];
  readonly values: number[] = [];

  /** Adds a variable and gives its number. */
  addColumn(cost: number, lower: number, upper: number, whole: boolean): number {
    this.costs.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.whole.push(whole);
    return this.costs.length - 1;
  }

  /** Adds lower ≤ Σ value × variable ≤ upper. */
  addRow(lower: number, upper: number, terms: readonly (readonly [column: number, value: number])[]): void {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    for (const [column, value] of terms) {
      this.columns.push(column);
      this.values.push(value);
    }
    this.rowStarts.push(this.columns.length);
  }
}

export interface ProgramAnswer {
  /** `stopped`: out of time; the values, where there are any, may not be the best. */
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  readonly values: Float64Array | null;
  /** No solution costs less. */
  readonly bound: number;
}

/** Solves programs; blocks its thread until it is done or out of time. */
export type ProgramSolver = (program: Program, seconds: number) => ProgramAnswer;
