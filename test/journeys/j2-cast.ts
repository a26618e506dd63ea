import { systemActor, type Guildhall } from '@guildhall/core';
import type { House } from './harness.js';

/** How many of the sixty mentor and are mentored; the others only work there. */
export const MENTORS = 14;
export const MENTEES = 22;
const PEOPLE = 60;
/** Those who enroll through the page; the last of the mentors has not done the training. */
export const byPage = { mentees: ['mentee-1', 'mentee-2'], mentor: `mentor-${MENTORS}` };

const SKILLS = ['Facilitation', 'SQL', 'Negotiation', 'Coaching', 'Budgets'];
const DEPARTMENTS = ['Support', 'Sales', 'Engineering', 'People', 'Finance'];

/** Eve, who brings people in, runs programs and is of HR. */
export async function furnishEve(guildhall: Guildhall): Promise<void> {
  const { people } = guildhall.as(systemActor);
  await people.sync({ people: [{ id: 'eve', externalId: 'x-eve', name: 'Eve Lind', locale: 'en' }] });
  for (const role of ['peopleAdmin', 'programManager', 'hrAdmin'] as const)
    await people.grantRole({ personId: 'eve', role });
}

/** The directory as a file. Broken, lines 3 and 40 are wrong: an unknown time zone and no name. */
export function peopleFile(broken: boolean): string {
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const cells = rowOf(at);
    if (broken && at === 1) cells[5] = 'Europe/Atlantis';
    if (broken && at === 38) cells[2] = '';
    return cells.join(',');
  });
  return ['external id,person id,name,department,grade,time zone,languages,skills,manager id', ...rows].join(
    '\n',
  );
}

function rowOf(at: number): string[] {
  const isMentor = at < MENTORS;
  const n = isMentor ? at + 1 : at - MENTORS + 1;
  const kind = isMentor ? 'mentor' : at < MENTORS + MENTEES ? 'mentee' : 'other';
  const id = `${kind}-${n}`;
  const skills = isMentor ? `${cycle(SKILLS, n)}:teaching; ${cycle(SKILLS, n + 2)}:strong` : '';
  const zone = n % 3 ? 'Europe/London' : 'Europe/Berlin';
  // Every mentee is led by one of the mentors, whom the match must leave out.
  const manager = kind === 'mentee' ? `x-mentor-${1 + (n % MENTORS)}` : '';
  const grade = isMentor ? 'G7' : 'HEO';
  return [`x-${id}`, id, nameOf(id), cycle(DEPARTMENTS, n), grade, zone, 'en', skills, manager];
}

/** What a person is called: no name is the beginning of another. */
export function nameOf(id: string): string {
  const [kind = '', n = ''] = id.split('-');
  return `${kind === 'mentor' ? 'Mo' : kind === 'mentee' ? 'Mia' : 'Otto'}${n.padStart(2, '0')} Marlowe`;
}

/** What a mentee wants to learn. */
export function wantedBy(n: number): string {
  return cycle(SKILLS, n);
}

/** Everybody enrolls who does not do it on the page; the mentors do the training. */
export async function enrollOthers(house: House, programId: string): Promise<void> {
  for (let n = 1; n < MENTORS; n++) {
    const { mentoring } = house.as(`mentor-${n}`);
    await mentoring.enroll({ programId, sides: ['mentor'], capacity: n <= 10 ? 2 : 1 });
    for (const moduleId of ['listening', 'asking', 'feedback'])
      await mentoring.attest({ programId, moduleId });
  }
  for (let n = byPage.mentees.length + 1; n <= MENTEES; n++)
    await house.as(`mentee-${n}`).mentoring.enroll({
      ...{ programId, sides: ['mentee'] },
      topics: [{ skill: wantedBy(n), level: 'working' }],
    });
}

function cycle(list: readonly string[], n: number): string {
  return list[n % list.length] ?? '';
}
