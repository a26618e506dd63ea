import type { Colluders, Group, Index, Thresholds } from '../release/model.js';
import { collection } from '../store/store.js';
import type { Answers, Question } from './question.js';
import type { Sealed } from './sealed.js';

/**
 * Where a round stands. `gathering`: seats are added, nobody answers yet. `open`: people answer. `closed`: no more
 * answers. `releasing`: the release is being computed. `released`: it can be read, for good.
 */
export type RoundState = 'gathering' | 'open' | 'closed' | 'releasing' | 'released';

/** The areas that ask people for answers without a name. */
export type RoundArea = 'reviews' | 'pulse' | 'growth';

/** A round: one collection of answers without names. All but its state is frozen when it is made. */
export interface RoundRecord {
  id: string;
  owner: { area: RoundArea; id: string };
  mode: 'confidential' | 'sealed';
  /** `survey`: one audience and its groups. `panel`: the people around each of many subjects, by their relation. */
  shape: 'survey' | 'panel';
  thresholds: Thresholds;
  /** How many of those who answer, at most, are taken to pool their answers with what can be read. */
  colluders: Colluders;
  questions: Question[];
  /** Surveys: the groups of the plan, `all` first. */
  groups: Group[];
  /** Panels: the relations that may be shown, in the order in which they are. */
  relations: string[];
  indexes: Index[];
  /** The round before it, for the trend of a survey. */
  before?: string;
  /** The moment that decides whose account is old enough. */
  launchedAt: string;
  state: RoundState;
  /** Surveys, once they are open: how many were invited, by group. */
  invited: Record<string, number>;
  /** Sealed surveys, once they are open: by the seat's groups as one text, the groups that an answer may carry. */
  buckets: Record<string, string[]>;
  /** Present from the close on, until receipts, days and the order of writing are gone. */
  tidying?: string;
  /** Orders the texts; made when the release is asked for and gone with the raw answers. */
  shuffle?: string;
  /** Why the last try to compute the release failed. */
  failed?: string;
  releasedAt?: string;
  /** SHA-256 over the hashes of all sheets, in the order of their ids. */
  hash?: string;
  /** Present while raw answers are still to be deleted. */
  clearing?: string;
}

export const rounds = collection<RoundRecord>({
  name: 'answer_rounds',
  indexes: [['state', 'id'], ['tidying'], ['clearing']],
});

/** What a person may do in a round, and whether they have. Read by nobody else. */
export type SeatState = 'open' | 'started' | 'answered';

/** A seat: one person's place in a round. A day at most says when it was used, and no day after the close. */
export interface SeatRecord {
  id: string;
  roundId: string;
  personId: string;
  /** In panels the subject; in surveys `all`. */
  sheetId: string;
  groups: string[];
  state: SeatState;
  /** The day, in UTC, of the first answer; until the close. */
  day?: string;
  /** The day on which the answer was taken back: the figure of that day still counts it. */
  backOn?: string;
  /** The moment of the launch of its round, by which a person's seats are listed. */
  launchedAt: string;
}

export const seats = collection<SeatRecord>({
  name: 'answer_seats',
  indexes: [
    ['roundId', 'id'],
    ['roundId', 'state', 'id'],
    ['roundId', 'day'],
    ['roundId', 'personId', 'id'],
    ['personId', 'launchedAt'],
  ],
  unique: [['roundId', 'personId', 'sheetId']],
  sealed: true,
});

/** An answer that nothing links to its seat. There is no time, no person and no seat in it. */
export interface SealedAnswerRecord {
  /** Random, and another one after the close. */
  id: string;
  roundId: string;
  sheetId: string;
  /** What is known of the writer: the coarse groups of the round in a survey, the relation in a panel. */
  bucket: string[];
  values: Sealed<Answers>;
  /** SHA-256 over seat and receipt; until the close. Only who keeps the receipt can make it again. */
  receiptHash?: string;
}

export const sealedAnswers = collection<SealedAnswerRecord>({
  name: 'sealed_answers',
  indexes: [
    ['roundId', 'id'],
    ['roundId', 'receiptHash'],
    ['roundId', 'receiptHash', 'id'],
  ],
  unique: [['roundId', 'receiptHash']],
  sealed: true,
});

/** An answer that the server can link to its seat until it is deleted: the id is the seat's. */
export interface ConfidentialAnswerRecord {
  id: string;
  roundId: string;
  values: Sealed<Answers>;
}

export const confidentialAnswers = collection<ConfidentialAnswerRecord>({
  name: 'confidential_answers',
  indexes: [['roundId', 'id']],
  sealed: true,
});

/** A form that is not finished, confidential or with a name; id: what kind of form, and which seat. */
export interface DraftRecord {
  id: string;
  personId: string;
  /** The round, or what else the form belongs to: all of its drafts go at once. */
  ownerId: string;
  answers: Sealed<Answers>;
  savedAt: string;
}

export const drafts = collection<DraftRecord>({
  name: 'answer_drafts',
  indexes: [['ownerId', 'id']],
  sealed: true,
});

/** What a round released about one sheet: the same bytes for every reader, for good. Id: round and sheet. */
export interface ReleaseRecord {
  id: string;
  roundId: string;
  sheetId: string;
  /** Canonical JSON of the release. */
  json: string;
  /** SHA-256 of `json` in hex. */
  hash: string;
}

export const releases = collection<ReleaseRecord>({
  name: 'releases',
  indexes: [['roundId', 'sheetId']],
});
