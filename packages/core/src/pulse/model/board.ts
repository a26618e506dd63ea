import { PersonRef } from '../../people/model.js';
import { id, text, z } from '../../schema.js';
import { collection } from '../../store/store.js';
import { Day } from './kinds.js';
import { AudienceDraft, AudienceView } from './survey.js';

/** Where a board stands. `deciding`: the vote has ended and actions are agreed. */
export const BOARD_STATES = ['collecting', 'grouping', 'voting', 'deciding', 'closed'] as const;
export const BoardState = z.enum(BOARD_STATES);
export type BoardState = z.output<typeof BoardState>;

/** A board as the one who leads it writes it. */
export const BoardDraft = z.strictObject({
  title: text(120),
  question: text(500),
  audience: AudienceDraft,
  votesEach: z.int().min(1).max(20).default(3),
});
export type BoardDraft = z.output<typeof BoardDraft>;

/** An idea: words, and nothing of who wrote them or when. */
export const Idea = z.object({
  id,
  text: z.string(),
  /** Once the vote has ended. */
  votes: z.int().optional(),
});

/** Ideas that belong together. */
export const IdeaGroup = z.object({
  id,
  title: z.string(),
  ideaIds: z.array(id),
  /** Once the vote has ended. */
  votes: z.int().optional(),
});

/** Where an action stands. */
export const ActionState = z.enum(['open', 'done', 'dropped']);
export const BoardAction = z.object({
  id,
  title: z.string(),
  owner: PersonRef.optional(),
  dueOn: Day,
  state: ActionState,
  /** The caller may say that it is done. */
  maySet: z.boolean(),
});

/** What the one who leads a board can do next. */
export const BOARD_MOVES = ['startGrouping', 'startVoting', 'endVoting', 'decide', 'closeBoard'] as const;
export const BoardMove = z.enum(BOARD_MOVES);
export type BoardMove = z.output<typeof BoardMove>;

/** A board in a list. */
export const BoardSummary = z.object({
  id,
  title: z.string(),
  question: z.string(),
  state: BoardState,
  lead: PersonRef.optional(),
  audience: AudienceView,
  /** How many can write. */
  memberCount: z.int(),
  /** Fewer than five can write: without names, some may still guess. */
  small: z.boolean(),
  votesEach: z.int(),
  openedOn: Day,
  closedOn: Day.optional(),
  may: z.object({ post: z.boolean(), group: z.boolean(), vote: z.boolean(), moves: z.array(BoardMove) }),
});
export type BoardSummary = z.output<typeof BoardSummary>;

/** A board as those read it for whom it is. No ideas before the grouping begins. */
export const Board = BoardSummary.extend({
  ideas: z.array(Idea),
  groups: z.array(IdeaGroup),
  /** The caller's own votes, while the vote is on: by the id of an idea or a group. */
  myVotes: z.record(id, z.int()),
  actions: z.array(BoardAction),
});
export type Board = z.output<typeof Board>;

/** An action as stored with its board. */
export interface ActionRecord {
  id: string;
  title: string;
  ownerId: string;
  dueOn: string;
  state: z.output<typeof ActionState>;
}

/** A board as stored. Who can write is fixed at the opening. */
export interface BoardRecord extends BoardDraft {
  id: string;
  state: BoardState;
  leadId: string;
  /** Those for whom it is, and the one who leads it; `everyone` for all. */
  memberIds: string[];
  /** How many can write. */
  memberCount: number;
  groups: { id: string; title: string; ideaIds: string[]; votes?: number }[];
  actions: ActionRecord[];
  openedOn: string;
  openedAt: string;
  closedOn?: string;
}

export const boards = collection<BoardRecord>({
  name: 'pulse_boards',
  indexes: [['memberIds', 'openedAt']],
  arrays: ['memberIds'],
});

/** An idea as stored: under a random id, which is another one from the grouping on. */
export interface IdeaRecord {
  id: string;
  boardId: string;
  text: string;
  /** SHA-256 in hex of the writer's key; gone when the grouping begins. */
  keyHash?: string;
  votes?: number;
}

/** Ideas: sealed, so that where they lie tells nothing of when they were written. */
export const ideas = collection<IdeaRecord>({
  name: 'pulse_ideas',
  indexes: [
    ['boardId', 'id'],
    ['keyHash', 'id'],
  ],
  unique: [['keyHash']],
  sealed: true,
});

/** One person's votes, deleted when the vote ends; the id is made of board and person. */
export interface VotesRecord {
  id: string;
  boardId: string;
  personId: string;
  /** By the id of an idea or a group: how many. */
  votes: Record<string, number>;
}

export const votes = collection<VotesRecord>({
  name: 'pulse_votes',
  indexes: [['boardId', 'id']],
  sealed: true,
});
