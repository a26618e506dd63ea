import assert from 'node:assert/strict';
import type { Client } from '@guildhall/core';
import { operations, systemActor } from '@guildhall/core';
import { parseCalendar, property, textOf } from './read-calendar.js';
import { enrolling, syncMentoringCast } from './mentoring-cast.js';
import { book, meet, openPair, toldOf } from './mentoring-pair.js';
import { refused } from './refused.js';
import { behindAll, DAY, HOUR, hearUntil, story, type OpenWorld, type Test, type World } from './world.js';

async function eventOf(client: Client, sessionId: string) {
  const { ics, method } = await client.mentoring.invitation({ sessionId });
  const calendar = parseCalendar(ics);
  assert.equal(property(calendar, 'METHOD')?.value, method);
  const [event] = calendar.inside;
  assert.ok(event);
  const of = (name: string) => property(event, name)?.value;
  return { event, method, of };
}

/** Gives Ana and Chidi mail addresses; Chidi shows his to his team only. */
async function giveMails(world: World): Promise<void> {
  await world.as(systemActor).people.sync({
    people: [
      { externalId: 'e-ana', name: 'Ana Ruiz', email: 'ana@example.org' },
      { externalId: 'e-chidi', name: 'Chidi Eze', email: 'chidi@example.org' },
    ],
  });
  await world.as('chidi').people.updateProfile({ visibility: { email: 'me' } });
}

