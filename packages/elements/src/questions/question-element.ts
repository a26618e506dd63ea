import type { Answer, Question } from '@guildhall/core';
import { html, type TemplateResult } from 'lit';
import type { ElementClass } from '../define.js';
import type { AnswerEvent } from './answer-event.js';
import { stepsOf } from './answer-rules.js';
import { ChoiceAnswer } from './choice-answer.js';
import { MultipleAnswer } from './multiple-answer.js';
import { PointsAnswer } from './points-answer.js';
import { RankAnswer } from './rank-answer.js';
import { RubricAnswer } from './rubric-answer.js';
import { ScaleAnswer } from './scale-answer.js';
import { TextAnswer } from './text-answer.js';

/** The elements for all types of questions. */
export const QUESTION_ELEMENTS: readonly ElementClass[] = [
  ChoiceAnswer,
  MultipleAnswer,
  PointsAnswer,
  RankAnswer,
  RubricAnswer,
  ScaleAnswer,
  TextAnswer,
];

/** What the element of a question needs to know. */
export interface Asked {
  question: Question;
  answer: Answer | undefined;
  problem: string;
  note: string;
  anonymous: boolean;
  onAnswer: (event: AnswerEvent) => void;
}

/** The element that asks a question of any type. */
export function questionElement({
  question,
  answer,
  problem,
  note,
  anonymous,
  onAnswer,
}: Asked): TemplateResult {
  switch (question.type) {
    case 'multiple':
      return html`<guild-multiple-answer
        .question=${question}
        .answer=${answer}
        .problem=${problem}
        .note=${note}
        .anonymous=${anonymous}
        @guild-answer=${onAnswer}
      ></guild-multiple-answer>`;
    case 'points':
      return html`<guild-points-answer
        .question=${question}
        .answer=${answer}
        .problem=${problem}
        .note=${note}
        .anonymous=${anonymous}
        @guild-answer=${onAnswer}
      ></guild-points-answer>`;
    case 'rank':
      return html`<guild-rank-answer
        .question=${question}
        .answer=${answer}
        .problem=${problem}
        .note=${note}
        .anonymous=${anonymous}
        @guild-answer=${onAnswer}
      ></guild-rank-answer>`;
    case 'rubric':
      return html`<guild-rubric-answer
        .question=${question}
        .answer=${answer}
        .problem=${problem}
        .note=${note}
        .anonymous=${anonymous}
        @guild-answer=${onAnswer}
      ></guild-rubric-answer>`;
    case 'text':
      return html`<guild-text-answer
        .question=${question}
        .answer=${answer}
        .problem=${problem}
        .note=${note}
        .anonymous=${anonymous}
        @guild-answer=${onAnswer}
      ></guild-text-answer>`;
    case 'scale':
      if (!stepsOf(question)) {
        return html`<guild-scale-answer
          .question=${question}
          .answer=${answer}
          .problem=${problem}
          .note=${note}
          .anonymous=${anonymous}
          @guild-answer=${onAnswer}
        ></guild-scale-answer>`;
      }
    // Falls through: a scale with few values is a choice.
    default:
      return html`<guild-choice-answer
        .question=${question}
        .answer=${answer}
        .problem=${problem}
        .note=${note}
        .anonymous=${anonymous}
        @guild-answer=${onAnswer}
      ></guild-choice-answer>`;
  }
}
