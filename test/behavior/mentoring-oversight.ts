import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { enrolling, syncMentoringCast, type ProgramInput } from './mentoring-cast.js';
import { meet, toldOf } from './mentoring-pair.js';
import { computed } from './mentoring-pool.js';
import { refused } from './refused.js';
import { behindAll, DAY, HOUR, hearUntil, story, type OpenWorld, type Test, type World } from './world.js';

/** A program of Eve's in which these people are enrolled; nobody else takes part. */
async function programOf(
  world: World,
  sides: { mentors: Record<string, number>; mentees: string[] },
  draft: Partial<ProgramInput> = {},
): Promise<string> {
  await syncMentoringCast(world);
  const programId = await enrolling(world, {
    plan: [{ title: 'Meet', agenda: '…', dueAfterDays: 7 }],
    ...draft,
  });
  for (const [person, capacity] of Object.entries(sides.mentors))
    await world.as(person).mentoring.enroll({ programId, sides: ['mentor'], capacity });
  for (const person of sides.mentees)
    await world.as(person).mentoring.enroll({ programId, sides: ['mentee'] });
  await world.as('eve').mentoring.startMatching({ id: programId });
  return programId;
}

/** Makes the pairs and begins them. */
async function published(world: World, programId: string): Promise<void> {
  const run = await computed(world, programId);
  await world.as('eve').mentoring.publishMatches({ runId: run.id });
}

/** The person's only mentorship that lives, signed by all of its people unless said. */
async function liveOf(world: World, person: string, { signed = true } = {}): Promise<string> {
  const { items } = await world.as(person).mentoring.mentorships();
  const live = items.filter((one) => one.state !== 'endedEarly' && one.state !== 'completed');
  const [only] = live;
  assert.ok(only && live.length === 1, `${person} has ${live.length} mentorships that live`);
  if (signed)
    for (const one of [...only.mentors, ...only.mentees])
      await world.as(one.id).mentoring.sign({ id: only.id });
  return only.id;
}

