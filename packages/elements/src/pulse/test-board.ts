/** For tests only: a board of ideas in the phase that is wanted. Nothing is mocked. */
import type { Client } from '@guildhall/core';
import { newReceipt } from '../internal/sealed-drafts.js';
import type { CastId, TestHall } from '../internal/test-hall.js';

type Board = Awaited<ReturnType<Client['pulse']['board']>>;

/** What Ana's team has written, in no order. */
export const written = [
  'Write handovers down',
  'Fewer meetings',
  'Meetings with an agenda',
  'Pair on releases',
];

/** Opens a board as Ana, for her team of four. */
export async function openBoard(test: TestHall): Promise<Board> {
  const { teams } = await test.as('ana').people.me({});
  return test.as('ana').pulse.openBoard({
    title: 'Retrospective',
    question: 'What should we do differently?',
    audience: { kind: 'units', unitIds: teams.map(({ id }) => id) },
    votesEach: 3,
  });
}

/** The same, its ideas written and shown. */
export async function groupedBoard(test: TestHall): Promise<Board> {
  const { id } = await openBoard(test);
  const writers: readonly CastId[] = ['ana', 'ben', 'layla', 'long'];
  for (const [index, text] of written.entries())
    await test.as(writers[index] ?? 'ana').pulse.post({ boardId: id, text, key: newReceipt() });
  return test.as('ana').pulse.startGrouping({ id });
}

/** The id of the idea with these words. */
export function ideaOf(board: Board, text: string): string {
  const found = board.ideas.find((idea) => idea.text === text);
  if (!found) throw new Error(`No idea says "${text}".`);
  return found.id;
}
