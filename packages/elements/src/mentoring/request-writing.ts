import type { Client } from '@guildhall/core';
import type { Failure } from '../internal/failure.js';
import type { Kind, Mentor } from './find-mentors.js';

/** The longest ask, in code points. */
export const ASK_MAX = 2000;

/** A request while it is written: every field as its control holds it. */
export interface RequestWriting {
  ask: string;
  skillId: string;
  skillName: string;
  kind: string;
  /** `once` for a single conversation, else `row`. */
  how: string;
}

/** What the page wants a request to begin with. */
export interface RequestWishes {
  /** The id of a skill. */
  skill: string | undefined;
  kind: Kind | undefined;
  oneOff: boolean;
}

/** The request as the server takes it. */
export type RequestInput = Parameters<Client['mentoring']['request']>[0];
/** Where something can be wrong; `send` is the form as a whole. */
export type Place = 'ask' | 'skill' | 'send';

/** A request as it begins: what the page wishes for, as far as the mentor offers it. */
export function blankRequest(mentor: Mentor | undefined, wishes: RequestWishes): RequestWriting {
  const skill = mentor?.skills.find((known) => known.skill.id === wishes.skill)?.skill;
  const kinds = mentor?.kinds ?? [];
  return {
    ask: '',
    skillId: skill?.id ?? '',
    skillName: skill?.name ?? '',
    kind: kinds.find((kind) => kind === wishes.kind) ?? kinds[0] ?? 'mentoring',
    how: wishes.oneOff && mentor?.oneOff ? 'once' : 'row',
  };
}

/** The writing as the server takes it. */
export function requestInput(mentor: Mentor, { ask, skillId, kind, how }: RequestWriting): RequestInput {
  const offered = mentor.kinds.find((each) => each === kind) ?? mentor.kinds[0];
  return {
    mentorId: mentor.person.id,
    ask,
    ...(skillId && { skill: skillId }),
    ...(offered && { kind: offered }),
    oneOff: how === 'once',
  };
}

/** The field that a refusal is about. */
export function requestPlace({ reason, fields = [] }: Failure): Place {
  const path = fields[0]?.path;
  if (path === 'ask' || path === 'skill') return path;
  return reason === 'skill.unknown' ? 'skill' : 'send';
}