/** Stories of mentorships in programs: who oversees them, and who comes back to the pool. */
export function oversightStories(test: Test, open: OpenWorld): void {
  const stateOf = async (world: World, programId: string, person: string) =>
    (await world.as('eve').mentoring.enrollments({ programId, limit: 100 })).items.find(
      (one) => one.person.id === person,
    )?.state;

  test(
    'the manager of a program hears of a silent pair, nudges it, and reads no note',
    story(open, async (world) => {
      const programId = await programOf(world, { mentors: { chidi: 1 }, mentees: ['ana'] });
      await published(world, programId);
      const id = await liveOf(world, 'ana');
      await meet(world, 'ana', id, { notesShared: 'SECRET' });
      const plan = (await world.as('ana').mentoring.mentorship({ id })).plan;
      assert.deepEqual([plan[0]?.title, plan[0]?.dueOn], ['Meet', '2026-03-17']);
      const stop = new AbortController();
      const after = await behindAll(world);
      const eve = world.as('eve').watch({ areas: ['mentoring'], after, signal: stop.signal });
      const ben = world.as('ben').watch({ areas: ['mentoring'], after, signal: stop.signal });
      world.clock.advance(21 * DAY);
      await world.guildhall.tick();
      const [heard] = await hearUntil(eve, () => true);
      assert.ok(heard && 'ids' in heard);
      assert.deepEqual([heard.type, heard.ids], ['mentorship.stalled', [id]]);
      const [silent] = (await world.as('eve').mentoring.stalled({ programId })).items;
      assert.equal(silent?.id, id);
      assert.doesNotMatch(JSON.stringify(silent), /SECRET/);
      const status = await world.as('eve').mentoring.nudge({ mentorshipId: id });
      assert.equal(status.sessionsHeld, 1);
      assert.doesNotMatch(JSON.stringify(status), /SECRET/);
      assert.equal((await toldOf(world, 'chidi'))[0], 'mentorship.nudged');
      await world.as('dana').mentoring.setOffer({ open: true, capacity: 1 });
      const [toBen] = await hearUntil(ben, () => true);
      assert.equal(toBen && 'type' in toBen && toBen.type, 'offer.changed');
      stop.abort();
    }),
  );

  test(
    'after an early end both are in the pool again, and the mentee has another mentor the same day',
    story(open, async (world) => {
      const sides = { mentors: { chidi: 1, dana: 1 }, mentees: ['ana'] };
      const programId = await programOf(world, sides);
      await published(world, programId);
      const id = await liveOf(world, 'ana');
      const ana = world.as('ana').mentoring;
      const [first] = (await ana.mentorship({ id })).mentors;
      assert.ok(first);
      assert.equal(await stateOf(world, programId, 'ana'), 'matched');
      await ana.endEarly({ id, reason: 'notRightFit', note: 'SECRET', backToPool: true });
      for (const person of ['ana', first.id])
        assert.equal(await stateOf(world, programId, person), 'accepted');
      assert.doesNotMatch(
        JSON.stringify(await world.as(first.id).mentoring.mentorships()),
        /SECRET|RightFit/,
      );
      const eve = world.as('eve').mentoring;
      const [status] = (await eve.statuses({ programId, states: ['endedEarly'] })).items;
      assert.deepEqual([status?.ending?.reason, status?.ending?.note], ['notRightFit', 'SECRET']);
      for (const person of ['ana', first.id, 'ben'])
        await assert.rejects(
          world.as(person).mentoring.statuses({ programId }),
          refused('forbidden', 'program.notYours'),
        );
      await published(world, programId);
      const next = await ana.mentorship({ id: await liveOf(world, 'ana') });
      assert.notEqual(next.mentors[0]?.id, first.id);
      assert.equal(next.program?.id, programId);
    }),
  );

  test(
    'who does not want another partner is out of the pool; a mentor with others offers the place no more',
    story(open, async (world) => {
      const sides = { mentors: { chidi: 2 }, mentees: ['ana', 'dana'] };
      const programId = await programOf(world, sides);
      await published(world, programId);
      const [withAna, withDana] = [await liveOf(world, 'ana'), await liveOf(world, 'dana')];
      const chidi = world.as('chidi').mentoring;
      await chidi.endEarly({ id: withAna, reason: 'noTime', backToPool: false });
      assert.equal(await stateOf(world, programId, 'chidi'), 'matched');
      assert.equal(await stateOf(world, programId, 'ana'), 'accepted');
      const run = await computed(world, programId);
      assert.equal(run.figures?.places, 0);
      await world.as('dana').mentoring.endEarly({ id: withDana, reason: 'goalsReached', backToPool: false });
      assert.equal(await stateOf(world, programId, 'dana'), 'withdrawn');
      assert.equal(await stateOf(world, programId, 'chidi'), 'accepted');
    }),
  );

  test(
    'when the program’s last day is over its mentorships wrap up; those nobody signed are ended',
    story(
      open,
      async (world) => {
        const sides = { mentors: { chidi: 1, lea: 1 }, mentees: ['ana', 'dana'] };
        const timeline = { startsOn: '2026-03-16', endsOn: '2026-06-30' };
        const programId = await programOf(world, sides, { timeline, stalledAfterDays: 365 });
        await published(world, programId);
        const id = await liveOf(world, 'ana');
        const unsigned = await liveOf(world, 'dana', { signed: false });
        const ana = world.as('ana').mentoring;
        assert.equal((await ana.mentorship({ id })).state, 'agreed');
        world.clock.now = new Date('2026-03-15T23:00:00.000Z');
        await world.guildhall.tick();
        assert.equal((await ana.mentorship({ id })).state, 'active');
        world.clock.now = new Date('2026-06-30T21:59:59.999Z');
        await world.guildhall.tick();
        assert.equal((await ana.mentorship({ id })).state, 'active');
        world.clock.advance(1);
        await world.guildhall.tick();
        const mentorship = await ana.mentorship({ id });
        assert.equal(mentorship.state, 'wrappingUp');
        assert.equal((await world.as('dana').mentoring.mentorship({ id: unsigned })).state, 'endedEarly');
        for (const person of ['ana', mentorship.mentors[0]?.id ?? ''])
          await world.as(person).mentoring.complete({ id, reflection: { text: 'Done.' } });
        assert.equal(await stateOf(world, programId, 'ana'), 'completed');
        const [thanks] = (await ana.thanksDue()).items;
        assert.equal(thanks?.program?.id, programId);
      },
      { timeZone: 'Europe/Berlin' },
    ),
  );

  test(
    'the people’s managers know of a mentorship only where the program says so, and then only that it is',
    story(open, async (world) => {
      const sides = { mentors: { chidi: 2 }, mentees: ['ana', 'dana'] };
      const programId = await programOf(world, sides, { visibleToManagers: true });
      await world.as(systemActor).people.sync({
        people: [
          { externalId: 'e-ana', name: 'Ana Ruiz', managerExternalId: 'e-lea' },
          { externalId: 'e-ben', name: 'Ben Okafor', managerExternalId: 'e-lea' },
        ],
      });
      await published(world, programId);
      await liveOf(world, 'ana');
      // An open mentorship is nobody's business.
      await world.as('jon').mentoring.setOffer({ open: true, capacity: 1 });
      const request = await world.as('ben').mentoring.request({ mentorId: 'jon', ask: 'Please.' });
      await world.as('jon').mentoring.respond({ id: request.id, accept: true });
      const { items } = await world.as('lea').mentoring.reportMentorships();
      assert.deepEqual(
        items.map(({ person, mentorships }) => [
          person.id,
          mentorships.map((one) => [one.side, one.program.id]),
        ]),
        [
          ['ana', [['mentee', programId]]],
          ['ben', []],
        ],
      );
      assert.deepEqual((await world.as('max').mentoring.reportMentorships()).items, []);
    }),
  );

  test(
    'in a circle everybody signs, and one who leaves leaves the others together',
    story(open, async (world) => {
      const sides = { mentors: { chidi: 3 }, mentees: ['ana', 'ben', 'dana'] };
      const programId = await programOf(world, sides, { kind: 'circle' });
      await published(world, programId);
      const id = await liveOf(world, 'ana', { signed: false });
      for (const person of ['chidi', 'ana', 'dana']) await world.as(person).mentoring.sign({ id });
      const chidi = world.as('chidi').mentoring;
      assert.equal((await chidi.mentorship({ id })).state, 'proposed');
      const session = await chidi.scheduleSession({
        ...{ mentorshipId: id, title: 'Circle', timeZone: 'UTC' },
        start: new Date(world.clock.now.getTime() + DAY).toISOString(),
      });
      // Ben never signs; when he leaves, all who stay have signed.
      await world.as('ben').mentoring.endEarly({ id, reason: 'noTime', backToPool: false });
      const after = await chidi.mentorship({ id });
      assert.equal(after.state, 'active');
      assert.deepEqual(after.mentees.map((person) => person.id).sort(), ['ana', 'dana']);
      await assert.rejects(
        world.as('ben').mentoring.mentorship({ id }),
        refused('not_found', 'mentorship.unknown'),
      );
      assert.equal((await chidi.session({ id: session.id })).sequence, 1);
      assert.doesNotMatch((await world.as('ben').mentoring.calendar()).ics, /VEVENT/);
      assert.match((await world.as('dana').mentoring.calendar()).ics, /VEVENT/);
      assert.equal(await stateOf(world, programId, 'ben'), 'withdrawn');
      const told = { mentorshipId: id, helped: 'All of you' };
      await assert.rejects(chidi.giveFeedback(told), refused('invalid', 'input.invalid'));
      assert.equal((await chidi.giveFeedback({ ...told, toId: 'ana' })).to.id, 'ana');

      world.clock.advance(DAY + HOUR);
      assert.equal((await world.as('ana').mentoring.logSession({ id: session.id, held: true })).counts, true);
      await chidi.endEarly({ id, reason: 'left', backToPool: false });
      assert.equal((await world.as('ana').mentoring.mentorship({ id })).state, 'endedEarly');
      assert.equal(await stateOf(world, programId, 'dana'), 'accepted');
    }),
  );
}
