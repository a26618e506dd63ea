import type { CallOptions, Client } from '@guildhall/core';
import type { board } from '../strings/en/board.js';
import type { Board } from './idea-actions.js';

/** What the one who leads a board can do next. */
export type BoardMove = Board['may']['moves'][number];

/** What a move is called, and what it means for those on the board. */
export function moveWords(move: BoardMove, strings: typeof board): readonly [label: string, sure: string] {
  switch (move) {
    case 'startGrouping':
      return [strings.toGrouping, strings.toGroupingSure];
    case 'startVoting':
      return [strings.toVoting, strings.toVotingSure];
    case 'endVoting':
      return [strings.toDeciding, strings.toDecidingSure];
    case 'closeBoard':
      return [strings.toClosed, strings.toClosedSure];
    case 'decide':
      return [strings.addAction, ''];
  }
}

/** Brings a board on. Actions are decided by a form of their own. */
export function makeMove(
  client: Client,
  move: BoardMove,
  { id, options }: { id: string; options: CallOptions },
): Promise<Board> {
  switch (move) {
    case 'startGrouping':
      return client.pulse.startGrouping({ id }, options);
    case 'startVoting':
      return client.pulse.startVoting({ id }, options);
    case 'endVoting':
      return client.pulse.endVoting({ id }, options);
    case 'closeBoard':
      return client.pulse.closeBoard({ id }, options);
    case 'decide':
      return client.pulse.board({ id }, options);
  }
}
