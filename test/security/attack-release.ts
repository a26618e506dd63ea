import type { Compute } from '@guildhall/core';
import { atomsOf, type Atom } from './attack-algebra.js';
import { crawl, shownIn, type Reading, type Shown } from './attack-crawl.js';
import {
  answerAll,
  openSurvey,
  openWorld,
  organization,
  randomFrom,
  releaseWave,
  type AttackWorld,
  type Person,
} from './attack-world.js';

/** A released survey of a generated organization, as its readers see it and as its attacker knows it. */
export interface Attacked {
  world: AttackWorld;
  waveId: string;
  readings: Reading[];
  shown: Shown[];
  /** Those who answered; that is common knowledge here. */
  answered: string[];
  levels: Map<string, number>;
  /** Of those who answered: who is in which group of the plan. */
  members: Map<string, string[]>;
  atoms: Atom[];
}

/** What a survey of a generated organization is like. */
export interface Release {
  seed: number;
  compute?: Compute | undefined;
  size?: number;
  /** Instead of a generated organization: these people, all of whom answer. */
  people?: Person[] | undefined;
  /** What the survey is like, where it differs. */
  survey?: Parameters<typeof openSurvey>[1] | undefined;
  /** What everybody answers; by chance when not said. */
  level?: (at: number) => number;
  mode?: 'confidential' | 'sealed';
  /** Crawls the whole table instead of what surveys answer. */
  whole?: boolean;
}

/** Has an organization asked, answered by most of it, released, and read by everybody who can. */
export async function attacked(options: Release): Promise<Attacked> {
  const { seed, compute, size = 44, mode = 'confidential', whole = false, survey = {} } = options;
  const random = randomFrom(seed + 7);
  const people = options.people ?? organization(seed, size);
  const world = await openWorld(seed, { people, ...(compute && { compute }) });
  const { surveyId, waveId } = await openSurvey(world, { mode, ...survey });
  // The last one never answers, so that somebody who was asked only reads.
  const who = options.people ?? people.filter((_, at) => at < 6 || (at < size - 1 && random() < 0.85));
  const levels = new Map(who.map(({ id }, at) => [id, options.level?.(at) ?? 1 + Math.floor(random() * 5)]));
  await answerAll(world, waveId, who, (id) => levels.get(id) ?? 3);
  await releaseWave(world, waveId);
  const { items } = await world.as('femi').pulse.groups({ waveId });
  const members = new Map(
    items.map((group) => [group.id, who.filter((one) => isIn(one, group, people)).map(({ id }) => id)]),
  );
  const known = { waveIds: [waveId], surveyIds: [surveyId], groups: [...members.keys(), 'department:none'] };
  const readings = await crawl(
    world,
    whole ? { ...known, personIds: ['p0', 'p5', 'chief'], words: 'said' } : known,
    whole ? {} : { only: (name) => /^pulse\.(report|exportReport|trend|dashboard)$/.test(name) },
  );
  const answered = who.map(({ id }) => id);
  const groupsOf = (id: string) =>
    items.flatMap(({ id: group }) => (members.get(group)?.includes(id) ? group : []));
  const shown = shownIn(readings, waveId);
  return { world, waveId, readings, shown, answered, levels, members, atoms: atomsOf(answered, groupsOf) };
}

interface Group {
  level: number;
  label: string;
  below?: { id: string } | undefined;
}

/** What anybody knows from the directory. */
function isIn(person: Person, { level, label, below }: Group, people: readonly Person[]): boolean {
  if (level === 0) return true;
  if (level === 2) {
    const above = [
      person.manager,
      ...people.flatMap(({ id, manager }) => (id === person.manager ? manager : [])),
    ];
    return above.includes(below?.id ?? '');
  }
  return label.split(' · ').every((one) => one === person.department || one === person.location);
}
