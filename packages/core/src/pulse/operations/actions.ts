import { GuildhallError, notFound } from '../../errors.js';
import { command } from '../../operation.js';
import { people } from '../../people/model.js';
import { members } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { aloneOnBoard, audienceOfBoard, boardView, ledBoard, ownBoard, wrongPhase } from '../board-read.js';
import { ActionState, Board, boards } from '../model/board.js';
import { Day } from '../model/kinds.js';
import { EVERYONE, mayLead, MOST_ACTIONS, moved } from '../rules/board.js';

export const decide = command({
  summary: 'Adds actions to a board whose vote has ended, each with an owner, who is told, and a day.',
  who: members,
  input: z.strictObject({
    boardId: id,
    actions: z
      .array(z.strictObject({ title: text(300), ownerId: id, dueOn: Day }))
      .min(1)
      .max(20),
  }),
  output: Board,
  refuses: ['board.unknown', 'board.notYours', 'board.phase', 'board.full', 'person.unknown'],
  alone: (input) => aloneOnBoard(input.boardId),
  async run(context, { boardId, actions: decided }) {
    const { tx, actor, newId } = context;
    const board = await ledBoard(tx, boardId, actor);
    if (moved(board.state, 'decide') === undefined) throw wrongPhase(board);
    if (board.actions.length + decided.length > MOST_ACTIONS)
      throw new GuildhallError('conflict', 'board.full', `A board holds ${MOST_ACTIONS} actions at most.`);
    const owners = new Set(decided.map((action) => action.ownerId));
    const active = (await tx.getMany(people, [...owners])).filter((one) => one.status === 'active');
    const everyone = board.memberIds.includes(EVERYONE);
    // Who owns an action can read the board that it comes from.
    const known = active.filter((one) => everyone || board.memberIds.includes(one.id));
    if (known.length < owners.size) throw notFound('person');
    const added = decided.map((action) => ({ id: newId(), ...action, state: 'open' as const }));
    const record = { ...board, actions: [...board.actions, ...added] };
    await tx.replace(boards, record);
    await tx.tell({ type: 'board.changed', ids: [boardId], audience: audienceOfBoard(board) });
    for (const action of added)
      await tx.tell({ type: 'action.given', ids: [boardId, action.id], audience: [action.ownerId] });
    return boardView(context, record);
  },
});

export const setActionState = command({
  summary:
    'Says that an action of a board is done, dropped, or to be done after all: its owner, or who leads the board.',
  who: members,
  input: z.strictObject({ boardId: id, actionId: id, state: ActionState }),
  output: Board,
  refuses: ['board.unknown', 'action.unknown', 'action.notYours'],
  alone: (input) => aloneOnBoard(input.boardId),
  async run(context, { boardId, actionId, state }) {
    const { tx, actor } = context;
    const board = await ownBoard(tx, boardId, actor);
    const action = board.actions.find((one) => one.id === actionId);
    if (!action) throw notFound('action');
    if (action.ownerId !== actor.id && !mayLead(board, actor))
      throw new GuildhallError(
        'forbidden',
        'action.notYours',
        'Its owner, or who leads the board, can do this.',
      );
    const actions = board.actions.map((one) => (one.id === actionId ? { ...one, state } : one));
    const record = { ...board, actions };
    await tx.replace(boards, record);
    await tx.tell({ type: 'board.changed', ids: [boardId], audience: audienceOfBoard(board) });
    return boardView(context, record);
  },
});
