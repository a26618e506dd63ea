/** What a calendar shows of a meeting. */
export interface CalendarEntry {
  uid: string;
  sequence: number;
  /** When this version was made, as an ISO time in UTC. */
  changedAt: string;
  /** As an ISO time in UTC. */
  start: string;
  minutes: number;
  title: string;
  agenda?: string | undefined;
  place?: string | undefined;
  canceled: boolean;
  /** Who invites whom; absent in a feed, which invites nobody. */
  organizer?: CalendarPerson;
  attendees: readonly CalendarPerson[];
}

/** Somebody in a calendar entry, by a URI such as `mailto:ana@example.org`. */
export interface CalendarPerson {
  name: string;
  address: string;
}

/**
 * An iCalendar object (RFC 5545) of these entries; with a method it is a scheduling message (RFC 5546).
 * Times are UTC instants, which every calendar shows on the clocks of its reader: no zone has to be described,
 * and a change of clocks between two meetings moves none of them. Marked private: a calendar that others may
 * look into shows them that its owner is busy.
 */
export function calendarText(entries: readonly CalendarEntry[], method?: 'REQUEST' | 'CANCEL'): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guildhall//Mentoring//EN',
    ...(method ? [`METHOD:${method}`] : []),
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf(entry: CalendarEntry): string[] {
  const end = new Date(Date.parse(entry.start) + entry.minutes * 60_000).toISOString();
  const optional = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`${name}:${escaped(value)}`];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.changedAt)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    `DTSTART:${utc(entry.start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...optional('DESCRIPTION', entry.agenda),
    ...optional('LOCATION', entry.place),
    `STATUS:${entry.canceled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    ...(entry.organizer ? [`ORGANIZER;CN=${quoted(entry.organizer.name)}:${entry.organizer.address}`] : []),
    ...entry.attendees.map(
      ({ name, address }) =>
        `ATTENDEE;CN=${quoted(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:${address}`,
    ),
    'END:VEVENT',
  ];
}

/** A moment in the basic form of RFC 5545, 3.3.5, to the second. */
function utc(at: string): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Controls are not text (RFC 5545, 3.3.11), except line ends, which are escaped, and tabs. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A TEXT value: line ends, backslashes, semicolons and commas are escaped. */
function escaped(text: string): string {
  return text
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n');
}

/** A parameter's value in quotes, which can hold neither quotes nor line ends (RFC 5545, 3.2). */
function quoted(text: string): string {
  const plain = text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(CONTROLS, '')
    .replace(/"/g, '’');
  return `"${plain}"`;
}

/** Lines of at most 75 octets of UTF-8, no character broken (RFC 5545, 3.1). */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += char;
    octets += size;
  }
  return out;
}

function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
