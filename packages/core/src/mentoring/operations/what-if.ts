import { GuildhallError } from '../../errors.js';
import {
  FULL_SCORE,
  placeValue,
  type Change,
  type Matching,
  type MatchProgram,
} from '../../matching/index.js';
import { withChange } from '../../matching/what-if.js';
import { Afterwards, query, type QueryContext } from '../../operation.js';
import { skills, UnitRef } from '../../people/model.js';
import { namesOf } from '../../people/read.js';
import { membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import { isFirm, judge } from '../judge.js';
import type { PairRecord, RunRecord } from '../model/run.js';
import { pairsOf, readRunInput, type RunInput } from '../run-input.js';
import { programFrom, storedMatching } from '../run-matching.js';
import { openRun } from '../run-read.js';

/** Whoever asks waits for the answer: of larger pools it would take too long. */
const MOST_PEOPLE = 2000;

const refuses = ['run.unknown', 'run.wrongState', 'run.tooLarge'];

const WhatIf = z.union([
  /** The worst match first. */
  z.strictObject({ fair: z.literal(true) }),
  /** So many more, or fewer, places with a mentor. */
  z.strictObject({ places: z.strictObject({ mentorId: id, by: z.int().min(-50).max(50) }) }),
  /** These two together. */
  z.strictObject({ pair: z.strictObject({ menteeId: id, mentorId: id }) }),
]);

export const whatIf = query({
  summary: 'Says what a run would be with one thing changed, and how many pairs would change. Nothing does.',
  who: membersAndSystem,
  input: z.strictObject({ runId: id, change: WhatIf }),
  output: z.object({
    /** Of the whole match with the change; scores are of 10,000. */
    total: z.int(),
    worst: z.int(),
    matched: z.int(),
    /** Mentees whose mentor would be another, or nobody. */
    moved: z.int(),
  }),
  refuses: [...refuses, 'pair.notPossible'],
  async run(context, { runId, change }) {
    const { input, run, pairs } = await asked(context, runId);
    const base = programFrom(input, pairs, run.options.stayBonus);
    const { people, program } = changed(input, base, change);
    return new Afterwards(async (ask) => {
      // What goes by this name gives one.
      const next = (await ask('match', { people, program })) as Matching;
      return {
        total: next.total,
        worst: next.fairness.worst,
        matched: next.pairs.length,
        moved: movedIn(pairs, next),
      };
    });
  },
});

/** How many mentees have another mentor, or none, where they had one. */
function movedIn(pairs: readonly PairRecord[], next: Matching): number {
  const after = new Map(next.pairs.map((pair) => [pair.menteeId, pair.mentorId]));
  return pairs.filter(({ menteeId, mentorId }) => after.get(menteeId) !== mentorId).length;
}

function changed(input: RunInput, program: MatchProgram, change: z.output<typeof WhatIf>) {
  if ('fair' in change)
    return {
      people: input.people,
      program: { ...program, objective: { ...program.objective, floor: 'maxMin' as const } },
    };
  const told: Change =
    'places' in change ? { change: 'capacity', ...change.places } : { change: 'pin', pair: change.pair };
  const ids = 'places' in change ? [change.places.mentorId] : Object.values(change.pair);
  const known = ids.every((one) =>
    input.people.some((person) => person.id === one && person.roles.length > 0),
  );
  const firm =
    'pair' in change &&
    judge(input.people, program)(change.pair.menteeId, change.pair.mentorId)?.rules.some(isFirm);
  if (!known || firm)
    throw new GuildhallError(
      'forbidden',
      'pair.notPossible',
      'One of them does not take part, or it cannot be.',
    );
  return withChange(input.people, program, told);
}

/** What keeping a pair together may be worth, in points of 10,000. */
const BONUSES = [0, 100, 200, 300, 500, 1000, 3000, 10_000];

export const stayBonusCurve = query({
  summary:
    'Says what keeping the pairs of a run together costs in total score, for several worths of staying.',
  who: membersAndSystem,
  input: z.strictObject({ runId: id }),
  output: z.object({
    points: z.array(
      z.object({ stayBonus: z.int(), total: z.int(), worst: z.int(), matched: z.int(), moved: z.int() }),
    ),
  }),
  refuses,
  async run(context, { runId }) {
    const { input, pairs } = await asked(context, runId);
    return new Afterwards(async (ask) => {
      const points = [];
      for (const stayBonus of BONUSES) {
        const asked = { people: input.people, program: programFrom(input, pairs, stayBonus) };
        // What goes by this name gives one.
        const next = (await ask('match', asked)) as Matching;
        const { total, fairness } = next;
        points.push({
          stayBonus,
          total,
          worst: fairness.worst,
          matched: next.pairs.length,
          moved: movedIn(pairs, next),
        });
      }
      return { points };
    });
  },
});

export const placeValues = query({
  summary: 'Says for each skill what one more place with a mentor who has it would gain, the most first.',
  who: membersAndSystem,
  input: z.strictObject({ runId: id }),
  output: z.object({
    items: z.array(
      z.object({
        skill: UnitRef,
        /** Points of 10,000 that one more place with the right one of its mentors gains; all, when one more is matched. */
        gain: z.number(),
        /** How many mentees of the run want it. */
        wanted: z.int(),
      }),
    ),
  }),
  refuses,
  async run(context, { runId }) {
    const { input, run } = await asked(context, runId);
    const values = placeValue(await storedMatching(context.tx, run), input.people);
    const wanted = wantedIn(input);
    const names = await namesOf(
      context.tx,
      skills,
      values.map((value) => value.skill),
    );
    return {
      items: values.flatMap(({ skill, most }) => {
        const named = names.get(skill);
        const many = wanted.get(skill) ?? 0;
        return named && most > 0 && many > 0
          ? [{ skill: named, gain: Math.min(most, FULL_SCORE), wanted: many }]
          : [];
      }),
    };
  },
});

function wantedIn({ people }: RunInput): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { roles, goals = [] } of people)
    if (roles.includes('mentee'))
      for (const { skill } of goals) wanted.set(skill, (wanted.get(skill) ?? 0) + 1);
  return wanted;
}

async function asked(
  { tx, actor, settings }: QueryContext,
  runId: string,
): Promise<{ input: RunInput; run: RunRecord; pairs: PairRecord[] }> {
  const { run, program } = await openRun(tx, runId, actor);
  const input = await readRunInput(tx, program, run, settings);
  if (input.people.length > MOST_PEOPLE)
    throw new GuildhallError(
      'conflict',
      'run.tooLarge',
      `Such questions are answered for up to ${MOST_PEOPLE} people; here are ${input.people.length}.`,
    );
  return { input, run, pairs: await pairsOf(tx, runId) };
}
