import type { Client } from '@guildhall/core';
import type { Board } from './idea-actions.js';

type Survey = Awaited<ReturnType<Client['pulse']['survey']>>;

/** `guild-board-open`: the viewer wants to see a board. Preventing it keeps the list. */
export class BoardOpenEvent extends Event {
  readonly boardId: string;

  constructor(boardId: string) {
    super('guild-board-open', { bubbles: true, composed: true, cancelable: true });
    this.boardId = boardId;
  }
}

/** `guild-board-changed`: the viewer has opened a board, brought it on, or changed something on it. */
export class BoardChangedEvent extends Event {
  /** As it is now. */
  readonly board: Board;

  constructor(board: Board) {
    super('guild-board-changed', { bubbles: true, composed: true });
    this.board = board;
  }
}

/** `guild-pulse-answered`: the viewer has answered a survey. It says which, and nothing of the answers. */
export class PulseAnsweredEvent extends Event {
  readonly waveId: string;

  constructor(waveId: string) {
    super('guild-pulse-answered', { bubbles: true, composed: true });
    this.waveId = waveId;
  }
}

/** `guild-group-pick`: the viewer wants to see the report of a group. */
export class GroupPickEvent extends Event {
  readonly groupId: string;

  constructor(groupId: string) {
    super('guild-group-pick');
    this.groupId = groupId;
  }
}

/** `guild-survey-saved`: a survey was written down, or asked. */
export class SurveySavedEvent extends Event {
  /** As it is now. */
  readonly survey: Survey;
  /** `notAsked`: it was to be asked, which failed, and is there as a draft. */
  readonly outcome: 'kept' | 'asked' | 'notAsked';

  constructor(survey: Survey, outcome: 'kept' | 'asked' | 'notAsked') {
    super('guild-survey-saved');
    this.survey = survey;
    this.outcome = outcome;
  }
}

declare global {
  interface HTMLElementEventMap {
    'guild-board-changed': BoardChangedEvent;
    'guild-board-open': BoardOpenEvent;
    'guild-group-pick': GroupPickEvent;
    'guild-pulse-answered': PulseAnsweredEvent;
    'guild-survey-saved': SurveySavedEvent;
  }
}
