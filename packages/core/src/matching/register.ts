import { factsOf, schedulesAt, type Everybody, type Facts, type Schedules } from './facts.js';
import { LivingChart } from './living-chart.js';
import type { Participant } from './participant.js';
import type { MatchProgram } from './program.js';

/** People who come and go. Those of the beginning have the first places; who comes or changes later stands behind. */
export class Register implements Everybody {
  readonly base: readonly Participant[];
  readonly chart: LivingChart;
  readonly #later: (Participant | undefined)[] = [];
  readonly #places = new Map<string, number>();
  readonly #facts: (Facts | undefined)[] = [];
  readonly #schedules: Schedules;

  /** @param base In the order of ids. */
  constructor(base: readonly Participant[], program: MatchProgram) {
    this.base = base;
    this.#schedules = schedulesAt(program.at);
    for (let at = 0; at < base.length; at++) this.#places.set(base[at]!.id, at);
    this.chart = new LivingChart(base.length, (at) => {
      const { managerId } = this.personAt(at);
      return typeof managerId === 'string' ? (this.#places.get(managerId) ?? -1) : -1;
    });
  }

  /** Those of the beginning. */
  get people(): readonly Participant[] {
    return this.base;
  }

  indexOf(id: string): number | undefined {
    return this.#places.get(id);
  }

  personAt(at: number): Participant {
    return this.base[at] ?? this.#later[at - this.base.length]!;
  }

  facts(at: number): Facts {
    return (this.#facts[at] ??= factsOf(this.personAt(at), at, this.#schedules));
  }

  /** Answers how many have come since the beginning. */
  add(person: Participant): number {
    this.chart.changed = true;
    const count = this.#later.push(person);
    this.#places.set(person.id, this.base.length + count - 1);
    return count;
  }

  /** Answers the place that is empty now. */
  remove(id: string): number | undefined {
    const at = this.#places.get(id);
    if (at === undefined) return undefined;
    this.chart.changed = true;
    this.#places.delete(id);
    if (at >= this.base.length) this.#later[at - this.base.length] = undefined;
    return at;
  }

  /** Does something while a person stands behind everybody; nobody else sees them. */
  visit<Result>(person: Participant, work: (at: number) => Result): Result {
    const at = this.base.length + this.#later.push({ ...person, roles: [] }) - 1;
    try {
      return work(at);
    } finally {
      this.#later.pop();
      this.#facts[at] = undefined;
    }
  }

  /** The places of those who came later and are there. */
  *later(): Generator<number> {
    for (const [index, person] of this.#later.entries()) if (person) yield this.base.length + index;
  }

  /** Everybody who is there. */
  *everyone(): Generator<Participant> {
    for (const at of this.#places.values()) yield this.personAt(at);
  }
}
