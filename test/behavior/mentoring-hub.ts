import assert from 'node:assert/strict';
import { book, meet, openPair, toldOf } from './mentoring-pair.js';
import { syncMentoringCast } from './mentoring-cast.js';
import { refused } from './refused.js';
import { DAY, HOUR, story, type OpenWorld, type Test } from './world.js';

/** Stories of a mentorship from its agreement to its sessions, goals and commitments. */
export function hubStories(test: Test, open: OpenWorld): void {
  test(
    'a session counts once both have signed, also one that was held before',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world, { signed: false });
      const [ana, chidi] = [world.as('ana').mentoring, world.as('chidi').mentoring];
      assert.equal((await ana.mentorship({ id })).state, 'proposed');
      assert.equal((await ana.sign({ id })).agreement.signed.length, 1);
      const held = await meet(world, 'ana', id);
      assert.deepEqual([held.state, held.counts], ['held', false]);
      assert.equal((await ana.mentorship({ id })).sessionsHeld, 0);

      const signed = await chidi.sign({ id });
      assert.deepEqual([signed.state, signed.sessionsHeld, signed.lastHeldAt], ['active', 1, held.start]);
      assert.equal((await ana.session({ id: held.id })).counts, true);
      assert.equal((await chidi.sign({ id })).agreement.signed.length, 2);
      assert.equal((await meet(world, 'chidi', id)).counts, true);
      assert.equal((await ana.mentorship({ id })).sessionsHeld, 2);
      assert.deepEqual(
        (await ana.mentorships({ state: 'active' })).items.map((one) => [one.id, one.side]),
        [[id, 'mentee']],
      );
      assert.deepEqual((await ana.mentorships({ state: 'completed' })).items, []);
    }),
  );

  test(
    'to everybody else a mentorship does not exist',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const session = await book(world, 'ana', id);
      for (const person of ['ben', 'eve', 'femi', 'max', 'jon']) {
        const other = world.as(person).mentoring;
        const unknown = refused('not_found', 'mentorship.unknown');
        await assert.rejects(other.mentorship({ id }), unknown);
        await assert.rejects(other.sessions({ mentorshipId: id }), unknown);
        await assert.rejects(other.sign({ id }), unknown);
        await assert.rejects(other.endEarly({ id, reason: 'noTime', backToPool: false }), unknown);
        await assert.rejects(other.setGoal({ mentorshipId: id, title: 'Mine' }), unknown);
        for (const call of [other.session, other.cancelSession])
          await assert.rejects(call({ id: session.id }), refused('not_found', 'session.unknown'));
        await assert.rejects(
          other.invitation({ sessionId: session.id }),
          refused('not_found', 'session.unknown'),
        );
        assert.deepEqual((await other.mentorships({})).items, []);
      }
      assert.deepEqual((await world.as('max').mentoring.reportMentorships({})).items, []);
    }),
  );

  test(
    'goals have progress, and skills of a goal are listed for nobody',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const [ana, chidi] = [world.as('ana').mentoring, world.as('chidi').mentoring];
      const { goals } = await ana.setGoal({ mentorshipId: id, title: 'Run a retro', skill: 'Facilitation' });
      const [goal] = goals;
      assert.ok(goal);
      assert.deepEqual([goal.title, goal.skill?.name, goal.progress], ['Run a retro', 'Facilitation', 0]);
      assert.deepEqual((await world.as('ben').people.skills({ text: 'Facilitation' })).items, []);

      const half = await chidi.checkIn({ mentorshipId: id, goalId: goal.id, progress: 50 });
      assert.deepEqual([half.goals[0]?.progress, half.goals[0]?.state], [50, 'open']);
      const renamed = await ana.setGoal({ mentorshipId: id, goalId: goal.id, title: 'Run two retros' });
      assert.deepEqual([renamed.goals.length, renamed.goals[0]?.progress], [1, 50]);
      const met = await ana.checkIn({ mentorshipId: id, goalId: goal.id, progress: 100 });
      assert.equal(met.goals[0]?.state, 'met');
      await assert.rejects(
        ana.checkIn({ mentorshipId: id, goalId: 'nothing', progress: 1 }),
        refused('not_found', 'goal.unknown'),
      );
      await assert.rejects(
        ana.setGoal({ mentorshipId: id, goalId: 'nothing', title: 'x', skill: 'Juggling' }),
        refused('not_found', 'goal.unknown'),
      );
    }),
  );

  test(
    'commitments are carried on from session to session until they are kept or dropped',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const { mentoring: ana } = world.as('ana');
      const promise = (text: string, ownerId: string) => ({ text, ownerId });
      const first = await meet(world, 'ana', id, {
        commitments: [promise('Read the book', 'ana'), promise('Send slides', 'chidi')],
      });
      assert.deepEqual(
        first.commitments.map((one) => [one.text, one.owner.id, one.carried]),
        [
          ['Read the book', 'ana', 0],
          ['Send slides', 'chidi', 0],
        ],
      );
      const [reading, slides] = first.commitments;
      assert.ok(reading && slides);
      await meet(world, 'chidi', id, { kept: [slides.id] });
      const missed = await book(world, 'ana', id);
      world.clock.advance(8 * DAY);
      await ana.logSession({ id: missed.id, held: false });
      const still = (await ana.commitments({ mentorshipId: id, state: 'open' })).items;
      assert.deepEqual(
        still.map((one) => [one.text, one.carried, one.sessionId]),
        [['Read the book', 1, first.id]],
      );
      await meet(world, 'chidi', id);
      assert.equal((await ana.commitments({ mentorshipId: id, state: 'open' })).items[0]?.carried, 2);
      const settled = await ana.settleCommitment({
        mentorshipId: id,
        commitmentId: reading.id,
        state: 'kept',
      });
      assert.deepEqual([settled.state, settled.carried], ['kept', 2]);
      assert.deepEqual((await ana.commitments({ mentorshipId: id, state: 'open' })).items, []);

      const next = await book(world, 'ana', id);
      world.clock.advance(8 * DAY);
      await assert.rejects(
        ana.logSession({ id: next.id, held: true, kept: [slides.id] }),
        refused('not_found', 'commitment.unknown'),
      );
      await assert.rejects(
        ana.logSession({ id: next.id, held: true, commitments: [promise('Spy', 'ben')] }),
        refused('invalid', 'input.invalid'),
      );
      assert.equal((await ana.session({ id: next.id })).state, 'scheduled');
    }),
  );

  test(
    'a session is logged once it has begun, once; and cannot be moved afterwards',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const ana = world.as('ana').mentoring;
      const session = await book(world, 'ana', id);
      await assert.rejects(
        ana.logSession({ id: session.id, held: true }),
        refused('conflict', 'session.notYet'),
      );
      world.clock.advance(7 * DAY);
      await ana.logSession({ id: session.id, held: true, notesShared: 'We talked.' });
      const over = refused('conflict', 'session.over');
      await assert.rejects(ana.logSession({ id: session.id, held: true }), over);
      await assert.rejects(ana.moveSession({ id: session.id, title: 'Else' }), over);
      await assert.rejects(ana.cancelSession({ id: session.id }), over);
      assert.equal((await ana.mentorship({ id })).sessionsHeld, 1);

      // What was not booked can be written down afterwards; nobody is told to come to it.
      const told = await toldOf(world, 'chidi');
      const past = await book(world, 'ana', id, { days: -1, title: 'In the corridor' });
      assert.equal((await ana.logSession({ id: past.id, held: true })).counts, true);
      assert.deepEqual(await toldOf(world, 'chidi'), told);
      assert.equal((await ana.mentorship({ id })).lastHeldAt, session.start);
      for (const days of [-31, 731])
        await assert.rejects(book(world, 'ana', id, { days }), refused('invalid', 'session.farAway'));
    }),
  );

  test(
    'shared notes are not written over unseen; shared and own notes are kept apart',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const [ana, chidi] = [world.as('ana').mentoring, world.as('chidi').mentoring];
      const { id: sessionId } = await book(world, 'ana', id);
      await ana.noteShared({ sessionId, text: 'Agenda: feedback', replaces: null });
      await assert.rejects(
        chidi.noteShared({ sessionId, text: 'Agenda: career', replaces: null }),
        refused('conflict', 'note.changed'),
      );
      await chidi.noteShared({ sessionId, text: 'Agenda: both', replaces: 'Agenda: feedback' });
      await ana.notePrivately({ sessionId, text: 'I am nervous.' });
      await chidi.notePrivately({ sessionId, text: 'She is good.' });
      const seen = await ana.session({ id: sessionId });
      assert.deepEqual([seen.notesShared, seen.notesPrivate], ['Agenda: both', 'I am nervous.']);
      assert.equal((await chidi.sessions({ mentorshipId: id })).items[0]?.notesPrivate, 'She is good.');
      await ana.notePrivately({ sessionId, text: null });
      assert.equal((await ana.session({ id: sessionId })).notesPrivate, undefined);
      assert.equal((await chidi.session({ id: sessionId })).notesPrivate, 'She is good.');
      world.clock.advance(8 * DAY);
      const log = { id: sessionId, held: true, notesShared: 'What I remember' };
      await assert.rejects(ana.logSession({ ...log, replaces: null }), refused('conflict', 'note.changed'));
      await ana.logSession({ ...log, replaces: 'Agenda: both' });
      assert.equal((await chidi.session({ id: sessionId })).notesShared, 'What I remember');
    }),
  );

  test(
    'the people of a session are reminded of it the day before, once, and never of a canceled one',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await openPair(world);
      const session = await book(world, 'ana', id, { days: 7, title: 'Goals' });
      const off = await book(world, 'ana', id, { days: 7, title: 'Off' });
      await world.as('ana').mentoring.cancelSession({ id: off.id });
      world.clock.advance(6 * DAY - 1);
      await world.guildhall.tick();
      const reminders = async (person: string) =>
        (await world.as(person).notifications.list({ limit: 100 })).items.filter(
          (note) => note.type === 'session.reminder',
        );
      assert.deepEqual(await reminders('ana'), []);
      world.clock.advance(1);
      await Promise.all([world.guildhall.tick(), world.guildhall.tick()]);
      await world.guildhall.tick();
      for (const [person, partner] of [
        ['ana', 'Chidi Eze'],
        ['chidi', 'Ana Ruiz'],
      ] as const)
        assert.deepEqual(
          (await reminders(person)).map((note) => [note.by.name, note.excerpt, note.when, note.subject.id]),
          [[partner, 'Goals', session.start, session.id]],
        );
      // A session that is moved is reminded of again.
      const later = new Date(Date.parse(session.start) + 3 * DAY).toISOString();
      await world.as('ana').mentoring.moveSession({ id: session.id, start: later });
      world.clock.advance(3 * DAY + HOUR);
      await world.guildhall.tick();
      assert.equal((await reminders('chidi')).length, 2);
    }),
  );
}
