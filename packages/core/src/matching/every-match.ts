import { weigh } from './criteria.js';
import { everybody as everybodyOf } from './everybody.js';
import type { Participant } from './participant.js';
import type { MatchProgram } from './program.js';
import { rulesOf, standing } from './rules.js';
import { scoreOf } from './score.js';

/** A whole match found by trying everything: who has whom, and what they score. */
export interface Tried {
  matched: number;
  total: number;
  worst: number;
  /** Current pairs that parted. */
  parted: number;
}

/** Every match of few people (one mentor each), for tests: all that the rules and capacities allow. */
export function* everyMatch(people: readonly Participant[], program: MatchProgram): Generator<Tried> {
  const everybody = everybodyOf(people, program);
  const criteria = weigh(program);
  const rules = rulesOf(program, everybody.chart);
  const places = everybody.people.map(({ capacity = 1 }) => capacity);
  const mentees = [...everybody.people.keys()].filter((at) => everybody.people[at]!.roles.includes('mentee'));
  const current = new Map(
    (program.current?.pairs ?? []).map(({ menteeId, mentorId }) => [menteeId, mentorId]),
  );
  const choices = mentees.map((mentee) =>
    [...everybody.people.keys()].flatMap((mentor) => {
      const [one, other] = [everybody.facts(mentee), everybody.facts(mentor)];
      if (!other.person.roles.includes('mentor') || standing(rules, one, other).length > 0) return [];
      return [
        {
          mentor,
          score: scoreOf(criteria, one, other),
          stays: current.get(one.person.id) === other.person.id,
        },
      ];
    }),
  );
  function* from(index: number, done: Tried): Generator<Tried> {
    const options = choices[index];
    if (options === undefined) {
      yield done;
      return;
    }
    const parts = options.some(({ stays }) => stays) ? 1 : 0;
    yield* from(index + 1, { ...done, parted: done.parted + parts });
    for (const { mentor, score, stays } of options) {
      if (places[mentor] === 0) continue;
      places[mentor]!--;
      yield* from(index + 1, {
        matched: done.matched + 1,
        total: done.total + score,
        worst: Math.min(done.worst, score),
        parted: done.parted + (stays ? 0 : parts),
      });
      places[mentor]!++;
    }
  }
  yield* from(0, { matched: 0, total: 0, worst: Infinity, parted: 0 });
}
