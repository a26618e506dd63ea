import type { Answers } from '@guildhall/core';

/** `guild-answers-changed`: the viewer has changed an answer of a form; `answers` has all, `questionId` says which. */
export class AnswersChangedEvent extends Event {
  readonly answers: Answers;
  readonly questionId: string;

  constructor(answers: Answers, questionId: string) {
    super('guild-answers-changed', { bubbles: true, composed: true });
    this.answers = answers;
    this.questionId = questionId;
  }
}
