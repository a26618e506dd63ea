import { query } from '../../operation.js';
import { filterPages } from '../../paging.js';
import { members, membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import type { Find } from '../../store/store.js';
import { kudos, Kudos, reactions, Marks, thanks, type KudosRecord } from '../model.js';
import { kudosView, kudosViews, thanksId, visibleKudos } from '../read.js';
import { editUntil, mayEdit, mayModerate, maySee, mayWithdraw, withdrawUntil } from '../rules.js';
import { reactionId } from './react.js';

/** The public wall. */
export const list = query({
  summary: 'The public wall, newest first; of one value, of one receiver, or about one team.',
  who: membersAndSystem,
  shared: true,
  input: z.strictObject({
    value: id.optional(),
    receiver: id.optional(),
    team: id.optional(),
    ...page,
  }),
  output: pageOf(Kudos),
  async run({ tx }, { value, receiver, team, limit, after }) {
    const where: Find<KudosRecord>['where'] = {
      ...(value !== undefined
        ? { values: value }
        : receiver !== undefined
          ? { receivers: receiver }
          : team !== undefined && { teams: team }),
      shelf: 'public',
    };
    const found = await filterPages(
      (from) => tx.find(kudos, { where, order: '-givenAt', ...from }),
      (record) =>
        (receiver === undefined || record.receivers.includes(receiver)) &&
        (team === undefined || record.teams.includes(team)),
      { limit, after },
    );
    return { ...found, items: await kudosViews(tx, found.items) };
  },
});

const PUBLISHED: KudosRecord['shelf'][] = ['public', 'team', 'private'];

/** What concerns the caller, whatever its audience. */
export const mine = query({
  summary: 'The kudos that the caller received, gave, or that concern the caller’s teams, newest first.',
  who: members,
  input: z.strictObject({ of: z.enum(['received', 'given', 'teams']).default('received'), ...page }),
  output: pageOf(Kudos),
  async run({ tx, actor }, { of, limit, after }) {
    const where: Find<KudosRecord>['where'] =
      of === 'received'
        ? { receivers: actor.id, shelf: PUBLISHED }
        : of === 'given'
          ? { giverId: actor.id, shelf: PUBLISHED }
          : { teams: actor.teamIds, shelf: ['public', 'team'] };
    const found = await tx.find(kudos, { where, order: '-givenAt', limit, after });
    const seen = found.items.filter((record) => maySee(record, actor));
    return { ...found, items: await kudosViews(tx, seen) };
  },
});

/** One kudos. */
export const get = query({
  summary: 'One kudos, if the caller may see it.',
  who: members,
  input: z.strictObject({ id }),
  output: Kudos,
  refuses: ['kudos.unknown'],
  async run({ tx, actor }, input) {
    return kudosView(tx, await visibleKudos(tx, input.id, actor));
  },
});

/** What is the caller's own about some kudos; the shared lists say nothing of it. */
export const marks = query({
  summary: 'What the caller did to some kudos and may do: reactions given, edit, withdraw, moderate.',
  who: members,
  input: z.strictObject({ ids: z.array(id).max(100) }),
  output: z.object({ items: z.array(Marks) }),
  async run({ tx, actor, now, settings }, { ids }) {
    const records = (await tx.getMany(kudos, ids)).filter((record) => maySee(record, actor));
    const own = await tx.getMany(
      reactions,
      records.map((record) => reactionId(record.id, actor.id, 'heart')),
    );
    const reacted = new Set(own.map((reaction) => reaction.kudosId));
    const items = records.map((record) => {
      const party = record.giverId === actor.id || record.receivers.includes(actor.id);
      const mine = record.giverId === actor.id;
      return {
        id: record.id,
        reacted: reacted.has(record.id) ? ['heart' as const] : [],
        may: {
          edit: mayEdit(record, actor, now, settings),
          withdraw: mayWithdraw(record, actor, now, settings),
          moderate: mayModerate(actor, record.giverId),
        },
        ...(mine && {
          editUntil: editUntil(record, settings).toISOString(),
          withdrawUntil: withdrawUntil(record, settings).toISOString(),
        }),
        ...(party && record.points !== undefined && { points: record.points }),
      };
    });
    return { items };
  },
});

/** How often a thing was thanked for in public: for the page that shows the thing. */
export const thanksFor = query({
  summary: 'How many public kudos name this address as the thing thanked for.',
  who: membersAndSystem,
  shared: true,
  input: z.strictObject({ url: z.string().max(2000) }),
  output: z.object({ count: z.int() }),
  async run({ tx }, { url }) {
    const tally = await tx.get(thanks, thanksId({ kind: 'link', url }));
    return { count: tally?.count ?? 0 };
  },
});
