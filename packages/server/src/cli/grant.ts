import { isGuildhallError, systemActor, type Client, type Role } from '@guildhall/core';
import type { CliCommand } from './command.js';
import { FILE_FLAG, openDatabase } from './database.js';
import { UsageError } from './flags.js';

const ROLES: readonly Role[] = [
  'moderator',
  'peopleAdmin',
  'hrAdmin',
  'programManager',
  'analyst',
  'privacyOfficer',
  'orgAdmin',
];

/** `guildhall grant`: gives a role, so that a new house has its first administrator. */
export const grant: CliCommand = {
  name: 'grant',
  usage: 'grant PERSON ROLE [flags]',
  summary: 'Gives a person a role, such as the first orgAdmin; PERSON is an id or a name.',
  flags: {
    revoke: { help: 'Takes the role back.' },
    file: FILE_FLAG,
  },
  notes: [`Roles: ${ROLES.join(', ')}.`],
  async run(given, around) {
    const [who, roleName, more] = given.rest;
    const role = ROLES.find((known) => known === roleName);
    if (who === undefined || !role || more !== undefined)
      throw new UsageError(`Name a person and a role: guildhall grant "Jon Berg" ${ROLES.join('|')}.`);
    const { guildhall } = await openDatabase(given, around);
    try {
      const { people } = guildhall.as(systemActor);
      const person = await personOf(people, who);
      const change = given.on('revoke') ? people.revokeRole : people.grantRole;
      const { roles } = await change({ personId: person.id, role });
      around.out(`${person.name} (${person.id}) holds: ${roles.join(', ') || 'no role'}.`);
      return 0;
    } finally {
      await guildhall.close();
    }
  },
};

/** The person with this id, or the only one whom a search for the name finds. */
async function personOf(people: Client['people'], who: string): Promise<{ id: string; name: string }> {
  try {
    return await people.get({ id: who });
  } catch (error) {
    // A name is no id: its spaces alone may make it invalid as one.
    if (!isGuildhallError(error) || !['not_found', 'invalid'].includes(error.code)) throw error;
  }
  const { items } = await people.search({ text: who, limit: 10 });
  const [only, another] = items;
  if (only && !another) return only;
  const found = items.map(({ id, name }) => `\n  ${id}  ${name}`).join('');
  throw new UsageError(only ? `Several people fit; name one by id:${found}` : `Nobody is called ${who}.`);
}
