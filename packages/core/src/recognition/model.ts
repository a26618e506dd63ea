import { MentorshipKind } from '../mentoring/model/kinds.js';
import { PersonRef, UnitRef } from '../people/model.js';
import { id, text, time, z } from '../schema.js';
import { collection } from '../store/store.js';

/** Who can see a kudos: everyone, the receivers' teams, or giver and receivers only. */
export const AUDIENCES = ['public', 'team', 'private'] as const;
export const KudosAudience = z.enum(AUDIENCES);
export type KudosAudience = z.output<typeof KudosAudience>;

/** The ways to react. */
export const Reaction = z.enum(['heart']);
export type Reaction = z.output<typeof Reaction>;

/** A web address of the host's world: http or https, nothing that could run. */
const LinkUrl = z.string().max(2000).refine(isWebUrl, 'Use an address that begins with http:// or https://.');

function isWebUrl(value: string): boolean {
  // A relative or scheme-less address would mean something else on every page that shows the card.
  return /^https?:\/\/[^\s/?#\\]+([/?#]\S*)?$/i.test(value);
}

const LinkRef = z.strictObject({ kind: z.literal('link'), url: LinkUrl, title: text(200) });
const MentorshipRef = z.strictObject({ kind: z.literal('mentorship'), id });

/** The thing thanked for: a web address, or a mentorship, which only its people may name. */
export const KudosRefDraft = z.discriminatedUnion('kind', [LinkRef, MentorshipRef]);
export type KudosRefDraft = z.output<typeof KudosRefDraft>;

/** How many public kudos are for the same thing. */
const thanked = { thanks: z.int() };

/** The thing thanked for, as readers see it. */
export const KudosRef = z.discriminatedUnion('kind', [
  z.object({ ...LinkRef.shape, ...thanked }),
  z.object({
    ...MentorshipRef.shape,
    /** The name of its program, or what it is called without one. */
    title: z.string(),
    /** What it is, where it belongs to no program: for the interface to say in its own words. */
    of: MentorshipKind.optional(),
    ...thanked,
  }),
]);
export type KudosRef = z.output<typeof KudosRef>;

/** A kudos as its giver writes it. */
export const KudosDraft = z.strictObject({
  /** Ids of people and of teams; a team stands for its members without the giver. */
  receivers: z.array(id).min(1, 'Choose who you want to thank.').max(50),
  message: text(2000),
  /** Ids of company values. */
  values: z.array(id).max(5).default([]),
  /** Ids of skills of the catalog that were helpful. */
  skills: z.array(id).max(3, 'Name at most three skills.').default([]),
  impact: text(300).optional(),
  ref: KudosRefDraft.optional(),
  audience: KudosAudience.default('public'),
  /** Points for each receiver, when the organization uses points. */
  points: z.int().min(1).max(1_000_000).optional(),
});
export type KudosDraft = z.input<typeof KudosDraft>;

/** A kudos as those who may see it read it. */
export const Kudos = z.object({
  id,
  giver: PersonRef,
  /** The people thanked by name; those thanked through a team are not repeated here. */
  receivers: z.array(PersonRef),
  /** The teams thanked. */
  teams: z.array(UnitRef),
  message: z.string(),
  values: z.array(UnitRef),
  /** The skills that were helpful. */
  skills: z.array(UnitRef),
  impact: z.string().optional(),
  ref: KudosRef.optional(),
  audience: KudosAudience,
  givenAt: time,
  editedAt: time.optional(),
  reactions: z.object({ heart: z.int() }),
  comments: z.int(),
});
export type Kudos = z.output<typeof Kudos>;

/** What is the caller's own about a kudos. */
export const Marks = z.object({
  id,
  /** The reactions the caller has given. */
  reacted: z.array(Reaction),
  /** What the caller may do now; the times say until when. */
  may: z.object({ edit: z.boolean(), withdraw: z.boolean(), moderate: z.boolean() }),
  editUntil: time.optional(),
  withdrawUntil: time.optional(),
  /** What the giver or a receiver may know: the points for each receiver. */
  points: z.int().optional(),
});
export type Marks = z.output<typeof Marks>;

/** A comment under a kudos. */
export const KudosComment = z.object({
  id,
  author: PersonRef,
  text: z.string(),
  at: time,
  may: z.object({ remove: z.boolean() }),
});
export type KudosComment = z.output<typeof KudosComment>;

/** Who would see a kudos: the people by name, the teams, or everyone. */
export const Seers = z.object({
  audience: KudosAudience,
  /** Everyone in the organization will see it. */
  everyone: z.boolean(),
  /** Named people who will see it, the caller not among them; empty when everyone does. */
  people: z.array(PersonRef),
  /** Teams whose members will see it. */
  teams: z.array(UnitRef),
});
export type Seers = z.output<typeof Seers>;

/** A kudos as stored. */
export interface KudosRecord {
  id: string;
  giverId: string;
  /** Everyone thanked, through teams too. */
  receivers: string[];
  /** Those thanked by name. */
  named: string[];
  /** The teams thanked. */
  thankedTeams: string[];
  /** The teams it concerns: those thanked and those of the people thanked by name. Fixed when given. */
  teams: string[];
  message: string;
  values: string[];
  skills?: string[];
  impact?: string;
  ref?:
    | { kind: 'link'; url: string; title: string }
    | { kind: 'mentorship'; id: string; title: string; of?: MentorshipKind };
  audience: KudosAudience;
  /** Where it lies: its audience while published, else `withdrawn` or `removed`. */
  shelf: KudosAudience | 'withdrawn' | 'removed';
  givenAt: string;
  editedAt?: string;
  reactions: { heart: number };
  comments: number;
  /** Points for each receiver, and the period whose wallet paid for them. */
  points?: number;
  period?: string;
  /** Why a moderator removed it. */
  removal?: { by: string; reason: string; at: string };
}

export const kudos = collection<KudosRecord>({
  name: 'kudos',
  indexes: [
    ['shelf', 'givenAt'],
    ['values', 'shelf', 'givenAt'],
    ['receivers', 'shelf', 'givenAt'],
    ['giverId', 'shelf', 'givenAt'],
    ['teams', 'shelf', 'givenAt'],
  ],
  arrays: ['values', 'receivers', 'teams'],
});

/** One reaction; the id is made of kudos, person and kind, so that a person reacts once in a way. */
export interface ReactionRecord {
  id: string;
  kudosId: string;
  at: string;
}

export const reactions = collection<ReactionRecord>({
  name: 'kudos_reactions',
  indexes: [['kudosId', 'at']],
});

export interface CommentRecord {
  id: string;
  kudosId: string;
  authorId: string;
  text: string;
  at: string;
}

export const comments = collection<CommentRecord>({
  name: 'kudos_comments',
  indexes: [['kudosId', 'at']],
});

/** How often a thing was thanked for in public; the id is a hash of its kind and address. */
export interface ThanksRecord {
  id: string;
  count: number;
}

export const thanks = collection<ThanksRecord>({
  name: 'kudos_thanks',
  indexes: [],
  atLeastZero: ['count'],
});
