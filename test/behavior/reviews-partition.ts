import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import {
  fill,
  launched,
  peer,
  ratings,
  release,
  reasonOf,
  seat,
  syncReviewCast,
  upwardRatings,
  type ReportOf,
} from './reviews-cast.js';
import { refused } from './refused.js';
import { story, type OpenWorld, type Test, type World } from './world.js';

const UPWARD = ['up-1', 'up-2', 'up-3', 'up-4', 'up-5'];

/** How many peers and reports answer, and what is published: trust.md 3.7. */
const TABLE: readonly { subject: string; peers: number; upward: number; shown: string[]; all: boolean }[] = [
  { subject: 'sub-2', peers: 4, upward: 3, shown: ['peer 3-4', 'upward 3-4'], all: true },
  { subject: 'sub-3', peers: 4, upward: 2, shown: ['peer+upward 5-9'], all: false },
  { subject: 'sub-4', peers: 2, upward: 2, shown: ['peer+upward 3-4'], all: false },
  { subject: 'sub-5', peers: 2, upward: 0, shown: [], all: false },
  { subject: 'sub-6', peers: 1, upward: 5, shown: ['peer+upward 5-9'], all: false },
  { subject: 'sub-7', peers: 0, upward: 0, shown: [], all: false },
];

/** Gives each subject of the table five people who report to them. */
async function syncReports(world: World): Promise<void> {
  await world.as(systemActor).people.sync({
    people: TABLE.flatMap(({ subject }) =>
      UPWARD.map((id) => ({
        id: `${subject}-${id}`,
        externalId: `e-${subject}-${id}`,
        name: `${subject} ${id}`,
        managerExternalId: `e-${subject}`,
      })),
    ),
  });
}

function classesOf({ classes }: ReportOf): string[] {
  return classes.map(({ relations, n }) => `${relations.join('+')} ${n}`);
}

/** What a report says, without the names of whom and when. */
function content({ classes, all, attributed, gaps, measures, questions, state, may }: ReportOf): string {
  return JSON.stringify({ classes, all, attributed, gaps, measures, questions, state, may });
}

