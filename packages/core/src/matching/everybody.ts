import { factsOf, schedulesAt, type Everybody, type Facts, type Schedules } from './facts.js';
import { OrgChart } from './org-chart.js';
import type { Participant } from './participant.js';
import type { MatchProgram } from './program.js';

/** All people in the order of their ids, whatever order they came in; facts are made when they are asked for. */
export function everybody(people: readonly Participant[], program: MatchProgram): Everybody {
  const sorted = inOrder(people);
  const schedules = schedulesAt(program.at);
  const indexes = new Map<string, number>();
  for (let at = 0; at < sorted.length; at++) indexes.set(sorted[at]!.id, at);
  const managers = new Int32Array(sorted.length);
  for (let at = 0; at < sorted.length; at++) {
    const manager = sorted[at]!.managerId;
    managers[at] = typeof manager === 'string' ? (indexes.get(manager) ?? -1) : -1;
  }
  return {
    people: sorted,
    facts: memory(sorted, schedules),
    indexOf: (id) => indexes.get(id),
    chart: new OrgChart(managers),
  };
}

/** Facts of mentors are kept, since each is asked about for many mentees; of others only the last one's are. */
function memory(people: readonly Participant[], schedules: Schedules): (at: number) => Facts {
  const mentors: (Facts | undefined)[] = [];
  let last: Facts | undefined;
  return (at) => {
    const person = people[at]!;
    if (person.roles.includes('mentor')) return (mentors[at] ??= factsOf(person, at, schedules));
    if (last?.at !== at) last = factsOf(person, at, schedules);
    return last;
  };
}

/** By id, in the order of code units; a list that is in order is not copied. */
export function inOrder(people: readonly Participant[]): readonly Participant[] {
  for (let at = 1; at < people.length; at++)
    if (people[at - 1]!.id > people[at]!.id) return [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
  return people;
}
