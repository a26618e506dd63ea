import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import {
  cycleDraft,
  fill,
  launched,
  peer,
  ratings,
  reasonOf,
  release,
  seat,
  syncReviewCast,
  type Reviews,
} from './reviews-cast.js';
import { refused } from './refused.js';
import { story, type OpenWorld, type Test, type World } from './world.js';

const PEERS = Object.fromEntries([1, 2, 3, 4].map((n) => [peer(n), 'peer' as const]));
const EVERYONE = [
  'femi',
  'fay',
  'ola',
  'oda',
  'pia',
  'zoe',
  'chidi',
  'dana',
  'ben',
  'sub-2',
  peer(1),
  'stray',
];

/** A released cycle about Ben and sub-2, with four peers each. */
async function released(world: World, draft: Parameters<typeof cycleDraft>[0] = {}): Promise<string> {
  const id = await launched(world, { subjects: ['ben', 'sub-2'], ...draft });
  for (const subject of ['ben', 'sub-2']) await seat(world, id, subject, PEERS);
  await world.as('femi').reviews.startCollecting({ id });
  for (const subject of ['ben', 'sub-2']) {
    for (const n of [1, 2, 3, 4]) await fill(world, peer(n), id, subject, ratings(n));
    await fill(world, subject, id, subject, ratings(4));
    await fill(world, 'chidi', id, subject, ratings(3));
  }
  await release(world, id);
  return id;
}

/** Everything a person's lists show can be read by itself, and is the same. */
async function contained(reviews: Reviews, personId: string): Promise<void> {
  for (const cycle of (await reviews.cycles({ limit: 100 })).items) {
    assert.deepEqual(await reviews.cycle({ id: cycle.id }), cycle, personId);
    await reviews.subjects({ cycleId: cycle.id });
    for (const one of (await reviews.nominations({ cycleId: cycle.id, limit: 100 })).items)
      assert.equal(one.cycleId, cycle.id);
  }
  for (const task of (await reviews.tasks({ limit: 100 })).items)
    assert.equal((await reviews.form({ id: task.id })).about.id, task.about.id, personId);
  for (const of of ['own', 'line'] as const)
    for (const head of (await reviews.reports({ of, limit: 100 })).items) {
      const whole = await reviews.report({ cycleId: head.cycle.id, subjectId: head.subject.id });
      assert.deepEqual([whole.as, whole.state], [head.as, head.state], personId);
    }
  for (const one of (await reviews.calibrations()).items) await reviews.calibration({ id: one.id });
}

