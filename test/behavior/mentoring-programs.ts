import assert from 'node:assert/strict';
import { enrolling, programDraft, syncMentoringCast } from './mentoring-cast.js';
import { refused } from './refused.js';
import { MINUTE, story, type OpenWorld, type Test } from './world.js';

const settings = { timeZone: 'Europe/Berlin' };

/** Stories of programs, enrollment and training. */
export function programStories(test: Test, open: OpenWorld): void {
  test(
    'a program from a template: drafts are invisible; published, it shows objectives, guides and agreement',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const eve = world.as('eve').mentoring;
      const ana = world.as('ana').mentoring;
      const { items } = await eve.templates();
      const template = items.find((one) => one.id === 'emerging-leads');
      assert.ok(items.length >= 5 && template);
      const { id } = await eve.createProgram(template.draft);
      await assert.rejects(ana.program({ id }), refused('not_found', 'program.unknown'));
      await assert.rejects(
        ana.enroll({ programId: id, sides: ['mentee'] }),
        refused('not_found', 'program.unknown'),
      );
      assert.deepEqual((await ana.programs()).items, []);
      assert.deepEqual(
        (await eve.programs()).items.map((one) => [one.name, one.state]),
        [['Emerging leads', 'draft']],
      );
      assert.equal((await world.as('femi').mentoring.program({ id })).may.manage, true);

      await eve.openEnrollment({ id });
      const seen = await ana.program({ id });
      assert.deepEqual(seen.objectives, template.draft.objectives);
      assert.deepEqual(seen.guides, template.draft.guides);
      assert.equal(seen.agreement, template.draft.agreement);
      assert.deepEqual(seen.may, { enroll: ['mentor', 'mentee'], manage: false, match: false, moves: [] });
      assert.equal(seen.rules, undefined);
      assert.deepEqual(
        (await ana.programs()).items.map((one) => one.id),
        [id],
      );
    }),
  );

  test(
    'every template is a draft that can be made, opened, and carried to its end',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const eve = world.as('eve').mentoring;
      for (const { draft } of (await eve.templates()).items) {
        const { id } = await eve.createProgram(draft);
        await eve.openEnrollment({ id });
        await assert.rejects(eve.openEnrollment({ id }), refused('conflict', 'program.wrongState'));
        await eve.startMatching({ id });
        await eve.launch({ id });
        await eve.wrapUp({ id });
        await eve.closeProgram({ id });
        assert.equal((await eve.archiveProgram({ id })).state, 'archived');
        await assert.rejects(eve.cancelProgram({ id }), refused('conflict', 'program.wrongState'));
      }
      assert.deepEqual((await eve.programs()).items, []);
    }),
  );

  test(
    'only those who run a program change it, and what was promised stays',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const id = await enrolling(world, { managers: ['dana'] });
      const { mentoring } = world.as('ana');
      await assert.rejects(
        mentoring.updateProgram({ id, draft: programDraft() }),
        refused('forbidden', 'program.notYours'),
      );
      await assert.rejects(mentoring.launch({ id }), refused('forbidden', 'program.notYours'));
      await assert.rejects(
        mentoring.enrollments({ programId: id }),
        refused('forbidden', 'program.notYours'),
      );
      const dana = world.as('dana').mentoring;
      await assert.rejects(
        dana.updateProgram({ id, draft: programDraft({ visibleToManagers: true }) }),
        refused('conflict', 'program.promised'),
      );
      await assert.rejects(
        dana.updateProgram({ id, draft: programDraft({ managers: ['nobody'] }) }),
        refused('not_found', 'person.unknown'),
      );
      await assert.rejects(
        dana.updateProgram({
          id,
          draft: programDraft({ timeline: { startsOn: '2026-05-01', endsOn: '2026-04-01' } }),
        }),
        refused('invalid', 'input.invalid'),
      );
      const { name, managers } = await dana.updateProgram({
        id,
        draft: programDraft({ name: 'Leads 2026' }),
      });
      assert.deepEqual([name, managers.map((one) => one.id)], ['Leads 2026', ['eve']]);
      await assert.rejects(dana.launch({ id }), refused('forbidden', 'program.notYours'));
    }),
  );

  test(
    'enrollment holds to its dates in the organization’s zone, to whom it is for, and updates what was said',
    story(
      open,
      async (world) => {
        await syncMentoringCast(world);
        const units = (await world.as('eve').people.units({ kind: 'department' })).items;
        const support = units.find((unit) => unit.name === 'Support')?.id ?? '';
        const programId = await enrolling(world, {
          eligibility: { departments: [support] },
          timeline: { enrollFrom: '2026-03-11', enrollUntil: '2026-03-12' },
        });
        const ana = world.as('ana').mentoring;
        const draft = { programId, sides: ['mentee' as const], topics: [{ skill: 'Facilitation' }] };
        assert.equal((await ana.program({ id: programId })).mayNot, 'program.notYetEnrolling');
        await assert.rejects(ana.enroll(draft), refused('conflict', 'program.notYetEnrolling'));
        world.clock.now = new Date('2026-03-10T23:30:00.000Z'); // The 11th has begun in Berlin.
        const first = await ana.enroll(draft);
        assert.deepEqual(
          first.topics.map((topic) => [topic.skill.name, topic.level]),
          [['Facilitation', 'working']],
        );
        await assert.rejects(
          world.as('dana').mentoring.enroll(draft),
          refused('forbidden', 'program.notEligible'),
        );
        const again = await ana.enroll({ ...draft, sides: ['mentor', 'mentee'], capacity: 3 });
        assert.deepEqual([again.id, again.capacity, again.state], [first.id, 3, 'applied']);
        world.clock.now = new Date('2026-03-12T23:30:00.000Z');
        await assert.rejects(
          world.as('ben').mentoring.enroll(draft),
          refused('conflict', 'program.enrollmentOver'),
        );
        assert.equal((await ana.enroll({ ...draft, capacity: 2 })).capacity, 2);
        assert.deepEqual(
          (await ana.myEnrollments()).items.map((one) => [one.program.name, one.capacity]),
          [['Emerging leads', 2]],
        );
      },
      settings,
    ),
  );

  test(
    'an evergreen program enrolls while it runs; a cohort does not',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const eve = world.as('eve').mentoring;
      const evergreen = await enrolling(world, { form: 'evergreen' });
      await eve.launch({ id: evergreen });
      await world.as('ana').mentoring.enroll({ programId: evergreen, sides: ['mentee'] });
      const cohort = await enrolling(world);
      await assert.rejects(eve.launch({ id: cohort }), refused('conflict', 'program.wrongState'));
      await eve.startMatching({ id: cohort });
      await assert.rejects(
        world.as('ana').mentoring.enroll({ programId: cohort, sides: ['mentee'] }),
        refused('conflict', 'program.notEnrolling'),
      );
    }),
  );

  test(
    'a manager decides; whom somebody wishes for or avoids is read by nobody else',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const programId = await enrolling(world);
      const eve = world.as('eve').mentoring;
      const ana = world.as('ana').mentoring;
      const { id } = await ana.enroll({
        programId,
        sides: ['mentee'],
        preferences: ['ben'],
        notWith: ['chidi'],
      });
      const [listed] = (await eve.enrollments({ programId })).items;
      assert.equal(listed?.preferences, undefined);
      assert.equal(listed?.notWith, undefined);
      assert.deepEqual(
        (await ana.myEnrollments()).items[0]?.notWith?.map((one) => one.id),
        ['chidi'],
      );
      await assert.rejects(
        ana.decideEnrollment({ id, decision: 'accept' }),
        refused('forbidden', 'program.notYours'),
      );
      assert.equal((await eve.decideEnrollment({ id, decision: 'waitlist' })).state, 'waitlisted');
      assert.equal((await eve.decideEnrollment({ id, decision: 'decline' })).state, 'declined');
      assert.deepEqual((await eve.enrollments({ programId, states: ['applied', 'accepted'] })).items, []);
      await assert.rejects(
        ana.enroll({ programId, sides: ['mentee'] }),
        refused('forbidden', 'enrollment.declined'),
      );
      await world.as('ben').mentoring.enroll({ programId, sides: ['mentor'] });
      assert.equal((await world.as('ben').mentoring.withdrawEnrollment({ programId })).state, 'withdrawn');
      await assert.rejects(
        world.as('ben').mentoring.withdrawEnrollment({ programId }),
        refused('conflict', 'enrollment.over'),
      );
      assert.equal(
        (await world.as('ben').mentoring.enroll({ programId, sides: ['mentor'] })).state,
        'applied',
      );
    }),
  );

  test(
    'the training gate tells who has not done it, and attesting counts once',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const modules = ['listening', 'asking', 'feedback'].map((id) => ({
        id,
        title: id,
        body: 'Read.',
        minutes: 10,
        side: 'mentor' as const,
      }));
      const programId = await enrolling(world, { training: { gate: true, modules } });
      const ben = world.as('ben').mentoring;
      const told = await ben.enroll({ programId, sides: ['mentor'] });
      assert.deepEqual(told.training, { done: 0, of: 3, required: true });
      assert.equal((await ben.training({ programId })).modules.length, 3);
      for (const { id } of [...modules, modules[0]!]) await ben.attest({ programId, moduleId: id });
      const done = await ben.training({ programId });
      assert.deepEqual([done.done, done.of], [3, 3]);
      assert.ok(done.modules.every((module) => module.attestedAt !== undefined));
      await assert.rejects(
        ben.attest({ programId, moduleId: 'other' }),
        refused('not_found', 'module.unknown'),
      );
      world.clock.advance(MINUTE);
      await world.as('ana').mentoring.enroll({ programId, sides: ['mentee'] });
      assert.deepEqual(
        (await world.as('eve').mentoring.enrollments({ programId })).items.map((one) => [
          one.person.id,
          one.training,
        ]),
        [
          ['ben', { done: 3, of: 3, required: true }],
          ['ana', { done: 0, of: 0, required: true }],
        ],
      );
    }),
  );

  test(
    'a file of enrollments is taken whole or not at all, with line and cause',
    story(open, async (world) => {
      await syncMentoringCast(world);
      const programId = await enrolling(world, { capacityDefault: 2 });
      const eve = world.as('eve').mentoring;
      const bad =
        'externalId,side,capacity,topics,shoe size\ne-ana,mentee,,Facilitation:strong; SQL,38\n' +
        'e-nobody,mentor,1,,\ne-ben,teacher,1,,\ne-chidi,mentor,none,,\ne-ana,mentee,,,\n';
      const refusal = await eve.importEnrollments({ programId, csv: bad });
      assert.equal(refusal.written, false);
      assert.deepEqual(
        refusal.errors.map((error) => [error.line, error.column]),
        [
          [3, undefined],
          [4, 'side'],
          [5, 'capacity'],
          [6, undefined],
        ],
      );
      assert.deepEqual(refusal.ignoredColumns, ['shoe size']);
      assert.deepEqual((await eve.enrollments({ programId })).items, []);
      const good = 'externalId;side;capacity;topics\ne-ana;mentee;;Facilitation:strong\ne-ben;mentor;3;\n';
      const dry = await eve.importEnrollments({ programId, csv: good, dryRun: true });
      assert.deepEqual([dry.created, dry.written], [2, false]);
      const done = await eve.importEnrollments({ programId, csv: good });
      assert.deepEqual([done.created, done.changed, done.written], [2, 0, true]);
      assert.deepEqual(
        (await eve.enrollments({ programId })).items
          .map((one) => [one.person.id, one.capacity, one.state])
          .sort(),
        [
          ['ana', 2, 'accepted'],
          ['ben', 3, 'accepted'],
        ],
      );
      const again = await eve.importEnrollments({ programId, csv: good });
      assert.deepEqual([again.created, again.changed], [0, 2]);
      await assert.rejects(
        world.as('ana').mentoring.importEnrollments({ programId, csv: good }),
        refused('forbidden', 'program.notYours'),
      );
    }),
  );
}
