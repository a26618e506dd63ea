import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { members } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { sha256 } from '../../sha256.js';
import {
  aloneOnBoard,
  audienceOfBoard,
  boardView,
  ideasOf,
  ledBoard,
  ownBoard,
  votesKey,
  wrongPhase,
} from '../board-read.js';
import { Board, boards, ideas, votes, type BoardRecord, type IdeaRecord } from '../model/board.js';
import { Key } from '../model/kinds.js';
import { MOST_IDEAS, votable, withIdeasIn, withoutIdeas } from '../rules/board.js';
import type { Reader } from '../../store/store.js';

export const post = command({
  summary:
    'Puts an idea on a board that is collecting, without author and time. The same key puts it there once.',
  who: members,
  unlinked: true,
  input: z.strictObject({ boardId: id, text: text(1000), key: Key }),
  output: z.object({ posted: z.literal(true) }),
  refuses: ['board.unknown', 'board.phase', 'board.full'],
  alone: (input) => aloneOnBoard(input.boardId),
  async run({ tx, actor, newId }, { boardId, text: words, key }) {
    const board = await ownBoard(tx, boardId, actor);
    if (board.state !== 'collecting') throw wrongPhase(board);
    const keyHash = sha256(key);
    if (await byKey(tx, keyHash)) return { posted: true as const };
    if ((await ideasOf(tx, boardId)).length >= MOST_IDEAS)
      throw new GuildhallError('conflict', 'board.full', `A board holds ${MOST_IDEAS} ideas at most.`);
    await tx.insert(ideas, { id: newId(), boardId, text: words, keyHash });
    return { posted: true as const };
  },
});

async function byKey(tx: Reader, keyHash: string): Promise<IdeaRecord | undefined> {
  return (await tx.find(ideas, { where: { keyHash }, order: '+id', limit: 1 })).items[0];
}

export const takeIdeaBack = command({
  summary: 'Removes the idea to which the caller has the key, while the board is collecting.',
  who: members,
  unlinked: true,
  input: z.strictObject({ boardId: id, key: Key }),
  output: z.object({ takenBack: z.literal(true) }),
  refuses: ['board.unknown', 'board.phase'],
  alone: (input) => aloneOnBoard(input.boardId),
  async run({ tx, actor }, { boardId, key }) {
    const board = await ownBoard(tx, boardId, actor);
    if (board.state !== 'collecting') throw wrongPhase(board);
    const idea = await byKey(tx, sha256(key));
    if (idea?.boardId === boardId) await tx.remove(ideas, idea.id);
    return { takenBack: true as const };
  },
});

export const groupIdeas = command({
  summary:
    'Puts ideas into a group, and takes them out of any other: into a new one with a title, or into one that is there, which a title renames. A group without ideas vanishes.',
  who: members,
  input: z.strictObject({
    boardId: id,
    groupId: id.optional(),
    title: text(120).optional(),
    ideaIds: z.array(id).max(MOST_IDEAS),
  }),
  output: Board,
  refuses: ['board.unknown', 'board.notYours', 'board.phase', 'group.unknown', 'idea.unknown'],
  alone: (input) => aloneOnBoard(input.boardId),
  async run(context, { boardId, groupId, title, ideaIds }) {
    const { tx, actor, newId } = context;
    const board = await ledBoard(tx, boardId, actor);
    if (board.state !== 'grouping') throw wrongPhase(board);
    if (groupId === undefined && title === undefined)
      throw invalidField('title', 'A new group needs a title.');
    if (groupId === undefined && ideaIds.length === 0)
      throw invalidField('ideaIds', 'A new group needs an idea.');
    if (groupId !== undefined && !board.groups.some((group) => group.id === groupId)) throw notFound('group');
    await checkIdeas(tx, boardId, ideaIds);
    const target = { id: groupId ?? newId(), title };
    return changed(context, { ...board, groups: withIdeasIn(board.groups, target, ideaIds) });
  },
});

export const ungroupIdeas = command({
  summary: 'Takes ideas out of their groups. A group without ideas vanishes.',
  who: members,
  input: z.strictObject({ boardId: id, ideaIds: z.array(id).min(1).max(MOST_IDEAS) }),
  output: Board,
  refuses: ['board.unknown', 'board.notYours', 'board.phase', 'idea.unknown'],
  alone: (input) => aloneOnBoard(input.boardId),
  async run(context, { boardId, ideaIds }) {
    const board = await ledBoard(context.tx, boardId, context.actor);
    if (board.state !== 'grouping') throw wrongPhase(board);
    await checkIdeas(context.tx, boardId, ideaIds);
    return changed(context, { ...board, groups: withoutIdeas(board.groups, ideaIds) });
  },
});

async function checkIdeas(tx: Reader, boardId: string, ideaIds: readonly string[]): Promise<void> {
  const found = await tx.getMany(ideas, [...new Set(ideaIds)]);
  const here = new Set(found.filter((idea) => idea.boardId === boardId).map((idea) => idea.id));
  if (ideaIds.some((one) => !here.has(one))) throw notFound('idea');
}

async function changed(context: CommandContext, board: BoardRecord): Promise<Board> {
  await context.tx.replace(boards, board);
  await context.tx.tell({ type: 'board.changed', ids: [board.id], audience: audienceOfBoard(board) });
  return boardView(context, board);
}

export const vote = command({
  summary:
    "Sets all of the caller's votes on a board, silently: nobody learns of them, and totals come at the end.",
  who: members,
  unlinked: true,
  input: z.strictObject({
    boardId: id,
    /** By the id of a group, or of an idea that is in none: how many. */
    votes: z.record(id, z.int().min(1).max(20)),
  }),
  output: z.object({ voted: z.literal(true) }),
  refuses: ['board.unknown', 'board.phase', 'vote.tooMany', 'idea.unknown'],
  alone: (input) => aloneOnBoard(input.boardId),
  async run({ tx, actor }, { boardId, votes: given }) {
    const board = await ownBoard(tx, boardId, actor);
    if (board.state !== 'voting') throw wrongPhase(board);
    const sum = Object.values(given).reduce((all, one) => all + one, 0);
    if (sum > board.votesEach)
      throw new GuildhallError('conflict', 'vote.tooMany', `Each person has ${board.votesEach} votes here.`);
    const written = (await ideasOf(tx, boardId)).map((idea) => idea.id);
    const open = votable(board.groups, written);
    if (Object.keys(given).some((one) => !open.has(one))) throw notFound('idea');
    const key = votesKey(boardId, actor.id);
    const record = { id: key, boardId, personId: actor.id, votes: given };
    const before = await tx.get(votes, key);
    if (sum === 0) await tx.remove(votes, key);
    else await (before ? tx.replace(votes, record) : tx.insert(votes, record));
    return { voted: true as const };
  },
});
