/**
 * The people level's input: who takes part in a match, as plain JSON that may cross a worker.
 * Everything but `id` and `roles` may be left out; what is missing counts neither for nor against anybody.
 */

/** How well somebody knows a skill: 1 learning, 2 working, 3 strong, 4 teaching. */
export type SkillGrade = 1 | 2 | 3 | 4;

/** Something that a person can do. */
export interface SkillLevel {
  skill: string;
  level: SkillGrade;
  /** How many things speak for it, such as thanks that name the skill or verified work; not said when left out. */
  evidence?: number | undefined;
}

/** Something that a person wants to get better at. */
export interface SkillGoal {
  skill: string;
  /** The level to reach; 2 (working) when left out. */
  level?: SkillGrade | undefined;
}

/** A part of the working day in minutes after the person's own midnight; `end` before `start` crosses midnight. */
export interface WorkingHours {
  start: number;
  end: number;
}

/** The two sides of a match. A person may be on both. */
export type Role = 'mentor' | 'mentee';

/** A person as the matcher knows them. */
export interface Participant {
  /** Unique, not empty. Ties are broken by it, in the order of its UTF-16 code units. */
  id: string;
  /** Nobody is matched in a role that is not listed. Without any, a person only completes the reporting lines. */
  roles: readonly Role[];
  /** How many mentees at the same time as a mentor; 1 when left out, at most 1000. */
  capacity?: number | undefined;
  /** A group of fewer mentees than this does not come about; 0 when left out. */
  minCapacity?: number | undefined;
  /** How many mentors as a mentee, all different; 1 when left out, at most 10. */
  demand?: number | undefined;
  skills?: readonly SkillLevel[] | undefined;
  goals?: readonly SkillGoal[] | undefined;
  /** The grade as a number, a higher one for more seniority. */
  level?: number | undefined;
  department?: string | undefined;
  teams?: readonly string[] | undefined;
  /** The person reported to. Lines go through all people given, so give managers too, with no roles if need be. */
  managerId?: string | null | undefined;
  /** Language tags, compared as they are written. */
  languages?: readonly string[] | undefined;
  /** An IANA zone. */
  timeZone?: string | undefined;
  /** Every day's hours in the person's own zone; nine to five when left out. */
  workingHours?: readonly WorkingHours[] | undefined;
  location?: string | undefined;
  interests?: readonly string[] | undefined;
  /** Ids of the partners this person would like, most wanted first. */
  preferences?: readonly string[] | undefined;
  /** Ids of people this person is never matched with. Whose wish it is, and that there is one, stays unsaid. */
  blocked?: readonly string[] | undefined;
  /** Ids of partners of earlier matches; an id may be listed more than once. */
  previous?: readonly string[] | undefined;
  /** Whether the training of the program is done. */
  trained?: boolean | undefined;
  /** Whether the person may take part in this program; true when left out. */
  eligible?: boolean | undefined;
  /** True for somebody who is not to be matched at all. */
  optOut?: boolean | undefined;
  /** How many requests a mentor has open, or how often they were proposed lately; 0 when left out. */
  exposure?: number | undefined;
}
