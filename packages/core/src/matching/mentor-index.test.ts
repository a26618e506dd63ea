import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weigh } from './criteria.js';
import { everybody as everybodyOf } from './everybody.js';
import { FULLNESS_DISCOUNT, MentorIndex } from './mentor-index.js';
import type { Participant } from './participant.js';
import type { MatchProgram } from './program.js';
import { rulesOf, standing } from './rules.js';
import { reasonsOf, scoreOf } from './score.js';
import { crowd, dice, plainProgram, wholeProgram } from './crowd.js';

/** The ranking by looking at everybody. */
function ranked(
  people: Participant[],
  program: MatchProgram,
  id: string,
  discounts: Record<string, number> = {},
) {
  const everybody = everybodyOf(people, program);
  const criteria = weigh(program);
  const rules = rulesOf(program, everybody.chart);
  const mentee = everybody.facts(everybody.indexOf(id)!);
  return [...everybody.people.keys()]
    .map((at) => everybody.facts(at))
    .filter(({ person }) => person.roles.includes('mentor'))
    .filter((mentor) => standing(rules, mentee, mentor).length === 0)
    .map((mentor) => ({
      mentorId: mentor.person.id,
      score: scoreOf(criteria, mentee, mentor),
      discount: discounts[mentor.person.id] ?? 0,
      reasons: reasonsOf(criteria, mentee, mentor),
    }))
    .sort((a, b) => b.score - b.discount - (a.score - a.discount) || (a.mentorId < b.mentorId ? -1 : 1));
}

test('a ranking is that of everybody, for any mentee, limit, filter and exposure', () => {
  for (let seed = 80; seed < 100; seed++) {
    const messy = seed % 2 === 0;
    const program = messy ? wholeProgram : plainProgram;
    const people = crowd({ seed, mentees: 20, mentors: 60, skills: 10, messy });
    const index = new MentorIndex(people, program);
    const roll = dice(seed);
    for (const { id } of people.slice(-20)) {
      const limit = 1 + Math.floor(roll() * 30);
      assert.deepEqual(
        index.rank(id, { limit }),
        ranked(people, program, id).slice(0, limit),
        `seed ${seed}, ${id}`,
      );
    }
    const { id } = people.at(-1)!;
    const exposure = Object.fromEntries(
      people.slice(0, 30).map((person) => [person.id, Math.floor(roll() * 4)]),
    );
    const discounts = Object.fromEntries(
      people.slice(0, 30).map((person) => {
        const part = Math.min(1, exposure[person.id]! / Math.max(1, person.capacity!));
        return [person.id, Math.round(FULLNESS_DISCOUNT * part)];
      }),
    );
    assert.deepEqual(
      index.rank(id, { limit: 9, exposure }),
      ranked(people, program, id, discounts).slice(0, 9),
    );
    assert.deepEqual(
      index.rank(id, { limit: 9 }),
      ranked(people, program, id).slice(0, 9),
      'exposure leaves no trace',
    );
    const even = (person: Participant) => Number(person.id.at(-1)) % 2 === 0;
    assert.deepEqual(
      index.rank(id, { limit: 9, filter: even }).map(({ mentorId }) => mentorId),
      ranked(people, program, id)
        .map(({ mentorId }) => mentorId)
        .filter((one) => Number(one.at(-1)) % 2 === 0)
        .slice(0, 9),
    );
  }
});

test('after people came, changed and left, a ranking is that of those there are', () => {
  for (let seed = 110; seed < 116; seed++) {
    const roll = dice(seed);
    const all = crowd({ seed, mentees: 10, mentors: 60, skills: 8, messy: true });
    const other = crowd({ seed: seed + 1000, mentees: 10, mentors: 60, skills: 8, messy: true });
    let people = all.slice(20);
    const index = new MentorIndex(people, wholeProgram);
    for (let step = 0; step < 500; step++) {
      const at = Math.floor(roll() * all.length);
      const known = people.some(({ id }) => id === all[at]!.id);
      people = people.filter(({ id }) => id !== all[at]!.id);
      if (!known) index.add(all[at]!);
      else if (roll() < 0.5) index.update(other[at]!);
      else {
        index.remove(all[at]!.id);
        continue;
      }
      people.push(known ? other[at]! : all[at]!);
      if (step % 10 !== 0) continue;
      const { id } = people[Math.floor(roll() * people.length)]!;
      assert.deepEqual(
        index.rank(id, { limit: 7 }),
        ranked(people, wholeProgram, id).slice(0, 7),
        `seed ${seed}, step ${step}`,
      );
    }
  }
});

