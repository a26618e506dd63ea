import { query } from '../../operation.js';
import { people } from '../../people/model.js';
import { displayName, maySee } from '../../people/rules.js';
import { members, type KnownActor } from '../../policy.js';
import { id, z } from '../../schema.js';
import { sha256 } from '../../sha256.js';
import type { Reader } from '../../store/store.js';
import { ownSession } from '../hub.js';
import { sessions, type SessionRecord } from '../model/session.js';
import { calendarText, type CalendarEntry, type CalendarPerson } from '../rules/calendar-text.js';

/** The longest session, in minutes: one that began so long ago may still go on. */
const LONGEST = 480;
/** A feed has no more sessions than this, the next ones first. */
const MOST = 500;

export const invitation = query({
  summary:
    'One session as an iCalendar message: an invitation or an update, or once canceled its cancellation.',
  who: members,
  input: z.strictObject({ sessionId: id }),
  output: z.object({ ics: z.string(), method: z.enum(['REQUEST', 'CANCEL']) }),
  refuses: ['session.unknown'],
  async run({ tx, actor }, { sessionId }) {
    const { session } = await ownSession(tx, sessionId, actor);
    const method = session.state === 'canceled' ? ('CANCEL' as const) : ('REQUEST' as const);
    const named = await calendarPeople(tx, session, actor);
    const organizer = named.get(session.createdById);
    const attendees = [...named].filter(([personId]) => personId !== session.createdById);
    const entry = {
      ...entryOf(session),
      ...(organizer && { organizer }),
      attendees: attendees.map(([, person]) => person),
    };
    return { ics: calendarText([entry], method), method };
  },
});

export const calendar = query({
  summary: 'The caller’s coming sessions, at most 500, as one iCalendar feed.',
  who: members,
  input: z.strictObject({}),
  output: z.object({ ics: z.string() }),
  async run({ tx, actor, now }) {
    const from = new Date(now.getTime() - LONGEST * 60_000).toISOString();
    const where = { personIds: actor.id, state: 'scheduled', start: { from } } as const;
    const found = await tx.find(sessions, { where, order: '+start', limit: MOST });
    const coming = found.items.filter(
      ({ start, minutes }) => Date.parse(start) + minutes * 60_000 > now.getTime(),
    );
    return { ics: calendarText(coming.map(entryOf)) };
  },
});

function entryOf(session: SessionRecord): CalendarEntry {
  const { uid, sequence, changedAt, start, minutes, title, agenda, place, state } = session;
  const canceled = state === 'canceled';
  return { uid, sequence, changedAt, start, minutes, title, agenda, place, canceled, attendees: [] };
}

/** Who made the session and those it is for, by name, each with the mail address that they show to the reader. */
async function calendarPeople(
  tx: Reader,
  session: SessionRecord,
  reader: KnownActor,
): Promise<Map<string, CalendarPerson>> {
  const records = await tx.getMany(people, [...new Set([session.createdById, ...session.personIds])]);
  return new Map(
    records.map((person) => {
      const mail = maySee('email', person, reader) ? person.email : undefined;
      const address = mail === undefined ? namelessAddress(session.id, person.id) : `mailto:${mail}`;
      return [person.id, { name: displayName(person), address }];
    }),
  );
}

/** A URI for somebody without a mail address to show: the same for each version of an entry, and telling nothing. */
function namelessAddress(sessionId: string, personId: string): string {
  const hex = sha256(`${sessionId} ${personId}`);
  // RFC 9562, 5.8: version 8 and the variant are the bits that are not free.
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
