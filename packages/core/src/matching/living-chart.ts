import { OrgChart, type Lines } from './org-chart.js';

/** Who manages whom, by place among all people; -1 for nobody. */
export type ManagerOf = (at: number) => number;

/** Reporting lines of people who change: walked at once at first, and step by step upward after the first change. */
export class LivingChart implements Lines {
  /** Set when somebody came, left or changed. */
  changed = false;
  readonly #count: number;
  readonly #managerOf: ManagerOf;
  #chart: OrgChart | undefined;

  constructor(count: number, managerOf: ManagerOf) {
    this.#count = count;
    this.#managerOf = managerOf;
  }

  inLine(a: number, b: number): boolean {
    if (this.changed || a >= this.#count || b >= this.#count)
      return this.#isAbove(a, b) || this.#isAbove(b, a);
    this.#chart ??= new OrgChart(Int32Array.from({ length: this.#count }, (_, at) => this.#managerOf(at)));
    return this.#chart.inLine(a, b);
  }

  #isAbove(above: number, below: number): boolean {
    if (above === below) return false;
    const seen = new Set<number>();
    for (let at = this.#managerOf(below); at !== -1 && !seen.has(at); at = this.#managerOf(at)) {
      if (at === above) return true;
      seen.add(at);
    }
    return false;
  }
}