/** Stories of sessions in calendars, and of what nobody else may read. */
export function sessionStories(test: Test, open: OpenWorld): void {
  test(
    'a session is one calendar entry from its booking to its end',
    story(open, async (world) => {
      await syncMentoringCast(world);
      await giveMails(world);
      const id = await openPair(world);
      const ana = world.as('ana').mentoring;
      const start = '2026-04-01T08:00:00.000Z';
      const session = await ana.scheduleSession({
        mentorshipId: id,
        title: 'Goals; first, second',
        agenda: 'Hello\nWorld',
        start,
        minutes: 30,
        timeZone: 'Europe/Berlin',
      });
      const booked = await eventOf(world.as('ana'), session.id);
      assert.equal(booked.method, 'REQUEST');
      assert.equal(textOf(property(booked.event, 'SUMMARY')), 'Goals; first, second');
      assert.equal(textOf(property(booked.event, 'DESCRIPTION')), 'Hello\nWorld');
      assert.deepEqual(['UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'DTSTAMP'].map(booked.of), [
        session.uid,
        '0',
        '20260401T080000Z',
        '20260401T083000Z',
        '20260310T100000Z',
      ]);
      assert.equal(booked.of('ORGANIZER'), 'mailto:ana@example.org');
      assert.match(booked.of('ATTENDEE') ?? '', /^urn:uuid:/, 'Chidi shows his address to nobody');
      const his = await eventOf(world.as('chidi'), session.id);
      assert.equal(his.of('ATTENDEE'), 'mailto:chidi@example.org', 'it is his own');
      assert.equal(his.of('UID'), session.uid);

      world.clock.advance(HOUR);
      const moved = await world
        .as('chidi')
        .mentoring.moveSession({ id: session.id, start: '2026-04-02T08:00:00.000Z', place: 'Room 4' });
      assert.deepEqual(
        [moved.uid, moved.sequence, moved.minutes, moved.agenda],
        [session.uid, 1, 30, 'Hello\nWorld'],
      );
      const after = await eventOf(world.as('ana'), session.id);
      assert.deepEqual(
        [after.method, ...['UID', 'SEQUENCE', 'DTSTART', 'DTSTAMP', 'LOCATION'].map(after.of)],
        ['REQUEST', session.uid, '1', '20260402T080000Z', '20260310T110000Z', 'Room 4'],
      );
      world.clock.advance(HOUR);
      assert.equal((await ana.moveSession({ id: session.id, place: null })).place, undefined);
      world.clock.advance(HOUR);
      await ana.cancelSession({ id: session.id });
      const canceled = await eventOf(world.as('chidi'), session.id);
      assert.deepEqual(
        [canceled.method, ...['UID', 'SEQUENCE', 'STATUS'].map(canceled.of)],
        ['CANCEL', session.uid, '3', 'CANCELLED'],
      );
      assert.equal((await ana.cancelSession({ id: session.id })).sequence, 3);
      assert.deepEqual(await toldOf(world, 'chidi'), [
        'session.canceled',
        'session.moved',
        'session.scheduled',
      ]);
      assert.deepEqual(await toldOf(world, 'ana'), ['session.moved']);
    }),
  );

  test(
    'the feed has the coming sessions of all mentorships, and those that go on',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const other = await openPair(world, { mentor: 'ana', mentee: 'dana' });
      const [one, two, three] = [
        await book(world, 'ana', id, { days: 2 }),
        await book(world, 'dana', other, { days: 1 }),
        await book(world, 'ana', id, { days: 3 }),
      ];
      await world.as('ana').mentoring.cancelSession({ id: three.id });
      const uids = async (person: string) => {
        const { ics } = await world.as(person).mentoring.calendar();
        assert.ok(!ics.includes('ATTENDEE') && !ics.includes('METHOD'));
        return parseCalendar(ics).inside.map((event) => property(event, 'UID')?.value);
      };
      assert.deepEqual(await uids('ana'), [two.uid, one.uid]);
      assert.deepEqual(await uids('dana'), [two.uid]);
      world.clock.advance(DAY + 44 * 60_000);
      assert.deepEqual(await uids('ana'), [two.uid, one.uid]);
      world.clock.advance(60_000);
      assert.deepEqual(await uids('ana'), [one.uid]);
      assert.deepEqual(await uids('ben'), []);
    }),
  );

  test(
    'what somebody noted for themself comes out of no operation for anybody else',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const programId = await enrolling(world);
      const id = await openPair(world);
      const { id: sessionId } = await book(world, 'ana', id);
      const ana = world.as('ana').mentoring;
      await ana.notePrivately({ sessionId, text: 'SECRET of Ana' });
      await ana.reflect({ mentorshipId: id, sessionId, text: 'SECRET thought', visibility: 'me' });
      assert.match(JSON.stringify(await ana.session({ id: sessionId })), /SECRET/);
      assert.match(JSON.stringify(await ana.reflections({ mentorshipId: id })), /SECRET/);

      const inputs = [
        {},
        { id },
        { id: sessionId },
        { id: programId },
        { id: 'ana' },
        { mentorshipId: id },
        { sessionId },
        { programId },
        { text: 'SECRET' },
      ];
      const queries = Object.entries(operations).flatMap(([area, verbs]) =>
        Object.entries(verbs).flatMap(([verb, { kind }]) => (kind === 'query' ? [`${area}.${verb}`] : [])),
      );
      let answered = 0;
      for (const person of ['chidi', 'eve', 'femi', 'max', 'jon', 'ben'])
        for (const name of queries)
          for (const input of inputs) {
            const output = await world.guildhall
              .perform(name, input, { actor: { id: person } })
              .catch(() => undefined);
            if (output === undefined) continue;
            answered++;
            assert.doesNotMatch(JSON.stringify(output), /SECRET/, `${person} asks ${name}`);
          }
      assert.ok(answered > 100);
      const chidi = world.as('chidi').mentoring;
      const answers = [
        await chidi.noteShared({ sessionId, text: 'Shared' }),
        await chidi.notePrivately({ sessionId, text: 'Mine' }),
        await chidi.moveSession({ id: sessionId, title: 'Moved' }),
      ];
      assert.doesNotMatch(JSON.stringify(answers), /SECRET/);
    }),
  );

  test(
    'that somebody notes something for themself is heard by nobody else',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const { id: sessionId } = await book(world, 'ana', id);
      const stop = new AbortController();
      const after = await behindAll(world);
      const chidi = world.as('chidi').watch({ areas: ['mentoring'], after, signal: stop.signal });
      const ana = world.as('ana').mentoring;
      await ana.notePrivately({ sessionId, text: 'Psst' });
      await ana.reflect({ mentorshipId: id, text: 'Psst', visibility: 'me' });
      await ana.noteShared({ sessionId, text: 'For both' });
      await ana.moveSession({ id: sessionId, title: 'Heard' });
      const heard = await hearUntil(chidi, (all) =>
        all.some((one) => 'type' in one && one.type === 'session.moved'),
      );
      assert.deepEqual(
        heard.flatMap((one) => ('type' in one ? [one.type] : [])),
        ['session.changed', 'session.moved'],
      );
      stop.abort();
    }),
  );

  test(
    'both sign at once, both move at once, one moves while the other cancels',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world, { signed: false });
      const both = ['ana', 'chidi'].map((person) => world.as(person).mentoring);
      await Promise.all(both.map((one) => one.sign({ id })));
      const [ana, chidi] = both;
      assert.ok(ana && chidi);
      const signed = await ana.mentorship({ id });
      assert.deepEqual([signed.state, signed.agreement.signed.length], ['active', 2]);

      const { id: sessionId } = await book(world, 'ana', id);
      const moved = await Promise.all(
        both.map((one, at) => one.moveSession({ id: sessionId, title: `Title ${at}` })),
      );
      assert.deepEqual(moved.map((one) => one.sequence).sort(), [1, 2]);
      const results = await Promise.allSettled([
        ana.moveSession({ id: sessionId, place: 'Room 4' }),
        chidi.cancelSession({ id: sessionId }),
      ]);
      const last = await ana.session({ id: sessionId });
      assert.equal(last.state, 'canceled');
      assert.equal(last.sequence, results[0].status === 'fulfilled' ? 4 : 3);
      assert.equal(results[1].status, 'fulfilled');
      if (results[0].status === 'rejected') refused('conflict', 'session.over')(results[0].reason);

      const logged = await book(world, 'ana', id, { days: -1 });
      const logs = await Promise.allSettled(both.map((one) => one.logSession({ id: logged.id, held: true })));
      assert.deepEqual(logs.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
      assert.equal((await ana.mentorship({ id })).sessionsHeld, 1);
    }),
  );

  test(
    'what two tell each other is theirs: feedback, and reflections for both',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const [ana, chidi] = [world.as('ana').mentoring, world.as('chidi').mentoring];
      const { id: sessionId } = await meet(world, 'ana', id);
      await ana.reflect({ mentorshipId: id, sessionId, text: 'For us', visibility: 'pair' });
      world.clock.advance(HOUR);
      await chidi.reflect({ mentorshipId: id, text: 'For me' });
      assert.deepEqual(
        (await ana.reflections({ mentorshipId: id })).items.map((one) => [one.text, one.author.id]),
        [['For us', 'ana']],
      );
      assert.deepEqual(
        (await chidi.reflections({ mentorshipId: id, limit: 1 })).items.map((one) => one.visibility),
        ['me'],
      );
      const said = { mentorshipId: id, helped: 'Your questions', wish: 'More examples' };
      const { to } = await ana.giveFeedback(said);
      assert.equal(to.id, 'chidi');
      assert.equal((await chidi.feedbackOf({ mentorshipId: id })).items[0]?.wish, 'More examples');
      await assert.rejects(ana.giveFeedback({ ...said, toId: 'ben' }), refused('invalid', 'input.invalid'));
      await assert.rejects(
        world.as('femi').mentoring.feedbackOf({ mentorshipId: id }),
        refused('not_found', 'mentorship.unknown'),
      );
    }),
  );
}
