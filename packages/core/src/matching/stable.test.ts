import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match } from './match.js';
import type { Matching } from './matching.js';
import type { MatchProgram } from './program.js';
import { crowd, wholeProgram } from './crowd.js';
import { verify } from './verify.js';

const mentorOf = ({ pairs }: Matching) => new Map(pairs.map((pair) => [pair.menteeId, pair]));

test('a stable match has no two who would rather have each other, whoever proposes', async () => {
  for (let seed = 200; seed < 230; seed++) {
    const people = crowd({ seed, mentees: 20, mentors: 8, skills: 6, capacity: 3, messy: true });
    const program: MatchProgram = { ...wholeProgram, method: 'stable' };
    const found: Matching[] = [];
    for (const proposing of ['mentee', 'mentor'] as const) {
      const matching = await match(people, { ...program, proposing });
      assert.deepEqual(verify(people, program, matching), [], `seed ${seed}, ${proposing}s propose`);
      assert.deepEqual(matching.certificate, { stable: true, blockingPairs: 0 });
      const lists = await match(people, { ...program, proposing, candidatesPerMentee: 1 });
      assert.deepEqual(verify(people, program, lists), [], `seed ${seed}, ${proposing}s propose, by lists`);
      found.push(matching);
      if (proposing === 'mentee') assert.deepEqual(lists.pairs, matching.pairs, `seed ${seed}`);
    }
    const [theirs, others] = [mentorOf(found[0]!), mentorOf(found[1]!)];
    assert.deepEqual(
      [...theirs.keys()],
      [...others.keys()],
      `seed ${seed}: the same people in every stable match`,
    );
    const wish = (id: string, mentorId: string) => {
      const place = people.find((person) => person.id === id)!.preferences?.indexOf(mentorId) ?? -1;
      return place === -1 ? 99 : place;
    };
    for (const [id, { mentorId, score }] of theirs) {
      const other = others.get(id)!;
      const better = wish(id, other.mentorId) - wish(id, mentorId) || score - other.score;
      assert.ok(better >= 0, `seed ${seed}: ${id} does better when mentors propose`);
    }
  }
});
