import type { EnrollmentRecord } from './model/enrollment.js';
import type { EndingRecord, MentorshipRecord } from './model/mentorship.js';
import type { MentoringStoryRecord } from './model/reflection.js';
import type { SessionRecord } from './model/session.js';
import { isLive, isSigned } from './rules/states.js';

/** What a report is counted from. */
export interface ReportFacts {
  enrollments: readonly Pick<EnrollmentRecord, 'personId' | 'sides' | 'state'>[];
  mentorships: readonly MentorshipRecord[];
  /** Those of the program's mentorships. */
  sessions: readonly Pick<SessionRecord, 'mentorshipId' | 'start' | 'state' | 'counts'>[];
  endings: readonly Pick<EndingRecord, 'reason'>[];
  stories: readonly Pick<MentoringStoryRecord, 'state'>[];
  /** Public kudos that name one of the mentorships. */
  thanks: number;
}

/** One figure of a report. */
export interface Figure {
  /** Stable, such as `matchRate`. */
  figure: string;
  /** Null when there is nothing to count it from. */
  value: number | null;
  /** Of how many, where the value is a part of something. */
  of?: number;
  /** How it is recomputed from what happened. */
  how: string;
}

const DAY_MS = 86_400_000;

/** All figures of a program's report, in the order in which they are read. */
export function figuresOf(facts: ReportFacts): Figure[] {
  return [...enrolled(facts), ...mentored(facts), ...met(facts), ...told(facts)];
}

function enrolled({ enrollments, mentorships }: ReportFacts): Figure[] {
  const taking = enrollments.filter(({ state }) => !['withdrawn', 'declined', 'waitlisted'].includes(state));
  const mentees = taking.filter(({ sides }) => sides.includes('mentee'));
  const had = new Set(mentorships.flatMap((record) => record.menteeIds));
  const takes = 'neither withdrawn, declined nor on the waiting list';
  return [
    {
      figure: 'mentors',
      value: taking.filter(({ sides }) => sides.includes('mentor')).length,
      how: `Enrollments on the mentor side that are ${takes}.`,
    },
    {
      figure: 'mentees',
      value: mentees.length,
      how: `Enrollments on the mentee side that are ${takes}.`,
    },
    {
      figure: 'waitlisted',
      value: enrollments.filter(({ state }) => state === 'waitlisted').length,
      how: 'Enrollments on the waiting list.',
    },
    {
      figure: 'matchRate',
      value: mentees.filter(({ personId }) => had.has(personId)).length,
      of: mentees.length,
      how: 'Of these mentees, those who are or were the mentee of a mentorship of the program.',
    },
  ];
}

function mentored({ mentorships, endings }: ReportFacts): Figure[] {
  const of = mentorships.length;
  const inState = (state: MentorshipRecord['state']) =>
    mentorships.filter((record) => record.state === state).length;
  const reasons = [...new Set(endings.map((ending) => ending.reason))].sort();
  return [
    { figure: 'mentorships', value: of, how: 'Mentorships that have begun in the program.' },
    {
      figure: 'signed',
      value: mentorships.filter(isSigned).length,
      of,
      how: 'Mentorships whose agreement all of their people have signed.',
    },
    { figure: 'live', value: mentorships.filter(isLive).length, of, how: 'Mentorships that have not ended.' },
    {
      figure: 'stalled',
      value: mentorships.filter((record) => record.stalledSince !== undefined).length,
      of,
      how: 'Mentorships without a session held or agreed for longer than the program allows.',
    },
    { figure: 'completed', value: inState('completed'), of, how: 'Mentorships that were completed.' },
    { figure: 'endedEarly', value: inState('endedEarly'), of, how: 'Mentorships that were ended early.' },
    ...reasons.map((reason) => ({
      figure: `endedEarly.${reason}`,
      value: endings.filter((ending) => ending.reason === reason).length,
      of: endings.length,
      how: `Early endings, also of single people in a circle, with the reason ${reason}.`,
    })),
  ];
}

function met({ mentorships, sessions }: ReportFacts): Figure[] {
  const held = sessions.filter((session) => session.state === 'held' && session.counts);
  const goals = mentorships.flatMap((record) => record.goals).filter((goal) => goal.state !== 'dropped');
  return [
    {
      figure: 'sessionsHeld',
      value: held.length,
      how: 'Sessions that were logged as held after all had signed.',
    },
    {
      figure: 'sessionsPerMentorship',
      value: mentorships.length === 0 ? null : rounded(held.length / mentorships.length),
      how: 'These sessions divided by the mentorships that have begun.',
    },
    {
      figure: 'daysBetweenSessions',
      value: daysBetween(held),
      how: 'The mean of the days between the beginnings of one such session and the next of the same mentorship.',
    },
    {
      figure: 'goalsMet',
      value: goals.filter((goal) => goal.state === 'met').length,
      of: goals.length,
      how: 'Goals that are met, of all that were not dropped.',
    },
  ];
}

function daysBetween(held: readonly Pick<SessionRecord, 'mentorshipId' | 'start'>[]): number | null {
  const starts = new Map<string, number[]>();
  for (const { mentorshipId, start } of held)
    starts.set(mentorshipId, [...(starts.get(mentorshipId) ?? []), Date.parse(start)]);
  const gaps = [...starts.values()].flatMap((times) => {
    const inOrder = times.sort((a, b) => a - b);
    return inOrder.slice(1).map((time, at) => (time - (inOrder[at] ?? time)) / DAY_MS);
  });
  return gaps.length === 0 ? null : rounded(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
}

function told({ stories, thanks }: ReportFacts): Figure[] {
  return [
    {
      figure: 'stories',
      value: stories.filter((story) => story.state === 'published').length,
      of: stories.length,
      how: 'Stories that are public now because all of their people agree, of all that were proposed.',
    },
    { figure: 'thanks', value: thanks, how: 'Public kudos that name a mentorship of the program.' },
  ];
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
