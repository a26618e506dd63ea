import { GuildhallError, notFound } from '../errors.js';
import { people, units } from '../people/model.js';
import { membersOf } from '../people/read.js';
import type { Reader } from '../store/store.js';
import type { KudosRecord } from './model.js';

/** Whom a kudos thanks, found from the ids of people and teams that the giver chose. */
export type Receivers = Pick<KudosRecord, 'receivers' | 'named' | 'thankedTeams' | 'teams'>;

/** More people than this are not thanked one by one. */
const MOST = 1_000;

/**
 * Resolves people and teams. A team stands for its members without the giver. Refuses the giver, people
 * who have left, ids that are nobody, and teams without anybody else.
 */
export async function resolveReceivers(
  tx: Reader,
  ids: readonly string[],
  giverId: string,
): Promise<Receivers> {
  const chosen = [...new Set(ids)];
  if (chosen.includes(giverId))
    throw new GuildhallError(
      'forbidden',
      'kudos.self',
      'Nobody thanks themself. Take yourself off the receivers.',
    );
  const persons = await tx.getMany(people, chosen);
  const left = persons.find((person) => person.status !== 'active');
  if (left)
    throw new GuildhallError(
      'forbidden',
      'person.departed',
      'A receiver has left and cannot be thanked anew.',
      {
        details: { personId: left.id },
      },
    );
  const rest = chosen.filter((id) => !persons.some((person) => person.id === id));
  const teams = (await tx.getMany(units, rest)).filter((unit) => unit.kind === 'team');
  if (teams.length < rest.length) throw notFound('person');
  const receivers = new Set(persons.map((person) => person.id));
  for (const team of teams) {
    for (const member of await membersOf(tx, team.id)) if (member !== giverId) receivers.add(member);
    // Nobody makes the others wait while the members of fifty large teams are read.
    if (receivers.size > MOST) throw tooMany();
  }
  if (receivers.size === 0)
    throw new GuildhallError(
      'forbidden',
      'team.empty',
      'The team has no member besides you. Choose somebody.',
    );
  return {
    receivers: [...receivers],
    named: persons.map((person) => person.id),
    thankedTeams: teams.map((team) => team.id),
    teams: [...new Set([...teams.map((team) => team.id), ...persons.flatMap((person) => person.teamIds)])],
  };
}

function tooMany(): GuildhallError {
  return new GuildhallError('invalid', 'kudos.tooMany', `A kudos thanks at most ${MOST} people.`);
}
