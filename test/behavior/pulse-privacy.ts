import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import {
  ELEVEN,
  FOUR,
  opened,
  pulseAudit,
  released,
  safety,
  shownCell,
  showsNothing,
  syncPulseCast,
  teamPulse,
  widePulse,
} from './pulse-cast.js';
import { refused } from './refused.js';
import { behindAll, DAY, hearUntil, story, type OpenWorld, type Test, type World } from './world.js';

const RECEIPT = 'a'.repeat(32);
const OTHERS = ['zoe', 'femi', 'fay', 'ana', 'chidi', 'dana'];

/** A wide pulse of Femi's, answered by the eleven, the four and others, and released. */
async function wideReleased(world: World, mode: 'confidential' | 'sealed'): Promise<string> {
  await syncPulseCast(world);
  const waveId = await opened(world, 'femi', widePulse({ mode }));
  for (const [at, person] of [...ELEVEN, ...FOUR, ...OTHERS].entries()) {
    const receipt = mode === 'sealed' ? { receipt: at.toString(16).padStart(32, '0') } : {};
    await world.as(person).pulse.answer({
      waveId,
      answers: safety(
        { risk: 1 + (at % 5), askHelp: 2 + (at % 3) },
        at % 5 ? undefined : { text: `Words ${at}` },
      ),
      ...receipt,
    });
  }
  await released(world, 'femi', waveId);
  return waveId;
}

/** A wave of Chidi's that the first five of the team have answered, released. */
async function withFive(world: World): Promise<string> {
  await syncPulseCast(world);
  const waveId = await opened(world, 'chidi', teamPulse('chidi'));
  for (const person of ELEVEN.slice(0, 5)) await world.as(person).pulse.answer({ waveId, answers: safety() });
  await released(world, 'chidi', waveId);
  return waveId;
}

/** All that these people can read of a wave, as one text. */
async function readable(world: World, waveId: string, readers: readonly string[]): Promise<string> {
  const all = [];
  for (const reader of readers) {
    const own = world.as(reader).pulse;
    const { items: groups } = await own.groups({ waveId });
    const reports = [];
    for (const { id: group } of groups) reports.push(await own.report({ waveId, group, language: 'en' }));
    const wave = await own.wave({ id: waveId });
    const file = await own.exportReport({ waveId });
    const { items: threads } = await own.threads({ waveId });
    all.push({ reader, wave, groups, reports, file, threads });
  }
  return JSON.stringify(all);
}