/** Stories of who sees what. */
export function trustStories(test: Test, open: OpenWorld): void {
  test(
    'reports are for the readers that were frozen at the launch, and lists show what can be read',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await released(world, {
        visibility: { subject: true, manager: true, skipManager: true, hr: true },
      });
      const may = new Map<string, string[]>();
      for (const one of EVERYONE) {
        const { reviews } = world.as(one);
        await contained(reviews, one);
        const read: string[] = [];
        for (const subjectId of ['ben', 'sub-2'])
          if ((await reasonOf(reviews.report({ cycleId: id, subjectId }))) === undefined)
            read.push(subjectId);
        may.set(one, read);
      }
      const both = ['ben', 'sub-2'];
      assert.deepEqual(Object.fromEntries(may), {
        ...{ femi: both, fay: both, oda: both, ola: [], pia: [], zoe: both, chidi: both, dana: [] },
        ...{ ben: ['ben'], 'sub-2': ['sub-2'], [peer(1)]: [], stray: [] },
      });
      assert.deepEqual(
        (await world.as('chidi').reviews.reports({ of: 'line' })).items
          .map((head) => [head.subject.id, head.as])
          .sort(),
        [
          ['ben', 'manager'],
          ['sub-2', 'manager'],
        ],
      );
      assert.equal((await world.as('femi').reviews.reports({ of: 'hr', cycleId: id })).items.length, 2);
      const stray = world.as('stray').reviews.reports({ of: 'hr', cycleId: id });
      await assert.rejects(stray, refused('not_found', 'cycle.unknown'));
    }),
  );

  test(
    'where the cycle names the subject alone, the subject reads alone',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await released(world, { visibility: { subject: true } });
      for (const one of EVERYONE.filter((personId) => personId !== 'ben')) {
        const { reviews } = world.as(one);
        assert.equal(
          await reasonOf(reviews.report({ cycleId: id, subjectId: 'ben' })),
          'report.unknown',
          one,
        );
        assert.deepEqual((await reviews.reports({ of: 'line' })).items, [], one);
      }
      assert.equal((await world.as('ben').reviews.report({ cycleId: id })).as, 'subject');
    }),
  );

  test(
    'who was asked for a nameless answer about somebody never reads that report, whatever the role',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await released(world, { visibility: { subject: true, manager: true, hr: true } });
      await world.as(systemActor).people.grantRole({ personId: peer(1), role: 'hrAdmin' });
      const { reviews } = world.as(peer(1));
      for (const subjectId of ['ben', 'sub-2'])
        assert.equal(await reasonOf(reviews.report({ cycleId: id, subjectId })), 'report.unknown');
      assert.doesNotMatch((await reviews.exportCycle({ id, format: 'json' })).text, /agenda/);
      assert.deepEqual((await reviews.reports({ of: 'hr', cycleId: id })).items, []);
    }),
  );

  test(
    'each question has its own readers: of the answer, of the giver, and together with the person',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      type Item = Parameters<typeof femi.saveTemplate>[0]['draft']['items'][number];
      const yesNo = (id: string, visibility?: Item['visibility']): Item => ({
        question: { type: 'rating', id, prompt: id, labels: ['a', 'b', 'c'] },
        ...(visibility && { visibility }),
      });
      const all = ['subject' as const, 'manager' as const];
      const draft = {
        name: 'Lists',
        items: [
          yesNo('open'),
          yesNo('own', { response: ['subject'], giver: ['subject'], recipient: all }),
          yesNo('unsigned', { response: all, giver: [], recipient: all }),
          yesNo('nowhere', { response: [], giver: [], recipient: [] }),
          {
            question: { type: 'text' as const, id: 'words', prompt: 'words', required: false },
            visibility: { response: ['subject' as const], giver: [], recipient: all },
          },
        ],
      };
      const hidden = { ...draft, items: [yesNo('x', { response: ['manager'], giver: [], recipient: all })] };
      await assert.rejects(femi.saveTemplate({ draft: hidden }), refused('invalid', 'input.invalid'));
      const { id: templateId } = await femi.saveTemplate({ draft });
      const choice = { templateId };
      const id = await launched(world, {
        subjects: ['ben'],
        templateByDirection: { manager: choice, peer: choice },
      });
      await seat(world, id, 'ben', PEERS);
      await femi.startCollecting({ id });
      const rated = draft.items.filter((item) => item.question.type === 'rating');
      const answers = Object.fromEntries(rated.map((item) => [item.question.id, { level: 2 }]));
      for (const one of ['chidi', peer(1), peer(2), peer(3)]) await fill(world, one, id, 'ben', answers);
      await release(world, id);
      const of = { cycleId: id, subjectId: 'ben' };
      const [ben, chidi] = [
        await world.as('ben').reviews.report(of),
        await world.as('chidi').reviews.report(of),
      ];
      const asked = (report: typeof ben) => report.questions.map((one) => one.question.id);
      assert.deepEqual(
        [asked(ben), asked(chidi)],
        [
          ['open', 'own', 'unsigned', 'words'],
          ['open', 'unsigned'],
        ],
      );
      const forms = (report: typeof ben) =>
        report.attributed.map((form) => [form.by?.id, Object.keys(form.answers)]);
      assert.deepEqual(forms(ben), [
        ['chidi', ['open', 'own']],
        [undefined, ['unsigned']],
      ]);
      assert.deepEqual(Object.keys(chidi.classes[0]?.cells ?? {}), ['open', 'unsigned']);
      const texts = (report: typeof ben) => Object.keys(report.classes[0]?.texts ?? {});
      assert.deepEqual([texts(ben), texts(chidi)], [['words'], []]);
      // A used version stays: saving it makes the next, and the report is as it was.
      const next = await femi.saveTemplate({ id: templateId, draft: { ...draft, name: 'Lists, changed' } });
      assert.equal(next.version, 2);
      assert.equal((await femi.template({ id: templateId, version: 1 })).name, 'Lists');
      assert.deepEqual(await world.as('ben').reviews.report(of), ben);
      const names: string[] = [];
      let after: string | undefined;
      do {
        const page = await femi.templates({ limit: 1, ...(after !== undefined && { after }) });
        assert.ok(page.items.length <= 1);
        names.push(...page.items.map((one) => one.name));
        after = page.next;
      } while (after !== undefined);
      const builtIns = ['Working together 360', 'Leading people 360', 'Zusammenarbeit 360', 'Führung 360'];
      assert.deepEqual(names, [...builtIns, 'Lists, changed']);
      await femi.retireTemplate({ id: templateId });
      assert.equal(await reasonOf(femi.saveTemplate({ id: templateId, draft })), 'template.retired');
      const used = cycleDraft({ templateByDirection: { peer: choice } });
      assert.equal(await reasonOf(femi.createCycle(used)), 'template.unknown');
      const builtIn = { id: 'working-together-360', draft };
      assert.equal(await reasonOf(femi.saveTemplate(builtIn)), 'template.builtIn');
    }),
  );

  test(
    'nobody is told an author; that they asked is in the audit trail, as is every step of a cycle',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await released(world);
      for (const one of EVERYONE)
        await assert.rejects(
          world.as(one).reviews.requestAuthor({ cycleId: id, subjectId: 'ben' }),
          refused('forbidden', 'author.refused'),
        );
      await world.as('chidi').reviews.report({ cycleId: id, subjectId: 'ben' });
      const rows = [];
      let after: string | undefined;
      do {
        const page = await world
          .as('pia')
          .settings.auditLog({ limit: 100, ...(after !== undefined && { after }) });
        rows.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      const asked = rows.filter((row) => row.operation === 'reviews.requestAuthor');
      assert.deepEqual(asked.map((row) => row.actorId).sort(), [...EVERYONE].sort());
      assert.ok(asked.every((row) => row.refused === 'author.refused'));
      const done = new Set(rows.map((row) => row.operation));
      for (const move of [
        'createCycle',
        'launch',
        'nominate',
        'startCollecting',
        'submit',
        'close',
        'release',
        'report',
      ])
        assert.ok(done.has(`reviews.${move}`), move);
      for (const silent of ['answer', 'start', 'saveDraft', 'takeBack'])
        assert.ok(!done.has(`reviews.${silent}`), silent);
    }),
  );

  test(
    'reading twice, in any order and by anybody, brings the same bytes',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await released(world);
      const of = { cycleId: id, subjectId: 'ben' };
      const first = await world.as('ben').reviews.report(of);
      await world.as('chidi').reviews.report({ ...of, subjectId: 'sub-2' });
      await world.as('ben').reviews.acknowledge({ cycleId: id });
      await world.as(systemActor).people.sync({
        people: [
          { externalId: `e-${peer(1)}`, name: 'Other Name', department: 'Moved' },
          { externalId: 'e-peer-2', name: 'Gone', status: 'departed' },
        ],
      });
      const theirs = await world.as('chidi').reviews.report(of);
      const again = await world.as('ben').reviews.report(of);
      assert.deepEqual([again.classes, again.all, again.hash], [first.classes, first.all, first.hash]);
      assert.deepEqual([theirs.classes, theirs.all, theirs.hash], [first.classes, first.all, first.hash]);
    }),
  );
}
