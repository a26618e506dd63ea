import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import { allPairs, asText, computed, matching } from './mentoring-pool.js';
import { meet } from './mentoring-pair.js';
import { refused } from './refused.js';
import { DAY, story, type OpenWorld, type Test } from './world.js';

const SECRET = 'Nobody but us two may read this.';

/** The story of a cohort to its end, with the report and the exports. */
export function reportStories(test: Test, open: OpenWorld): void {
  test(
    'a cohort to its report: signed, met, stalled and nudged, ended early and matched again, counted, exported',
    story(open, async (world) => {
      const draft = { name: '=Leads', cadenceDays: 7, stalledAfterDays: 10 };
      const programId = await matching(world, { mentors: 4, mentees: 3 }, draft);
      await world.as(systemActor).people.sync({ people: [{ externalId: 'e-1', name: '=cmd()' }] });
      const eve = world.as('eve').mentoring;
      const run = await computed(world, programId);
      const pairs = asText(await allPairs(eve, run.id));
      await eve.publishMatches({ runId: run.id });
      const ids = new Map<string, string>();
      for (const { mentee, mentor } of await allPairs(eve, run.id)) {
        const [match] = (await world.as(mentee.id).mentoring.myMatch({ programId })).items;
        ids.set(mentee.id, match?.mentorshipId ?? '');
        for (const person of [mentee.id, mentor.id])
          await world.as(person).mentoring.sign({ id: match?.mentorshipId ?? '' });
      }
      const [one, two] = [ids.get('mentee-1') ?? '', ids.get('mentee-2') ?? ''];
      const mentee = world.as('mentee-1');
      await mentee.mentoring.setGoal({ mentorshipId: one, title: SECRET });
      await meet(world, 'mentee-1', one, { days: 4, notesShared: SECRET });
      await meet(world, 'mentee-1', one, { days: 7, notesShared: SECRET });
      await world.guildhall.tick();
      assert.deepEqual(
        (await eve.stalled({ programId })).items.map((status) => status.mentees[0]?.id).sort(),
        ['mentee-2', 'mentee-3'],
      );
      await eve.nudge({ mentorshipId: two });
      assert.equal((await world.as('mentee-2').notifications.list()).items[0]?.type, 'mentorship.nudged');

      await world.as('mentee-2').mentoring.endEarly({
        ...{ id: two, reason: 'notRightFit', note: 'Too far apart.', backToPool: true },
      });
      const again = await computed(world, programId);
      const rematched = asText(await allPairs(eve, again.id));
      assert.equal(rematched.length, 1);
      assert.ok(rematched[0]?.startsWith('mentee-2 ') && !pairs.includes(rematched[0]));
      await eve.publishMatches({ runId: again.id });

      const { figures } = await eve.report({ programId });
      const values = Object.fromEntries(figures.map(({ figure, value, of }) => [figure, [value, of]]));
      assert.deepEqual(values, {
        mentors: [4, undefined],
        mentees: [3, undefined],
        waitlisted: [0, undefined],
        matchRate: [3, 3],
        mentorships: [4, undefined],
        signed: [3, 4],
        live: [3, 4],
        stalled: [1, 4],
        completed: [0, 4],
        endedEarly: [1, 4],
        'endedEarly.notRightFit': [1, 1],
        sessionsHeld: [2, undefined],
        sessionsPerMentorship: [0.5, undefined],
        daysBetweenSessions: [7, undefined],
        goalsMet: [0, 1],
        stories: [0, 0],
        thanks: [0, undefined],
      });
      const all = (await eve.statuses({ programId })).items;
      assert.deepEqual(
        all.map((status) => [status.sessionsHeld, status.ending?.reason]).sort(),
        [
          [0, undefined],
          [0, undefined],
          [0, 'notRightFit'],
          [2, undefined],
        ].sort(),
      );
      for (const what of ['enrollments', 'pairs', 'mentorships', 'sessions', 'report'] as const) {
        const { csv } = await eve.exportProgram({ programId, what });
        assert.ok(!csv.includes(SECRET) && !csv.includes('Too far'), what);
        assert.ok(!/(^|,)"?[=@]/m.test(csv), what);
        assert.ok(csv.split('\r\n').length > 2, what);
        await assert.rejects(
          mentee.mentoring.exportProgram({ programId, what }),
          refused('forbidden', 'program.notYours'),
        );
      }
      assert.ok((await eve.exportProgram({ programId, what: 'sessions' })).csv.includes("'=cmd()"));
      for (const read of [mentee.mentoring.report, mentee.mentoring.statuses, mentee.mentoring.stalled])
        await assert.rejects(read({ programId }), refused('forbidden', 'program.notYours'));
      world.clock.advance(DAY);
      assert.deepEqual((await eve.report({ programId })).figures, figures);
    }),
  );
}
