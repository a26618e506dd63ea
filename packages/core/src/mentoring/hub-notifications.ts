import { notify } from '../notifications/notify.js';
import { byId, textsOf, type NotificationSource } from '../notifications/source.js';
import type { Listener } from '../listeners.js';
import { mentorships } from './model/mentorship.js';
import { programs } from './model/program.js';
import { mentoringStories } from './model/reflection.js';
import { sessions } from './model/session.js';

/** What happens in a mentorship: its sessions, its end, its story. */
export const hubNotifications: NotificationSource = {
  rules: {
    'session.scheduled': ofSession('session.scheduled'),
    'session.moved': ofSession('session.moved'),
    'session.canceled': ofSession('session.canceled'),
    'session.reminded': async (context, { ids: [, sessionId = ''] }) => {
      const session = await context.tx.get(sessions, sessionId);
      for (const personId of session?.personIds ?? []) {
        const partner = session?.personIds.find((one) => one !== personId) ?? personId;
        const subject = { subjectKind: 'session' as const, subjectId: sessionId };
        const when = session && { when: session.start };
        await notify(context, [personId], { type: 'session.reminder', byId: partner, ...subject, ...when });
      }
    },
    'mentorship.nudged': async (context, { ids: [mentorshipId = ''] }) => {
      const record = await context.tx.get(mentorships, mentorshipId);
      const subject = { subjectKind: 'mentorship' as const, subjectId: mentorshipId };
      const about = { type: 'mentorship.nudged' as const, byId: context.actor.id, ...subject };
      await notify(context, record?.personIds ?? [], about);
    },
    'mentorship.ended': async (context, { ids: [mentorshipId = '', leaverId = ''] }) => {
      const record = await context.tx.get(mentorships, mentorshipId);
      const others = record?.personIds.filter((one) => one !== leaverId) ?? [];
      const subject = { subjectKind: 'mentorship' as const, subjectId: mentorshipId };
      await notify(context, others, { type: 'mentorship.ended', byId: leaverId, ...subject });
    },
    'mentorship.completed': async (context, { ids: [mentorshipId = ''] }) => {
      const record = await context.tx.get(mentorships, mentorshipId);
      const subject = { subjectKind: 'mentorship' as const, subjectId: mentorshipId };
      for (const personId of record?.personIds ?? []) {
        if (personId === context.actor.id) continue;
        const partner = record?.personIds.find((one) => one !== personId) ?? personId;
        const about = { type: 'mentorship.completed' as const, byId: partner, ...subject };
        await notify(context, [personId], about);
      }
    },
    'story.proposed': async (context, { ids: [storyId = ''] }) => {
      const story = await context.tx.get(mentoringStories, storyId);
      const others = story?.personIds.filter((one) => one !== story.authorId) ?? [];
      const subject = { subjectKind: 'story' as const, subjectId: storyId };
      await notify(context, others, { type: 'story.consentAsked', byId: context.actor.id, ...subject });
    },
  },
  excerpts: {
    async session(tx, notes) {
      const known = byId(await tx.getMany(sessions, subjectsOf(notes)));
      return textsOf(notes, (note) => known.get(note.subjectId)?.title);
    },
    async story(tx, notes) {
      const known = byId(await tx.getMany(mentoringStories, subjectsOf(notes)));
      return textsOf(notes, (note) => known.get(note.subjectId)?.title);
    },
    async mentorship(tx, notes) {
      const known = byId(await tx.getMany(mentorships, subjectsOf(notes)));
      const scopes = new Set([...known.values()].map((record) => record.scope));
      const named = byId(await tx.getMany(programs, [...scopes]));
      return textsOf(notes, (note) => named.get(known.get(note.subjectId)?.scope ?? '')?.name);
    },
  },
};

/** Tells the others of a session what somebody did with it; of one that is past already there is nothing to tell. */
function ofSession(type: 'session.scheduled' | 'session.moved' | 'session.canceled'): Listener {
  return async (context, { ids: [, sessionId = ''] }) => {
    const session = await context.tx.get(sessions, sessionId);
    if (!session || session.start <= context.now.toISOString()) return;
    const others = session.personIds.filter((one) => one !== context.actor.id);
    const subject = { subjectKind: 'session' as const, subjectId: sessionId };
    await notify(context, others, { type, byId: context.actor.id, ...subject, when: session.start });
  };
}

function subjectsOf(notes: readonly { subjectId: string }[]): string[] {
  return [...new Set(notes.map((note) => note.subjectId))];
}