/** Stories of what is shown of which numbers. */
export function partitionStories(test: Test, open: OpenWorld): void {
  for (const mode of ['confidential', 'sealed'] as const)
    test(
      `classes are published as the table of the specification says (${mode})`,
      story(open, async (world) => {
        await syncReviewCast(world);
        await syncReports(world);
        const subjects = TABLE.map((row) => row.subject);
        const cycleId = await launched(world, { mode, subjects });
        for (const { subject } of TABLE)
          await seat(world, cycleId, subject, {
            ...Object.fromEntries([1, 2, 3, 4].map((n) => [peer(n), 'peer' as const])),
            ...Object.fromEntries(UPWARD.map((id) => [`${subject}-${id}`, 'upward' as const])),
          });
        await world.as('femi').reviews.startCollecting({ id: cycleId });
        for (const { subject, peers, upward } of TABLE) {
          for (let n = 1; n <= peers; n++)
            await fill(world, peer(n), cycleId, subject, ratings(1 + (n % 5), `p${n}`), receiptOf(n));
          for (const id of UPWARD.slice(0, upward))
            await fill(world, `${subject}-${id}`, cycleId, subject, upwardRatings(4, id), receiptOf(9));
        }
        await release(world, cycleId);
        const reports = new Map<string, ReportOf>();
        for (const { subject, shown, all } of TABLE) {
          const report = await world.as(subject).reviews.report({ cycleId });
          reports.set(subject, report);
          assert.deepEqual(classesOf(report), shown, subject);
          assert.equal(report.all !== undefined, all, subject);
          const manager =
            subject === 'sub-2' || subject === 'sub-3' || subject === 'sub-4' ? 'chidi' : 'dana';
          const theirs = await world.as(manager).reviews.report({ cycleId, subjectId: subject });
          assert.deepEqual([theirs.classes, theirs.all], [report.classes, report.all], 'one release for all');
        }
        // Asked of those who report alone, and answered by two of them: the class is large enough, the question not.
        const two = reports.get('sub-3')?.classes[0]?.cells;
        assert.deepEqual([two?.['agenda']?.shown, two?.['time-for-me']], [true, { shown: false }]);
        // Two answers and none look the same.
        assert.equal(content(reports.get('sub-5')!), content(reports.get('sub-7')!));
      }),
    );

  test(
    'what is not there, not yet there and not the caller’s to read is the same answer, in files too',
    story(open, async (world) => {
      await syncReviewCast(world);
      const cycleId = await launched(world, { subjects: ['ben'] });
      await seat(world, cycleId, 'ben', { [peer(1)]: 'peer', [peer(2)]: 'peer', [peer(3)]: 'peer' });
      await world.as('femi').reviews.startCollecting({ id: cycleId });
      for (const n of [1, 2, 3]) await fill(world, peer(n), cycleId, 'ben', ratings(n + 1));
      const readers = ['ben', 'chidi', 'femi', 'ola', 'zoe', 'pia', 'stray', peer(1), 'rita'];
      const asked = async (personId: string) => {
        const { reviews } = world.as(personId);
        const of = { cycleId, subjectId: 'ben' };
        return [
          await reasonOf(reviews.report(of)),
          await reasonOf(reviews.exportReport({ ...of, format: 'json' })),
          await reasonOf(reviews.report({ ...of, cycleId: 'missing' })),
        ];
      };
      for (const one of readers)
        assert.deepEqual(await asked(one), Array(3).fill('report.unknown'), `${one} before the release`);
      await release(world, cycleId);
      for (const one of readers)
        assert.deepEqual(
          await asked(one),
          ['ben', 'chidi'].includes(one)
            ? [undefined, undefined, 'report.unknown']
            : Array(3).fill('report.unknown'),
          `${one} after the release`,
        );
      const femi = world.as('femi').reviews;
      await assert.rejects(femi.exportCycle({ id: cycleId }), refused('not_found', 'report.unknown'));
    }),
  );

  test(
    'files hold exactly what the screen shows, and cells that no spreadsheet runs',
    story(open, async (world) => {
      await syncReviewCast(world);
      const visibility = { subject: true, manager: true, hr: true };
      const cycleId = await launched(world, { subjects: ['ben', 'sub-2'], visibility });
      for (const subject of ['ben', 'sub-2'])
        await seat(
          world,
          cycleId,
          subject,
          Object.fromEntries([1, 2, 3, 4, 5].map((n) => [peer(n), 'peer' as const])),
        );
      const femi = world.as('femi').reviews;
      await femi.startCollecting({ id: cycleId });
      for (const n of [1, 2, 3, 4, 5])
        await fill(world, peer(n), cycleId, 'ben', ratings(4, n === 1 ? '=HYPERLINK("x")' : `Words ${n}`));
      await fill(world, peer(1), cycleId, 'sub-2', ratings(2, 'Nobody reads this alone.'));
      await release(world, cycleId);
      const ben = world.as('ben').reviews;
      const report = await ben.report({ cycleId });
      const json = await ben.exportReport({ cycleId, format: 'json' });
      const { may: _may, ...shown } = report;
      assert.deepEqual(JSON.parse(json.text), [JSON.parse(JSON.stringify(shown))]);
      const csv = await ben.exportReport({ cycleId });
      assert.match(csv.text, /"'=HYPERLINK\(""x""\)"/);
      assert.doesNotMatch(csv.text, /(^|,)"?=/m);
      const [all, allJson] = [
        await femi.exportCycle({ id: cycleId }),
        await femi.exportCycle({ id: cycleId, format: 'json' }),
      ];
      assert.doesNotMatch(all.text + allJson.text, /Nobody reads this alone|peer-\d|Peer-\d/);
      assert.match(all.text, /Words 3/);
      await assert.rejects(
        world.as('ola').reviews.exportCycle({ id: cycleId }),
        refused('forbidden', 'policy.refused'),
      );
    }),
  );
}

/** A receipt as a page makes it, but the same each time. */
export function receiptOf(n: number): string {
  return n.toString(16).padStart(32, '0');
}
