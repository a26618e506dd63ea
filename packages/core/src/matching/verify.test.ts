import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crowd, plainProgram } from './crowd.js';
import { match } from './match.js';
import type { Matching, Violation } from './matching.js';
import type { MatchProgram } from './program.js';
import { verify } from './verify.js';

const people = crowd({ seed: 3, mentees: 12, mentors: 5, skills: 6, capacity: 3 });

/** What is wrong with a match after somebody has tampered with it. */
async function found(
  tamper: (matching: Matching) => void,
  program: MatchProgram = plainProgram,
): Promise<Violation['code'][]> {
  const matching = await match(people, program);
  assert.deepEqual(verify(people, program, matching), []);
  tamper(matching);
  return verify(people, program, matching).map(({ code }) => code);
}

test('whatever is wrong with a match is found', async () => {
  const cases: [Violation['code'], (matching: Matching) => void, MatchProgram?][] = [
    ['unknownPerson', ({ pairs }) => (pairs[0]!.mentorId = 'nobody')],
    ['notInRole', ({ pairs }) => (pairs[0]!.mentorId = pairs[1]!.menteeId)],
    ['rule', ({ pairs }) => (pairs[0]!.mentorId = pairs[0]!.menteeId)],
    ['duplicate', ({ pairs }) => pairs.push(structuredClone(pairs[0]!))],
    ['capacity', ({ pairs }) => pairs.forEach((pair) => (pair.mentorId = pairs[0]!.mentorId))],
    ['score', ({ pairs }) => pairs[0]!.score++],
    ['parts', ({ pairs }) => pairs[0]!.reasons[0]!.points++],
    ['total', (matching) => matching.total++],
    ['demand', ({ pairs }) => pairs.pop()],
    ['missingPair', ({ pairs }) => (pairs[0]!.locked = true)],
    ['fairness', ({ fairness }) => fairness.worst++],
    ['floor', ({ certificate }) => Object.assign(certificate, { floor: 9000 })],
    ['unmatched', ({ unmatched }) => (unmatched[0]!.reason = { code: 'notWorthIt', best: 1 })],
    ['shortage', ({ shortages }) => shortages[0]!.mentorIds.pop()],
    ['shortage', ({ shortages }) => shortages[0]!.places++],
    ['price', ({ prices }) => (prices[Object.keys(prices)[0]!] = -5)],
    ['certificate', ({ prices }) => (prices[Object.keys(prices)[0]!]! += 1e7)],
    ['certificate', ({ certificate }) => Object.assign(certificate, { primal: 1 })],
    ['blockingPair', swapped, { ...plainProgram, method: 'stable' }],
  ];
  for (const [code, tamper, program] of cases)
    assert.ok((await found(tamper, program)).includes(code), `${code} is not found`);
});

/** Gives the mentee with the best score and the one with the worst each other's mentor. */
function swapped({ pairs }: Matching): void {
  const sorted = [...pairs].sort((a, b) => a.score - b.score);
  const [worst, best] = [sorted[0]!, sorted.at(-1)!];
  [worst.mentorId, best.mentorId] = [best.mentorId, worst.mentorId];
}

test('an optimal match is never behind first come, first served, nor behind the best pair first', async () => {
  for (let seed = 600; seed < 603; seed++) {
    const crowded = crowd({ seed, mentees: 40, mentors: 12, skills: 8, capacity: 4 });
    const { pairs, total } = await match(crowded, plainProgram);
    const open = { ...plainProgram, objective: { participation: 'first' as const } };
    const scores = new Map<string, number>();
    for (const mentee of crowded.filter(({ roles }) => roles.includes('mentee'))) {
      const single = [
        mentee,
        ...crowded
          .filter(({ id }) => id !== mentee.id)
          .map((one) => ({ ...one, roles: one.roles.filter((role) => role === 'mentor') })),
      ];
      const places = single.filter(({ roles }) => roles.includes('mentor'));
      for (const mentor of places) {
        const alone = single.map((one) =>
          one.id === mentor.id || one.id === mentee.id ? one : { ...one, roles: [] },
        );
        const [pair] = (await match(alone, open)).pairs;
        if (pair) scores.set(`${mentee.id} ${mentor.id}`, pair.score);
      }
    }
    const edges = [...scores].map(([key, score]) => ({ key, score }));
    const byScore = [...edges].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
    const byMentee = [...edges].sort((a, b) =>
      a.key.slice(0, 8) < b.key.slice(0, 8)
        ? -1
        : a.key.slice(0, 8) > b.key.slice(0, 8)
          ? 1
          : b.score - a.score,
    );
    for (const order of [byScore, byMentee]) {
      const room = new Map(crowded.map(({ id, capacity = 1 }) => [id, capacity]));
      const done = new Set<string>();
      let sum = 0;
      for (const { key, score } of order) {
        const [mentee, mentor] = key.split(' ') as [string, string];
        if (done.has(mentee) || room.get(mentor) === 0) continue;
        done.add(mentee);
        room.set(mentor, room.get(mentor)! - 1);
        sum += score;
      }
      assert.ok(pairs.length > done.size || (pairs.length === done.size && total >= sum), `seed ${seed}`);
    }
  }
});
