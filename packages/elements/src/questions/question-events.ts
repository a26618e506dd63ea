import type { Question } from '@guildhall/core';
import type { LabelRow } from './question-draft.js';

/** `guild-question-changed`: the viewer has changed the question that is being written. */
export class QuestionChangedEvent extends Event {
  readonly question: Question;

  constructor(question: Question) {
    super('guild-question-changed');
    this.question = question;
  }
}

/** `guild-labels`: the viewer has changed the lines of a list. */
export class LabelsEvent extends Event {
  readonly rows: readonly LabelRow[];

  constructor(rows: readonly LabelRow[]) {
    super('guild-labels');
    this.rows = rows;
  }
}
