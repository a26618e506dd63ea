import { query } from '../../operation.js';
import { refsOf, unitRefsOf } from '../../people/read.js';
import { members } from '../../policy.js';
import { id, z } from '../../schema.js';
import { KudosAudience, Seers } from '../model.js';
import { resolveReceivers } from '../receivers.js';
import { seersOf } from '../rules.js';

/** Who would see it, by the rule that will decide it. */
export const audience = query({
  summary: 'Who would see a kudos for these receivers, by the rule that then decides it.',
  who: members,
  input: z.strictObject({
    receivers: z.array(id).min(1).max(50),
    audience: KudosAudience.default('public'),
  }),
  output: Seers,
  refuses: ['kudos.self', 'kudos.tooMany', 'person.unknown', 'person.departed', 'team.empty'],
  async run({ tx, actor }, input) {
    const receivers = await resolveReceivers(tx, input.receivers, actor.id);
    const seers = seersOf({ ...receivers, giverId: actor.id, audience: input.audience });
    const named = seers.people.filter((person) => person !== actor.id && receivers.named.includes(person));
    const teams = input.audience === 'team' ? seers.teams : receivers.thankedTeams;
    return {
      audience: input.audience,
      everyone: seers.everyone,
      people: seers.everyone ? [] : [...(await refsOf(tx, named)).values()],
      teams: seers.everyone ? [] : [...(await unitRefsOf(tx, teams)).values()],
    };
  },
});
