import type { Answer } from '@guildhall/core';

/** `guild-answer`: the viewer has answered a question, or taken the answer away. */
export class AnswerEvent extends Event {
  readonly answer: Answer | undefined;

  constructor(answer: Answer | undefined) {
    super('guild-answer');
    this.answer = answer;
  }
}
