import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseCalendar, property, textOf } from '../../../../../test/behavior/read-calendar.js';
import { calendarText, type CalendarEntry } from './calendar-text.js';

const ENTRY: CalendarEntry = {
  uid: '0123456789abcdef@guildhall',
  sequence: 3,
  changedAt: '2026-03-10T10:00:00.000Z',
  start: '2026-03-29T08:30:00.000Z',
  minutes: 45,
  title: 'First talk',
  canceled: false,
  organizer: { name: 'Ana Ruiz', address: 'mailto:ana@example.org' },
  attendees: [{ name: 'Chidi Eze', address: 'mailto:chidi@example.org' }],
};

function eventOf(entry: Partial<CalendarEntry>, method?: 'REQUEST' | 'CANCEL') {
  const [event] = parseCalendar(calendarText([{ ...ENTRY, ...entry }], method)).inside;
  assert.equal(event?.name, 'VEVENT');
  return event;
}

describe('an invitation', () => {
  test('has what RFC 5545 and RFC 5546 ask of a REQUEST, each once', () => {
    const calendar = parseCalendar(calendarText([ENTRY], 'REQUEST'));
    assert.deepEqual(
      calendar.lines.map(({ name, value }) => `${name}:${value}`),
      ['VERSION:2.0', 'PRODID:-//Guildhall//Mentoring//EN', 'METHOD:REQUEST'],
    );
    const event = eventOf({}, 'REQUEST');
    const values = Object.fromEntries(event.lines.map((line) => [line.name, line.value]));
    assert.equal(Object.keys(values).length, event.lines.length, 'no property twice');
    assert.deepEqual(values, {
      UID: '0123456789abcdef@guildhall',
      SEQUENCE: '3',
      DTSTAMP: '20260310T100000Z',
      'LAST-MODIFIED': '20260310T100000Z',
      DTSTART: '20260329T083000Z',
      DTEND: '20260329T091500Z',
      SUMMARY: 'First talk',
      STATUS: 'CONFIRMED',
      CLASS: 'PRIVATE',
      ORGANIZER: 'mailto:ana@example.org',
      ATTENDEE: 'mailto:chidi@example.org',
    });
    assert.equal(property(event, 'ORGANIZER')?.params.CN, 'Ana Ruiz');
    assert.equal(property(event, 'ATTENDEE')?.params.CN, 'Chidi Eze');
  });

  test('is canceled under the same identifier', () => {
    const ics = calendarText([{ ...ENTRY, canceled: true, sequence: 4 }], 'CANCEL');
    assert.equal(property(parseCalendar(ics), 'METHOD')?.value, 'CANCEL');
    const event = eventOf({ canceled: true, sequence: 4 }, 'CANCEL');
    assert.equal(property(event, 'STATUS')?.value, 'CANCELLED');
    assert.equal(property(event, 'UID')?.value, ENTRY.uid);
  });
});

describe('text from people', () => {
  test('comes back as it was written, whatever it is', () => {
    const file = new URL('../../../../../test/fixtures/blns.json', import.meta.url);
    // The file is a list of strings.
    const naughty = JSON.parse(readFileSync(file, 'utf8')) as string[];
    const texts = [
      ...naughty,
      'a\\nb',
      'a;b,c:d',
      '\\',
      '\\;',
      'END:VEVENT\r\nBEGIN:VEVENT',
      '👩🏽‍🚀'.repeat(60),
    ];
    for (const text of texts) {
      const kept = text
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
        .replace(/\r\n?/g, '\n');
      const event = eventOf({ title: text, agenda: text, place: text });
      for (const name of ['SUMMARY', 'DESCRIPTION', 'LOCATION'])
        assert.equal(textOf(property(event, name)), kept, JSON.stringify(text));
    }
  });

  test('in a name breaks no line and no quote', () => {
    const name = 'Ana "the: boss;", \r\nATTENDEE:mailto:x@example.org';
    const event = eventOf({ organizer: { name, address: 'mailto:ana@example.org' } });
    const attendees = event.lines.filter((line) => line.name === 'ATTENDEE');
    assert.equal(attendees.length, 1);
    assert.equal(property(event, 'ORGANIZER')?.value, 'mailto:ana@example.org');
    assert.equal(property(event, 'ORGANIZER')?.params.CN, 'Ana ’the: boss;’,  ATTENDEE:mailto:x@example.org');
  });

  test('is folded between characters, at 75 octets exactly', () => {
    for (const char of ['a', 'é', '漢', '🚀'])
      for (let length = 60; length < 90; length++) {
        const ics = calendarText([{ ...ENTRY, title: char.repeat(length) }]);
        const [event] = parseCalendar(ics).inside;
        assert.equal(textOf(event && property(event, 'SUMMARY')), char.repeat(length));
        assert.ok(!ics.includes('\uFFFD'));
      }
    const longest = calendarText([{ ...ENTRY, title: 'a'.repeat(200) }])
      .split('\r\n')
      .filter((line) => line.includes('aaa'))
      .map((line) => line.length);
    assert.deepEqual(longest, [75, 75, 60]);
  });
});

test('a feed has no method and invites nobody', () => {
  const { organizer: _organizer, ...alone } = ENTRY;
  const calendar = parseCalendar(
    calendarText([
      { ...alone, attendees: [] },
      { ...alone, attendees: [], uid: 'two' },
    ]),
  );
  assert.equal(property(calendar, 'METHOD'), undefined);
  assert.equal(calendar.inside.length, 2);
  for (const event of calendar.inside)
    for (const name of ['ORGANIZER', 'ATTENDEE']) assert.equal(property(event, name), undefined);
});