test('narrowed by facets, to some people and by the places passed over, a ranking is what is left of the whole', () => {
  const facets = {
    skill: ({ skills = [] }: Participant) => skills.map(({ skill }) => skill),
    grade: ({ level }: Participant) => [String(level)],
    everybody: () => ['yes', 'yes'],
  };
  for (let seed = 130; seed < 140; seed++) {
    const roll = dice(seed);
    const messy = seed % 2 === 0;
    const program = messy ? wholeProgram : plainProgram;
    const all = crowd({ seed, mentees: 20, mentors: 80, skills: 6, messy, capacity: 1 });
    let people = all;
    const index = new MentorIndex(people, program, { facets });
    for (let step = 0; step < 60; step++) {
      const { id } = people.at(-1 - Math.floor(roll() * 20))!;
      const skill = `skill ${Math.floor(roll() * 7)}`;
      const least = Math.floor(roll() * 9);
      const some = new Set(people.filter(() => roll() < 0.3).map((person) => person.id));
      const even = (person: Participant) => Number(person.id.at(-1)) % 2 === 0;
      const full = people.filter(() => roll() < 0.2).map((person) => person.id);
      const asked = {
        exposure: Object.fromEntries(full.map((one) => [one, 1])),
        only: {
          everybody: 'yes',
          ...(roll() < 0.7 && { skill }),
          ...(roll() < 0.5 && { grade: (grade: string) => Number(grade) >= least }),
        },
        ...(roll() < 0.4 && { among: some }),
        ...(roll() < 0.4 && { filter: even }),
      };
      const left = new Set(
        people
          .filter((person) => !asked.only.skill || facets.skill(person).includes(skill))
          .filter((person) => !asked.only.grade || Number(person.level) >= least)
          .filter((person) => !asked.among || some.has(person.id))
          .filter((person) => !asked.filter || even(person))
          .map((person) => person.id),
      );
      const [skip, limit] = [Math.floor(roll() * 4), 12];
      assert.deepEqual(
        index.rank(id, { ...asked, skip, limit }),
        ranked(people, program, id, Object.fromEntries(full.map((one) => [one, FULLNESS_DISCOUNT])))
          .filter(({ mentorId }) => left.has(mentorId))
          .slice(skip, limit),
        `seed ${seed}, step ${step}`,
      );
      const changed = people[Math.floor(roll() * 60)]!;
      const level = Math.floor(roll() * 9);
      people = people.map((person) => (person === changed ? { ...person, level } : person));
      index.update({ ...changed, level });
    }
    const { id } = people.at(-1)!;
    assert.throws(() => index.rank(id, { only: { color: 'red' } }), /only\.color is not a facet/);
    assert.throws(() => index.rank(id, { skip: -1 }), /skip must be a whole number from 0 on, not -1/);
  }
});

test('a person who is not in the index is ranked for, and leaves no trace', () => {
  const people = crowd({ seed: 120, mentees: 5, mentors: 40, skills: 8 });
  const index = new MentorIndex(people, plainProgram);
  const guest: Participant = { ...people.at(-1)!, id: 'guest', managerId: 'p0000003' };
  assert.deepEqual(
    index.rank(guest, { limit: 5 }),
    ranked([...people, guest], plainProgram, 'guest').slice(0, 5),
  );
  assert.throws(() => index.rank('guest'), /mentee "guest" is not in the index/);
  assert.throws(() => index.rank(guest, { limit: 0 }), RangeError);
  assert.throws(() => index.add(people[0]!), /is there already/);
  assert.throws(() => index.add({ id: 'x', roles: ['boss' as 'mentor'] }), /roles\[0\]/);
});
