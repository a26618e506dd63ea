import { systemActor, type Client } from '@guildhall/core';
import { enrolling, syncMentoringCast, type ProgramInput } from './mentoring-cast.js';
import { MINUTE, type World } from './world.js';

type Mentoring = Client['mentoring'];
export type Run = Awaited<ReturnType<Mentoring['matchRun']>>;
export type Pair = Awaited<ReturnType<Mentoring['pairs']>>['items'][number];

const SKILLS = ['Facilitation', 'SQL', 'Negotiation', 'Coaching', 'Budgets'];
const DEPARTMENTS = ['Support', 'Sales', 'Engineering', 'People'];
const ZONES = ['Europe/Berlin', 'Europe/Lisbon', 'America/New_York'];

/**
 * Syncs mentors `mentor-1`… and mentees `mentee-1`… who differ in skills, grade, department and zone, each mentee
 * reporting to one of the mentors, and gives the CSV text that enrolls them.
 */
export async function syncPool(world: World, mentors: number, mentees: number): Promise<string> {
  await syncMentoringCast(world);
  const at = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
  const rows = ['externalId,side,capacity,topics'];
  const people = [];
  for (let n = 1; n <= mentors; n++) {
    people.push({
      ...{ id: `mentor-${n}`, externalId: `m-${n}`, name: `Mentor ${n}`, grade: `G${5 + (n % 3)}` },
      ...{
        department: at(DEPARTMENTS, n),
        timeZone: at(ZONES, n),
        languages: ['en', at(['de', 'pt', 'es'], n)],
      },
      skills: [
        { skill: at(SKILLS, n), level: 'teaching' as const },
        { skill: at(SKILLS, n * 3 + 1), level: 'strong' as const },
      ],
    });
    rows.push(`m-${n},mentor,${1 + (n % 3)},`);
  }
  for (let n = 1; n <= mentees; n++) {
    people.push({
      ...{ id: `mentee-${n}`, externalId: `e-${n}`, name: `Mentee ${n}`, grade: `G${2 + (n % 3)}` },
      ...{ department: at(DEPARTMENTS, n * 3), timeZone: at(ZONES, n * 2), languages: ['en'] },
      managerExternalId: `m-${1 + (n % mentors)}`,
    });
    rows.push(`e-${n},mentee,,${at(SKILLS, n)}; ${at(SKILLS, n + 2)}`);
  }
  await world.as(systemActor).people.sync({ people });
  return rows.join('\n');
}

/** A program of Eve's in matching, with a pool from CSV. */
export async function matching(
  world: World,
  size: { mentors: number; mentees: number },
  draft: Partial<ProgramInput> = {},
): Promise<string> {
  const csv = await syncPool(world, size.mentors, size.mentees);
  const programId = await enrolling(world, draft);
  const eve = world.as('eve').mentoring;
  const imported = await eve.importEnrollments({ programId, csv });
  if (!imported.written) throw new Error(JSON.stringify(imported.errors));
  await eve.startMatching({ id: programId });
  return programId;
}

/** Waits until a run is no longer waiting. */
export async function done(mentoring: Mentoring, id: string): Promise<Run> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const run = await mentoring.matchRun({ id });
    if (run.state !== 'waiting') return run;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The run is still waiting after half a minute.');
}

/** Asks for a run of Eve's and waits for it; a minute passes, so that runs have an order. */
export async function computed(
  world: World,
  programId: string,
  options: { stayBonus?: number; fair?: boolean } = {},
): Promise<Run> {
  const eve = world.as('eve').mentoring;
  const { id } = await eve.runMatch({ programId, options });
  const run = await done(eve, id);
  if (run.state !== 'computed') throw new Error(`The run is ${run.state}: ${run.error}`);
  world.clock.advance(MINUTE);
  return run;
}

/** All pairs of a run, the worst first. */
export async function allPairs(mentoring: Mentoring, runId: string): Promise<Pair[]> {
  const all: Pair[] = [];
  let after: string | undefined;
  do {
    const page = await mentoring.pairs({ runId, limit: 100, ...(after !== undefined && { after }) });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
}

/** Pairs as text, in the order of mentees. */
export function asText(pairs: readonly Pair[]): string[] {
  return pairs.map((pair) => `${pair.mentee.id} ${pair.mentor.id}`).sort();
}