/** Stories of what surveys do not tell. */
export function privacyStories(test: Test, open: OpenWorld): void {
  for (const mode of ['confidential', 'sealed'] as const)
    test(
      `${mode}: too small, forbidden and empty groups have the same bytes, in reports, trends and exports`,
      story(open, async (world) => {
        const waveId = await wideReleased(world, mode);
        const femi = world.as('femi').pulse;
        const { items } = await femi.groups({ waveId });
        const front = items.find(({ label }) => label === 'Front desk')?.id ?? '';
        const rollback = items.find(({ label }) => label === 'Rollback')?.id ?? '';
        assert.ok(front && rollback);
        const whole = await femi.report({ waveId, group: 'all', language: 'en' });
        assert.equal(shownCell(whole, 'whole').n, '20-49');
        assert.ok(
          !showsNothing(await femi.report({ waveId, group: rollback })),
          'a team of eleven answers is shown',
        );

        const asked = [
          { who: 'femi', group: front, why: 'too small' },
          { who: 'femi', group: 'location:Nowhere', why: 'empty' },
          { who: 'mate-2', group: 'department:x', why: 'no such group' },
          { who: 'nia', group: rollback, why: 'forbidden' },
          { who: 'mate-2', group: front, why: 'forbidden and too small' },
          { who: 'chidi', group: 'below:dana', why: "another manager's" },
        ];
        const { surveyId } = whole;
        const bytes = { report: new Set<string>(), trend: new Set<string>(), file: new Set<string>() };
        for (const { who, group } of asked) {
          const own = world.as(who).pulse;
          const input = { group, language: 'en' as const };
          const report = await own.report({ waveId, ...input });
          assert.ok(showsNothing(report), `${who} ${group}`);
          bytes.report.add(JSON.stringify(report));
          bytes.trend.add(JSON.stringify(await own.trend({ surveyId, ...input })));
          bytes.file.add((await own.exportReport({ waveId, ...input })).text);
        }
        assert.deepEqual(
          Object.values(bytes).map(({ size }) => size),
          [1, 1, 1],
        );
      }),
    );

  test(
    'nobody sees that somebody answers: no read, no event, no audit row and no notification changes',
    story(open, async (world) => {
      await syncPulseCast(world);
      const readers = ['chidi', 'femi', 'ana', 'mate-1'];
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      const before = await readable(world, waveId, readers);
      const rows = (await pulseAudit(world)).length;
      const after = await behindAll(world);
      const heard = world.as('chidi').watch({ after });
      for (const person of ELEVEN.slice(1))
        await world.as(person).pulse.answer({ waveId, answers: safety() });
      await world.as('mate-3').pulse.takeBack({ waveId });
      await world.as('mate-4').pulse.saveDraft({ waveId, answers: {} });
      assert.equal((await pulseAudit(world)).length, rows);
      assert.equal(await readable(world, waveId, readers), before);
      // The first thing that anybody hears is what happens afterwards.
      await world.as('dana').people.updateProfile({ pronouns: 'mark' });
      const events = await hearUntil(heard, (all) =>
        all.some((one) => 'ids' in one && one.ids.includes('dana')),
      );
      assert.deepEqual(
        events.flatMap((one) => ('area' in one ? [one.area] : [])),
        ['people'],
      );
      const { items } = await world.as('mate-2').pulse.mine({});
      assert.deepEqual(
        items.map(({ state }) => state),
        ['answered'],
        'only oneself',
      );
    }),
  );

  test(
    'about how many have answered is known the day after, in steps of five, from ten on',
    story(open, async (world) => {
      await syncPulseCast(world);
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      for (const person of ELEVEN) await world.as(person).pulse.answer({ waveId, answers: safety() });
      const figure = async () => (await world.as('chidi').pulse.wave({ id: waveId })).answered;
      assert.equal(await figure(), undefined);
      world.clock.advance(DAY);
      assert.equal(await figure(), 10);
    }),
  );

  test(
    'sealed: only the receipt finds the own answer again, and after the close nothing does',
    story(open, async (world) => {
      await syncPulseCast(world);
      const waveId = await opened(world, 'chidi', teamPulse('chidi', { mode: 'sealed' }));
      const mate = world.as('mate-1').pulse;
      const missing = refused('forbidden', 'answer.receiptMissing');
      await assert.rejects(mate.answer({ waveId, answers: safety() }), missing);
      await mate.answer({ waveId, answers: safety({ risk: 2 }), receipt: RECEIPT });
      await assert.rejects(mate.ownAnswer({ waveId }), missing);
      await assert.rejects(mate.ownAnswer({ waveId, receipt: 'b'.repeat(32) }), missing);
      await assert.rejects(mate.answer({ waveId, answers: safety(), receipt: 'b'.repeat(32) }), missing);
      const own = await mate.ownAnswer({ waveId, receipt: RECEIPT });
      assert.deepEqual(own.answers?.['risk'], { level: 2 });
      await assert.rejects(
        world
          .as('mate-2')
          .pulse.ownAnswer({ waveId, receipt: RECEIPT })
          .then((found) => {
            if (found.answers === undefined) throw new Error('nothing of another');
          }),
        /nothing of another/,
      );
      await assert.rejects(mate.saveDraft({ waveId, answers: {} }), refused('conflict', 'wave.noDrafts'));
      await released(world, 'chidi', waveId);
      const closed = refused('conflict', 'wave.notOpen');
      await assert.rejects(mate.ownAnswer({ waveId, receipt: RECEIPT }), closed);
      await assert.rejects(mate.takeBack({ waveId, receipt: RECEIPT }), closed);
      await assert.rejects(mate.answer({ waveId, answers: safety(), receipt: RECEIPT }), closed);
    }),
  );

  test(
    'who reads what: managers below them, members their own team, HR all, others nothing',
    story(open, async (world) => {
      const waveId = await wideReleased(world, 'confidential');
      const groups = async (who: string) =>
        (await world.as(who).pulse.groups({ waveId })).items.map(({ level, label, below }) =>
          below ? `below ${below.id}` : level === 0 ? 'all' : label,
        );
      assert.ok((await groups('ana')).length > 8);
      assert.deepEqual(await groups('mate-2'), ['all', 'Rollback']);
      assert.deepEqual(await groups('chidi'), ['all', 'below chidi']);
      assert.deepEqual(await groups('max'), ['all'], 'was asked too, and is in no team');
      assert.ok(!showsNothing(await world.as('chidi').pulse.report({ waveId, group: 'below:chidi' })));
      const wordsOf = async (who: string) =>
        (await world.as(who).pulse.report({ waveId })).words.map(({ cell }) => cell.shown);
      assert.deepEqual(await wordsOf('ana'), [true]);
      assert.deepEqual(await wordsOf('mate-2'), [false], 'figures, not words');
      const { text } = await world.as('mate-2').pulse.exportReport({ waveId });
      assert.ok(text.includes('20-49') && !text.includes('Words'));
      await assert.rejects(
        world.as('chidi').pulse.dashboard({ waveId }),
        refused('forbidden', 'wave.notYours'),
      );
      const { rows } = await world.as('ana').pulse.dashboard({ waveId });
      const rowOf = (label: string) => rows.find(({ group }) => group.label === label);
      assert.equal(rowOf('Rollback')?.cells['whole']?.shown, true);
      assert.equal(rowOf('Front desk')?.cells['whole']?.shown, false, 'a team of four');
      assert.equal(rowOf('Engineering')?.cells['whole']?.shown, true);
      // The whole without Engineering and People would be the four of Support.
      assert.equal(rowOf('Support')?.cells['whole']?.shown, false);
      assert.equal(rowOf('People')?.cells['whole']?.shown, false);

      const own = await opened(world, 'chidi', teamPulse('chidi', { readers: { roles: [] } }));
      await assert.rejects(world.as('max').pulse.wave({ id: own }), refused('not_found', 'wave.unknown'));
      await assert.rejects(world.as('femi').pulse.wave({ id: own }), refused('not_found', 'wave.unknown'));
    }),
  );

  test(
    'who was asked and gets the role of a reader afterwards reads what the others read who were asked',
    story(open, async (world) => {
      const waveId = await withFive(world);
      const seen = async (who: string) => !showsNothing(await world.as(who).pulse.report({ waveId }));
      assert.equal(await seen('chidi'), true, 'five answers, and nobody who knows one of them reads');
      const grant = (personId: string) =>
        world.as(systemActor).people.grantRole({ personId, role: 'analyst' });
      for (const who of ['mate-1', 'max']) await grant(who);
      assert.equal(await seen('max'), true, 'was not asked');
      assert.equal(await seen('mate-1'), false, 'knows one of the five');
      const mate = world.as('mate-1').pulse;
      const notYours = refused('forbidden', 'wave.notYours');
      await assert.rejects(mate.dashboard({ waveId }), notYours);
      assert.deepEqual((await mate.threads({ waveId })).items, []);
      const { surveyId } = await mate.wave({ id: waveId });
      const { points } = await mate.trend({ surveyId });
      assert.ok(points.every(({ cells }) => Object.values(cells).every(({ shown }) => !shown)));
      assert.doesNotMatch((await mate.exportReport({ waveId })).text, /5-9/);

      // Where a reader was among those who were asked from the start, figures are made so that no reader learns more.
      const later = await opened(world, 'chidi', teamPulse('chidi', { title: 'Another' }));
      for (const person of ELEVEN) await world.as(person).pulse.answer({ waveId: later, answers: safety() });
      await released(world, 'chidi', later);
      await grant('mate-2');
      for (const who of ['chidi', 'mate-1', 'mate-2'])
        assert.ok(!showsNothing(await world.as(who).pulse.report({ waveId: later })), who);
    }),
  );

  test(
    'the roster is frozen at the opening, and accounts that are too new are not asked',
    story(open, async (world) => {
      await syncPulseCast(world);
      world.clock.advance(40 * DAY);
      const system = world.as(systemActor);
      const add = (id: string) =>
        system.people.sync({
          people: [
            { id, externalId: `e-${id}`, name: id, department: 'Engineering', managerExternalId: 'e-chidi' },
          ],
        });
      await add('new');
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      await add('newer');
      for (const person of ['new', 'newer']) {
        assert.deepEqual((await world.as(person).pulse.mine({})).items, [], person);
        const answering = world.as(person).pulse.answer({ waveId, answers: safety() });
        await assert.rejects(answering, refused('not_found', 'wave.unknown'));
      }
      const moved = { externalId: 'e-mate-1', name: 'Mate-1', managerExternalId: 'e-dana' };
      await system.people.sync({ people: [moved] });
      await world.as('mate-1').pulse.answer({ waveId, answers: safety() });
    }),
  );
}
