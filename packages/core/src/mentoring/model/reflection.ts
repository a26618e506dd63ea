import { PersonRef } from '../../people/model.js';
import { id, time, z } from '../../schema.js';
import { collection } from '../../store/store.js';

/** What somebody thought about a session or the whole: kept to oneself or shown to the partner. */
export const Reflection = z.object({
  id,
  mentorshipId: id,
  sessionId: id.optional(),
  author: PersonRef,
  text: z.string(),
  visibility: z.enum(['me', 'pair']),
  /** True for the one that belongs to completing the mentorship. */
  closing: z.boolean(),
  at: time,
});
export type Reflection = z.output<typeof Reflection>;

export interface ReflectionRecord {
  id: string;
  mentorshipId: string;
  sessionId?: string;
  authorId: string;
  text: string;
  visibility: 'me' | 'pair';
  closing: boolean;
  at: string;
}

export const reflections = collection<ReflectionRecord>({
  name: 'mentoring_reflections',
  indexes: [['mentorshipId', 'at']],
});

/** What one side tells the other about working together. */
export const MentorshipFeedback = z.object({
  id,
  mentorshipId: id,
  from: PersonRef,
  to: PersonRef,
  helped: z.string(),
  wish: z.string().optional(),
  at: time,
});
export type MentorshipFeedback = z.output<typeof MentorshipFeedback>;

export interface MentorshipFeedbackRecord {
  id: string;
  mentorshipId: string;
  fromId: string;
  toId: string;
  helped: string;
  wish?: string;
  at: string;
}

export const mentorshipFeedback = collection<MentorshipFeedbackRecord>({
  name: 'mentorship_feedback',
  indexes: [['mentorshipId', 'at']],
});

/** A story of a mentorship: public while all of its people agree. */
export const MentoringStory = z.object({
  id,
  mentorshipId: id,
  title: z.string(),
  text: z.string(),
  people: z.array(PersonRef),
  state: z.enum(['awaitingConsent', 'published', 'withdrawn']),
  /** Whether the caller, when concerned, has agreed; absent while undecided. */
  consented: z.boolean().optional(),
  at: time,
});
export type MentoringStory = z.output<typeof MentoringStory>;

export interface MentoringStoryRecord {
  id: string;
  mentorshipId: string;
  scope: string;
  authorId: string;
  personIds: string[];
  title: string;
  text: string;
  state: 'awaitingConsent' | 'published' | 'withdrawn';
  /** Whose consent stands, and who has withdrawn or refused it. */
  consentedBy: string[];
  refusedBy: string[];
  at: string;
}

export const mentoringStories = collection<MentoringStoryRecord>({
  name: 'mentoring_stories',
  indexes: [
    ['mentorshipId', 'at'],
    ['state', 'at'],
    ['scope', 'at'],
    ['personIds', 'at'],
  ],
  arrays: ['personIds'],
});

/** A consent given or withdrawn; never changed. */
export interface StoryConsentRecord {
  id: string;
  storyId: string;
  personId: string;
  given: boolean;
  at: string;
}

export const storyConsents = collection<StoryConsentRecord>({
  name: 'mentoring_story_consents',
  indexes: [['storyId', 'at']],
});
