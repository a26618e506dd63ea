import { systemActor, type Answers, type Guildhall } from '@guildhall/core';
import type { House } from './harness.js';

/** Chidi's team of 13, by id. */
export const team: Readonly<Record<string, string>> = {
  aro: 'Aro Stein',
  bea: 'Bea Lund',
  cem: 'Cem Aydin',
  dov: 'Dov Katz',
  edo: 'Edo Bianchi',
  fia: 'Fia Holm',
  gil: 'Gil Moss',
  hana: 'Hana Ito',
  ian: 'Ian Frey',
  jun: 'Jun Park',
  kai: 'Kai Roth',
  lio: 'Lio Weber',
  mia: 'Mia Sand',
};

/** The eleven of them who answer; Lio and Mia never do. */
export const eleven = Object.keys(team).slice(0, 11);

/** The three who write something. */
export const words: Readonly<Record<string, string>> = {
  bea: 'Let everybody finish.',
  edo: 'Invite the quiet ones.',
  ian: 'Fewer jokes about accents.',
};

/** Dana's team of 4. */
export const four: Readonly<Record<string, string>> = {
  nia: 'Nia Cole',
  ole: 'Ole Dahl',
  pat: 'Pat Quinn',
  quy: 'Quy Tran',
};

/** The cast of J11: Zoe leads Chidi and Dana, who lead a team each; Femi is HR, Pia reads the audit trail. */
export async function furnishTeams(guildhall: Guildhall): Promise<void> {
  const system = guildhall.as(systemActor);
  const person = (id: string, name: string, more: object = {}) => ({
    ...{ id, name, externalId: `e-${id}`, locale: 'en', department: 'People' },
    ...more,
  });
  const members = (of: Readonly<Record<string, string>>, department: string, desk: string, manager: string) =>
    Object.entries(of).map(([id, name]) =>
      person(id, name, { department, teams: [desk], managerExternalId: `e-${manager}` }),
    );
  await system.people.sync({
    people: [
      ...[person('zoe', 'Zoe Adler'), person('femi', 'Femi Bello'), person('pia', 'Pia Conti')],
      person('chidi', 'Chidi Eze', { managerExternalId: 'e-zoe' }),
      person('dana', 'Dana Whitfield', { managerExternalId: 'e-zoe' }),
      ...members(team, 'Engineering', 'Rollback', 'chidi'),
      ...members(four, 'Support', 'Front desk', 'dana'),
    ],
  });
  await system.people.grantRole({ personId: 'femi', role: 'hrAdmin' });
  await system.people.grantRole({ personId: 'pia', role: 'privacyOfficer' });
}

/** The items of the safety form, in its order. */
const items = ['mistakes', 'hardTopics', 'different', 'risk', 'askHelp', 'undermine', 'strengths'];
/** Agreeing to these says that it is not safe. */
const reversed = ['mistakes', 'different', 'askHelp'];

/** What the one at this place of the eleven clicks, item by item: all is well but that differences are not accepted. */
export function levelsOf(at: number): number[] {
  const safe: Readonly<Record<string, number>> = { different: 1 + (at % 3), undermine: 3 + (at % 3) };
  return items.map((id) => (reversed.includes(id) ? 6 - (safe[id] ?? 4) : (safe[id] ?? 4)));
}

/** The same as answers to be sent. */
export function answersOf(at: number): Answers {
  const levels = levelsOf(at);
  return Object.fromEntries(items.map((id, index) => [id, { level: levels[index] ?? 4 }]));
}

/** What the server answers to somebody's page, byte by byte. */
export async function bytesOf(
  house: House,
  personId: string,
  operation: string,
  input: object,
): Promise<string> {
  const answer = await fetch(`${house.url}/guild/${operation}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Guildhall-Person': personId },
    body: JSON.stringify(input),
  });
  return `${answer.status} ${answer.headers.get('content-length') ?? ''}\n${await answer.text()}`;
}

/** What several calls of one person are answered. */
export async function allBytesOf(
  house: House,
  personId: string,
  calls: Readonly<Record<string, object>>,
): Promise<string[]> {
  return Promise.all(
    Object.entries(calls).map(([operation, input]) => bytesOf(house, personId, operation, input)),
  );
}
