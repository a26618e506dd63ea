import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import {
  cycleDraft,
  fill,
  formId,
  launched,
  peer,
  ratings,
  reasonOf,
  seat,
  syncReviewCast,
} from './reviews-cast.js';
import { refused } from './refused.js';
import { DAY, story, type OpenWorld, type Test, type World } from './world.js';

const asPeer = (personId: string, replaces?: string) => ({
  personId,
  direction: 'peer' as const,
  ...(replaces !== undefined && { replaces }),
});

/** The reason with which somebody cannot propose a person. */
async function proposing(
  world: World,
  by: string,
  cycleId: string,
  reviewer: { personId: string; direction: 'peer' | 'upward' | 'external' },
  subjectId = 'ben',
): Promise<string | undefined> {
  return reasonOf(world.as(by).reviews.nominate({ cycleId, subjectId, reviewers: [reviewer] }));
}

/** Stories of who is asked. */
export function nominationStories(test: Test, open: OpenWorld): void {
  test(
    'who proposes and who approves is as the cycle says',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const hr = await launched(world, { nominationMode: 'hr', approval: 'hr' });
      const manager = await launched(world, { nominationMode: 'manager', approval: 'hr' });
      const subject = await launched(world, { nominationMode: 'subject', approval: 'none' });
      const asked = async (by: string, id: string) => proposing(world, by, id, asPeer(peer(1)));
      assert.equal(await asked('ben', hr), 'nomination.notYours');
      assert.equal(await asked('chidi', hr), 'subject.unknown');
      assert.equal(await asked('ben', manager), 'nomination.notYours');
      assert.equal(await asked('chidi', manager), undefined);
      assert.equal(await asked('dana', manager), 'subject.unknown', 'the manager of others');
      assert.equal(await asked('ben', subject), undefined);
      assert.equal(await asked('sub-2', subject), 'subject.unknown', 'another subject');
      assert.equal(await asked('stray', subject), 'cycle.unknown', 'somebody without a part');
      const waiting = (await femi.nominations({ cycleId: manager, state: 'proposed' })).items;
      assert.equal(waiting.length, 1);
      const { id } = waiting[0]!;
      const chidi = world.as('chidi').reviews;
      await assert.rejects(
        chidi.decideNomination({ id, approve: true }),
        refused('forbidden', 'nomination.notYours'),
      );
      assert.equal((await femi.decideNomination({ id, approve: true })).state, 'approved');
      await assert.rejects(
        femi.decideNomination({ id, approve: false }),
        refused('conflict', 'nomination.over'),
      );
      const [standing] = (await world.as('ben').reviews.nominations({ cycleId: subject })).items;
      assert.equal(standing?.state, 'approved', 'nobody approves');
      assert.deepEqual((await world.as('ben').reviews.nominations({ cycleId: manager })).items, []);
    }),
  );

  test(
    'who cannot answer is refused by the reason, and all or none are proposed',
    story(open, async (world) => {
      await syncReviewCast(world);
      const visibility = { subject: true, manager: true, skipManager: true, hr: true };
      const id = await launched(world, { visibility });
      const asked = (personId: string, direction: 'peer' | 'upward' | 'external' = 'peer') =>
        proposing(world, 'femi', id, { personId, direction });
      assert.equal(await asked('ben'), 'reviewer.self');
      assert.equal(await asked('chidi'), 'reviewer.direction', 'the manager has a form');
      assert.equal(await asked('rita'), 'reviewer.direction', 'who reports is no peer');
      assert.equal(await asked('ria', 'upward'), 'reviewer.direction', 'reports to another');
      assert.equal(await asked('zoe'), 'reviewer.reader', 'reads the report');
      assert.equal(await asked('fay'), 'reviewer.reader', 'HR reads the report');
      assert.equal(await asked('nobody'), 'person.unknown');
      assert.equal(await asked(peer(1), 'external'), 'nomination.tooMany', 'the cycle does not ask them');
      const femi = world.as('femi').reviews;
      const both = { cycleId: id, subjectId: 'ben', reviewers: [asPeer(peer(1)), asPeer('zoe')] };
      await assert.rejects(femi.nominate(both), refused('conflict', 'reviewer.reader'));
      assert.deepEqual((await femi.nominations({ cycleId: id })).items, []);
      const twice = { ...both, reviewers: [asPeer(peer(1)), asPeer(peer(1))] };
      await assert.rejects(femi.nominate(twice), refused('conflict', 'nomination.twice'));
      // Accounts made later, or shortly before the launch, do not count.
      const add = (personId: string) =>
        world
          .as(systemActor)
          .people.sync({ people: [{ id: personId, externalId: `e-${personId}`, name: personId }] });
      world.clock.advance(DAY);
      await add('new-1');
      assert.equal(await asked('new-1'), 'reviewer.tooNew');
      assert.equal(await proposing(world, 'ben', id, asPeer('new-1')), 'reviewer.tooNew', 'by Ben');
      world.clock.advance(29 * DAY);
      const later = await launched(world, {
        dates: { nominateBy: '2026-05-01', answerBy: '2026-05-30' },
      });
      assert.equal(await proposing(world, 'femi', later, asPeer('new-1')), 'reviewer.tooNew', '29 days');
      world.clock.advance(DAY);
      const last = await launched(world, { dates: { nominateBy: '2026-05-01', answerBy: '2026-05-30' } });
      assert.equal(await proposing(world, 'femi', last, asPeer('new-1')), undefined, '30 days');
    }),
  );

  test(
    'a form that was opened is not declined, and nobody takes away an open one',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await launched(world);
      const femi = world.as('femi').reviews;
      await seat(world, id, 'ben', { [peer(1)]: 'peer', [peer(2)]: 'peer', [peer(3)]: 'peer' });
      const forms = [];
      for (const n of [1, 2, 3]) forms.push(await formId(world, peer(n), id, 'ben'));
      const [first = '', second = '', third = ''] = forms;
      assert.equal((await femi.withdrawNomination({ id: third })).state, 'withdrawn');
      assert.equal(await reasonOf(world.as(peer(3)).reviews.form({ id: third })), 'form.unknown');
      assert.equal(await reasonOf(world.as(peer(1)).reviews.start({ id: first })), 'form.notYet');
      await femi.startCollecting({ id });
      await world.as(peer(1)).reviews.start({ id: first });
      const opened = world.as(peer(1)).reviews.decline({ id: first });
      await assert.rejects(opened, refused('conflict', 'form.started'));
      // The same answer whether or not a form was opened: nobody learns it in this way.
      for (const one of [first, second])
        assert.equal(await reasonOf(femi.withdrawNomination({ id: one })), 'nomination.over');
      await world.as(peer(2)).reviews.decline({ id: second });
      assert.equal(await reasonOf(world.as(peer(2)).reviews.decline({ id: second })), 'form.unknown');
      const own = await formId(world, 'ben', id, 'ben');
      assert.equal(await reasonOf(world.as('ben').reviews.decline({ id: own })), 'form.cannotDecline');
      // Proposing has ended for Ben, but for the place of the one who declined.
      assert.equal(await proposing(world, 'ben', id, asPeer(peer(4))), 'cycle.wrongState');
      assert.equal(
        await proposing(world, 'ben', id, asPeer(peer(4), first) as ReturnType<typeof asPeer>),
        'nomination.unknown',
        'the first did not decline',
      );
      const [made] = (
        await world.as('ben').reviews.nominate({ cycleId: id, reviewers: [asPeer(peer(4), second)] })
      ).nominations;
      await world.as('chidi').reviews.decideNomination({ id: made?.id ?? '', approve: true });
      const again = world.as('ben').reviews.nominate({ cycleId: id, reviewers: [asPeer(peer(5), second)] });
      await assert.rejects(again, refused('conflict', 'nomination.over'));
      await fill(world, peer(4), id, 'ben', ratings(3));
    }),
  );

  test(
    'declining and opening at the same moment: exactly one of them holds',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await launched(world);
      const peers = [1, 2, 3, 4, 5, 6].map(peer);
      await seat(world, id, 'ben', Object.fromEntries(peers.map((one) => [one, 'peer' as const])));
      await world.as('femi').reviews.startCollecting({ id });
      for (const one of peers) {
        const form = await formId(world, one, id, 'ben');
        const { reviews } = world.as(one);
        const [declined, started] = await Promise.all([
          reasonOf(reviews.decline({ id: form })),
          reasonOf(reviews.start({ id: form })),
        ]);
        assert.notEqual(declined === undefined, started === undefined, `${declined} and ${started}`);
        const { items } = await world
          .as('femi')
          .reviews.nominations({ cycleId: id, subjectId: 'ben', limit: 100 });
        const state = items.find((nomination) => nomination.id === form)?.state;
        assert.equal(state, declined === undefined ? 'declined' : 'approved');
      }
    }),
  );

  test(
    'many propose at once: never more than the cycle takes, and nobody twice',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await launched(world, { amounts: { peer: { min: 1, max: 3 } } });
      const propose = (by: string, n: number) => proposing(world, by, id, asPeer(peer(n)));
      const reasons = await Promise.all([
        ...[1, 2, 3, 4].map((n) => propose('ben', n)),
        ...[1, 2, 3, 4].map((n) => propose('chidi', n)),
      ]);
      assert.equal(reasons.filter((reason) => reason === undefined).length, 3);
      const { items } = await world.as('femi').reviews.nominations({ cycleId: id, subjectId: 'ben' });
      assert.equal(new Set(items.map((one) => one.reviewer.id)).size, 3);
    }),
  );

  test(
    'suggestions come from shared teams and public thanks, and departments take turns',
    story(open, async (world) => {
      await syncReviewCast(world);
      const id = await launched(world);
      const ben = world.as('ben');
      await ben.recognition.give({ receivers: [peer(2)], message: 'Thanks', audience: 'public' });
      await world.as(peer(4)).recognition.give({ receivers: ['ben'], message: 'Hi', audience: 'public' });
      await world
        .as(peer(6))
        .recognition.give({ receivers: ['ben'], message: 'SECRET', audience: 'private' });
      const { items } = await ben.reviews.suggestReviewers({ cycleId: id, direction: 'peer', limit: 6 });
      const found = items.map((one) => one.person.id);
      assert.ok(found.includes(peer(2)) && found.includes(peer(4)));
      assert.ok(!found.includes(peer(6)), 'private thanks suggest nobody');
      assert.ok(!found.includes('chidi') && !found.includes('rita'));
      assert.notEqual(items[0]?.department, items[1]?.department);
      const reports = await ben.reviews.suggestReviewers({ cycleId: id, direction: 'upward' });
      assert.deepEqual(reports.items.map((one) => one.person.id).sort(), ['raj', 'rita']);
      await assert.rejects(
        world.as('stray').reviews.suggestReviewers({ cycleId: id, subjectId: 'ben', direction: 'peer' }),
        refused('not_found', 'cycle.unknown'),
      );
    }),
  );

  test(
    'a draft says what is wrong by its field',
    story(open, async (world) => {
      await syncReviewCast(world);
      const femi = world.as('femi').reviews;
      const wrong: [Parameters<typeof cycleDraft>[0], string][] = [
        [{ thresholds: { k360: 2 } }, 'thresholds.k360'],
        [{ thresholds: { k360: 10, kText: 5 } }, 'thresholds.kText'],
        [{ visibility: { subject: false, manager: true } }, 'visibility.subject'],
        [{ amounts: { peer: { min: 5, max: 4 } } }, 'amounts.peer.max'],
        [{ dates: { nominateBy: '2026-03-13', answerBy: '2026-03-12' } }, 'dates.answerBy'],
        [{ templateByDirection: {} }, 'templateByDirection'],
        [{ subjects: ['ben', 'ben'] }, 'subjects'],
      ];
      for (const [draft, path] of wrong)
        await assert.rejects(
          femi.createCycle(cycleDraft(draft)),
          (error: { fields?: { path: string }[] }) => {
            assert.deepEqual(
              error.fields?.map((field) => field.path),
              [path],
            );
            return true;
          },
        );
      assert.equal(await reasonOf(femi.createCycle(cycleDraft({ subjects: ['nobody'] }))), 'person.unknown');
      const templateByDirection = { peer: { templateId: 'missing' } };
      assert.equal(await reasonOf(femi.createCycle(cycleDraft({ templateByDirection }))), 'template.unknown');
      assert.deepEqual((await femi.cycles()).items, []);
    }),
  );
}
