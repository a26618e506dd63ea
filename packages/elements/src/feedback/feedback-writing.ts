import type { Client } from '@guildhall/core';
import type { Failure } from '../internal/failure.js';
import type { Choice } from '../parts/choice.js';
import type { Picked } from '../parts/person-search.js';

/** Feedback while it is written: every field as its control holds it. */
export interface FeedbackWriting {
  receivers: readonly Picked[];
  situation: string;
  behavior: string;
  impact: string;
  feedforward: string;
  /** At most three. */
  skills: readonly Choice[];
  /** What was sent when nobody knows whether it arrived, and with which key: empty when all is known. */
  sentInput: string;
  sentKey: string;
}

/** Feedback before anything is written. */
export const blankFeedback: FeedbackWriting = {
  receivers: [],
  situation: '',
  behavior: '',
  impact: '',
  feedforward: '',
  skills: [],
  sentInput: '',
  sentKey: '',
};

/** The fields with words, and the most code points of each. */
export const WORDS = { situation: 1000, behavior: 2000, impact: 2000, feedforward: 1000 } as const;
export type Words = keyof typeof WORDS;

/** Where something can be wrong; `send` is the form as a whole. */
export type Place = 'receivers' | Words | 'skill' | 'send';

export type FeedbackInput = Parameters<Client['feedback']['give']>[0];

/** The writing as the server takes it. */
export function feedbackInput(writing: FeedbackWriting, requestId: string | undefined): FeedbackInput {
  const { receivers, situation, behavior, impact, feedforward, skills } = writing;
  return {
    receiver: receivers[0]?.id ?? '',
    ...{ situation, behavior, impact },
    ...(feedforward.trim() && { feedforward }),
    ...(skills.length > 0 && { skills: skills.map(({ id }) => id) }),
    ...(requestId !== undefined && { requestId }),
  };
}

/** What is missing or too long, by place, in the order of the form. */
export function problemsOf(
  writing: FeedbackWriting,
  strings: { needReceiver: string; needWords: string; tooLong: string; onlyOne: string },
): Partial<Record<Place, string>> {
  const problems: Partial<Record<Place, string>> = {};
  if (writing.receivers.length === 0) problems.receivers = strings.needReceiver;
  if (writing.receivers.length > 1) problems.receivers = strings.onlyOne;
  for (const name of ['situation', 'behavior', 'impact', 'feedforward'] as const) {
    const words = writing[name];
    if (!words.trim() && name !== 'feedforward') problems[name] = strings.needWords;
    else if ([...words].length > WORDS[name]) problems[name] = strings.tooLong;
  }
  return problems;
}

/** The field that a refusal is about. */
export function placeOf({ reason, fields = [] }: Failure): Place {
  const path = fields[0]?.path ?? '';
  if (path in WORDS) return path as Words; // It is one of the names of WORDS.
  if (path.startsWith('skills') || reason === 'skill.unknown') return 'skill';
  const isReceiver =
    path === 'receiver' || ['person.unknown', 'person.departed', 'feedback.self'].includes(reason);
  return isReceiver ? 'receivers' : 'send';
}
