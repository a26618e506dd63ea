/** A bounded region: numbers between bounds, and sums over some of them between bounds. */
export interface Region {
  /** By number: its least and greatest value. */
  low: Float64Array;
  high: Float64Array;
  /** By sum: the numbers in it, and its least and greatest value. */
  sums: readonly { of: readonly number[]; low: number; high: number }[];
  /** Numbers that keep all of this. */
  start: Float64Array;
}

const TINY = 1e-9;
/** After so many steps the rule that cannot go round in circles decides, and after as many again it ends. */
const PATIENCE = 2_000;

/**
 * Finds the least and greatest sum over some numbers within a region: the simplex method for bounded variables, from a
 * point within the region, so that there is no first phase. Where it stops is always within the region, so that stopping
 * early errs on one side only: a range is never found wider than it is.
 */
export class Simplex {
  readonly #count: number;
  /** Numbers first, then sums. */
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #value: Float64Array;
  /** By column the variable that is set, by row the one that follows. */
  readonly #columns: Int32Array;
  readonly #rows: Int32Array;
  readonly #table: Float64Array[];

  constructor({ low, high, sums, start }: Region) {
    const count = low.length;
    this.#count = count;
    const total = count + sums.length;
    this.#low = new Float64Array(total);
    this.#high = new Float64Array(total);
    this.#value = new Float64Array(total);
    this.#low.set(low);
    this.#high.set(high);
    this.#value.set(start.subarray(0, count));
    this.#columns = Int32Array.from({ length: count }, (_, at) => at);
    this.#rows = Int32Array.from(sums, (_, at) => count + at);
    this.#table = sums.map((sum, at) => {
      const row = new Float64Array(count);
      let value = 0;
      for (const number of sum.of) {
        row[number] = 1;
        value += this.#value[number]!;
      }
      this.#low[count + at] = sum.low;
      this.#high[count + at] = sum.high;
      this.#value[count + at] = value;
      return row;
    });
  }

  /** The numbers where it stands. */
  get point(): Float64Array {
    return this.#value.slice(0, this.#count);
  }

  /** Goes where the sum over these numbers, times the sign, is greatest; returns it. */
  push(over: readonly number[], sign: 1 | -1): number {
    const gain = this.#gain(over, sign);
    for (let step = 0; step < 2 * PATIENCE; step++) {
      const column = this.#entering(gain, step >= PATIENCE);
      if (column === -1) break;
      this.#step(column, Math.sign(gain[column]!), gain);
    }
    return sign * over.reduce((sum, number) => sum + this.#value[number]!, 0);
  }

  /** By column: what one more of it adds to the sum. */
  #gain(over: readonly number[], sign: number): Float64Array {
    const gain = new Float64Array(this.#count);
    const wanted = new Set(over);
    for (const [column, variable] of this.#columns.entries()) if (wanted.has(variable)) gain[column]! += sign;
    for (const [row, variable] of this.#rows.entries()) {
      if (!wanted.has(variable)) continue;
      const entries = this.#table[row]!;
      for (let column = 0; column < this.#count; column++) gain[column]! += sign * entries[column]!;
    }
    return gain;
  }

  #entering(gain: Float64Array, careful: boolean): number {
    let best = -1;
    for (let column = 0; column < gain.length; column++) {
      const variable = this.#columns[column]!;
      const amount = gain[column]!;
      if (Math.abs(amount) <= TINY) continue;
      if (this.#room(variable, amount) <= TINY) continue;
      if (careful) {
        if (best === -1 || variable < this.#columns[best]!) best = column;
      } else if (best === -1 || Math.abs(amount) > Math.abs(gain[best]!)) best = column;
    }
    return best;
  }

  /** Moves one column as far as bounds allow; whoever meets its bound first changes places with it. */
  #step(column: number, direction: number, gain: Float64Array): void {
    const variable = this.#columns[column]!;
    let most = this.#room(variable, direction);
    let leaving = -1;
    for (let row = 0; row < this.#rows.length; row++) {
      const rate = this.#table[row]![column]! * direction;
      if (rate < TINY && rate > -TINY) continue;
      const follows = this.#rows[row]!;
      const limit = Math.max(0, this.#room(follows, rate) / Math.abs(rate));
      const tie = leaving !== -1 && limit < most + TINY && follows < this.#rows[leaving]!;
      if (limit < most - TINY || tie) {
        most = Math.min(most, limit);
        leaving = row;
      }
    }
    this.#value[variable]! += direction * most;
    for (let row = 0; row < this.#rows.length; row++)
      this.#value[this.#rows[row]!]! += direction * most * this.#table[row]![column]!;
    if (leaving !== -1) this.#pivot(leaving, column, gain);
  }

  /** How far a variable may still go up, or down for a negative direction. */
  #room(variable: number, direction: number): number {
    const value = this.#value[variable]!;
    return direction > 0 ? this.#high[variable]! - value : value - this.#low[variable]!;
  }

  #pivot(leaving: number, column: number, gain: Float64Array): void {
    const pivotRow = this.#table[leaving]!;
    const pivot = pivotRow[column]!;
    const filled: number[] = [];
    for (let at = 0; at < this.#count; at++) {
      if (pivotRow[at] === 0) continue;
      pivotRow[at] = at === column ? 1 / pivot : -pivotRow[at]! / pivot;
      filled.push(at);
    }
    for (const row of this.#table) if (row !== pivotRow) addTo(row, pivotRow, filled, column);
    addTo(gain, pivotRow, filled, column);
    const entering = this.#columns[column]!;
    this.#columns[column] = this.#rows[leaving]!;
    this.#rows[leaving] = entering;
  }
}

/** Writes the column in a row by what it now follows from. */
function addTo(row: Float64Array, pivotRow: Float64Array, filled: readonly number[], column: number): void {
  const factor = row[column]!;
  if (factor === 0) return;
  row[column] = 0;
  for (let index = 0; index < filled.length; index++) {
    const at = filled[index]!;
    const sum = row[at]! + factor * pivotRow[at]!;
    // What only rounding left over stays zero, which keeps rows short.
    row[at] = sum < 1e-12 && sum > -1e-12 ? 0 : sum;
  }
}
