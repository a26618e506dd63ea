import assert from 'node:assert/strict';
import { isGuildhallError, systemActor } from '@guildhall/core';
import {
  ELEVEN,
  FOUR,
  opened,
  openedAgain,
  pulseAudit,
  released,
  safety,
  shownCell,
  showsNothing,
  syncPulseCast,
  teamPulse,
  untilReleased,
  widePulse,
} from './pulse-cast.js';
import { refused } from './refused.js';
import { DAY, story, type OpenWorld, type Test, type World } from './world.js';

const SUPPORT = { kind: 'reports' as const, managerId: 'dana' };

/** What somebody was notified of, without the rest. */
async function notesOf(world: World, person: string): Promise<string[]> {
  const { items } = await world.as(person).notifications.list({});
  return items.map(({ type }) => type).filter((type) => type.startsWith('pulse.'));
}

/** Stories of the life of surveys and their waves. */
export function surveyStories(test: Test, open: OpenWorld): void {
  test(
    'a survey that repeats reminds who is late, closes and opens again by itself',
    story(open, async (world) => {
      await syncPulseCast(world);
      const first = await opened(
        world,
        'chidi',
        teamPulse('chidi', { cadence: { everyWeeks: 2, openDays: 7 } }),
      );
      for (const person of ELEVEN) await world.as(person).pulse.answer({ waveId: first, answers: safety() });
      world.clock.advance(5 * DAY);
      await world.guildhall.tick();
      for (const late of ['mate-12', 'mate-13'])
        assert.deepEqual(await notesOf(world, late), ['pulse.reminder', 'pulse.invited']);
      assert.deepEqual(await notesOf(world, 'mate-1'), ['pulse.invited']);
      await world.guildhall.tick();
      assert.equal((await notesOf(world, 'mate-13')).length, 2, 'once');
      world.clock.advance(DAY);
      await world.guildhall.tick();
      assert.equal((await world.as('chidi').pulse.wave({ id: first })).state, 'open', 'on its last day');
      world.clock.advance(DAY);
      await untilReleased(world, 'chidi', first);
      assert.deepEqual(await notesOf(world, 'mate-13'), [], 'who was late is gone with the reminders');
      assert.deepEqual(await notesOf(world, 'chidi'), ['pulse.released']);
      world.clock.advance(7 * DAY);
      await world.guildhall.tick();
      const { surveyId } = await world.as('chidi').pulse.wave({ id: first });
      const survey = await world.as('chidi').pulse.survey({ id: surveyId });
      assert.deepEqual([survey.waves, survey.nextOn], [2, '2026-04-07']);
      const [task] = (await world.as('mate-1').pulse.mine({})).items;
      assert.deepEqual([task?.waveId, task?.number], [survey.openWaveId, 2]);
      assert.equal(
        (await pulseAudit(world)).filter(({ operation }) => operation === 'pulse.openWave').length,
        1,
      );
    }),
  );

  test(
    'five of eleven say the opposite in the second wave: the trend shows both waves of the same people',
    story(open, async (world) => {
      await syncPulseCast(world);
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      for (const person of ELEVEN)
        await world.as(person).pulse.answer({ waveId, answers: safety({ askHelp: 2 }) });
      await released(world, 'chidi', waveId);
      const { surveyId } = await world.as('chidi').pulse.wave({ id: waveId });
      const second = await openedAgain(world, 'chidi', surveyId);
      for (const [at, person] of ELEVEN.entries())
        await world.as(person).pulse.answer({ waveId: second, answers: safety({ askHelp: at < 5 ? 2 : 4 }) });
      await released(world, 'chidi', second);
      const { points } = await world.as('chidi').pulse.trend({ surveyId });
      const means = points.map(({ cells }) => {
        const cell = cells['askHelp'];
        return cell?.shown ? cell.mean : undefined;
      });
      // (5 × 2 + 6 × 4) / 11
      assert.deepEqual(means, [2, 3.1]);
    }),
  );

  test(
    'a wave with one person more shows nothing: the difference would be one person; a new survey is no way around it',
    story(open, async (world) => {
      await syncPulseCast(world);
      const chidi = world.as('chidi').pulse;
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      for (const person of ELEVEN.slice(0, 7))
        await world.as(person).pulse.answer({ waveId, answers: safety() });
      const other = await chidi.createSurvey(teamPulse('chidi', { title: 'Another one', k: 4 }));
      await assert.rejects(chidi.openWave({ surveyId: other.id }), refused('conflict', 'wave.open'));
      await released(world, 'chidi', waveId);
      assert.equal(shownCell(await chidi.report({ waveId }), 'risk').mean, 4);
      world.clock.advance(DAY);
      const second = await openedAgain(world, 'chidi', other.id);
      for (const person of ELEVEN.slice(0, 8))
        await world.as(person).pulse.answer({ waveId: second, answers: safety({ risk: 1 }) });
      await released(world, 'chidi', second);
      assert.ok(showsNothing(await chidi.report({ waveId: second })));
    }),
  );

  test(
    'reversed items are turned: whoever agrees to what is unsafe pulls the mean down',
    story(open, async (world) => {
      await syncPulseCast(world);
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      const agree = (level: number) =>
        Object.fromEntries(
          ['mistakes', 'hardTopics', 'different', 'risk', 'askHelp', 'undermine', 'strengths'].map((id) => [
            id,
            { level },
          ]),
        );
      for (const [at, person] of ELEVEN.entries())
        await world.as(person).pulse.answer({ waveId, answers: agree(at % 2 === 0 ? 5 : 4) });
      await released(world, 'chidi', waveId);
      const report = await world.as('chidi').pulse.report({ waveId });
      const means = Object.fromEntries(
        report.items.map(({ id, reversed, cell }) => [id, [reversed, cell.shown ? cell.mean : undefined]]),
      );
      assert.deepEqual(means['hardTopics'], [false, 4.5]);
      assert.deepEqual(means['mistakes'], [true, 1.5]);
      // Four items at 4.5454… and three at 1.4545…: 3.22
      assert.deepEqual(means['whole'], [false, 3.2]);
    }),
  );

  test(
    'the form speaks the language of its reader, whatever the language it was made in',
    story(open, async (world) => {
      await syncPulseCast(world);
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      const german = await world.as('mate-1').pulse.form({ waveId });
      const english = await world.as('mate-2').pulse.form({ waveId });
      assert.deepEqual([german.language, english.language], ['de', 'en']);
      assert.match(german.questions[0]?.prompt ?? '', /Team/);
      assert.notEqual(german.questions[0]?.prompt, english.questions[0]?.prompt);
      const chosen = await world.as('mate-1').pulse.form({ waveId, language: 'en' });
      assert.deepEqual(chosen.questions, english.questions);
    }),
  );

  test(
    'drafts of confidential forms are kept for their writer, and gone once the form is sent',
    story(open, async (world) => {
      await syncPulseCast(world);
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      const mate = world.as('mate-1').pulse;
      await mate.saveDraft({ waveId, answers: { risk: { level: 2 } } });
      assert.deepEqual((await mate.form({ waveId })).draft, { risk: { level: 2 } });
      assert.equal((await world.as('mate-2').pulse.form({ waveId })).draft, undefined);
      await mate.answer({ waveId, answers: safety() });
      assert.equal((await mate.form({ waveId })).draft, undefined);
      assert.deepEqual((await mate.ownAnswer({ waveId })).answers, safety());
      await mate.takeBack({ waveId });
      assert.deepEqual(await mate.ownAnswer({ waveId }), {});
      await assert.rejects(mate.answer({ waveId, answers: { risk: { level: 2 } } }), (error: unknown) =>
        refused('invalid', 'answer.invalid')(error),
      );
    }),
  );

  test(
    'what was opened is frozen; what is canceled is dropped unread',
    story(open, async (world) => {
      await syncPulseCast(world);
      const chidi = world.as('chidi').pulse;
      const draft = teamPulse('chidi');
      const { id } = await chidi.createSurvey(draft);
      assert.equal((await chidi.updateSurvey({ id, draft: { ...draft, k: 6 } })).k, 6);
      const waveId = await openedAgain(world, 'chidi', id);
      await assert.rejects(chidi.updateSurvey({ id, draft }), refused('conflict', 'survey.frozen'));
      await assert.rejects(chidi.openWave({ surveyId: id }), refused('conflict', 'wave.open'));
      for (const person of ELEVEN) await world.as(person).pulse.answer({ waveId, answers: safety() });
      await chidi.cancelSurvey({ id });
      await world.guildhall.tick();
      assert.equal((await chidi.wave({ id: waveId })).state, 'canceled');
      assert.ok(showsNothing(await chidi.report({ waveId })));
      assert.deepEqual((await world.as('mate-1').pulse.mine({})).items, []);
      await assert.rejects(chidi.openWave({ surveyId: id }), (error: unknown) => {
        return refused('conflict', 'survey.over')(error);
      });
    }),
  );

  test(
    'who asks: HR anybody, managers the built-in form of their own people, nobody else; two of HR for few',
    story(open, async (world) => {
      await syncPulseCast(world);
      const notYours = refused('forbidden', 'survey.notYours');
      await assert.rejects(world.as('mate-1').pulse.createSurvey(teamPulse('chidi')), notYours);
      await assert.rejects(world.as('dana').pulse.createSurvey(teamPulse('chidi')), notYours);
      await assert.rejects(world.as('dana').pulse.createSurvey(widePulse()), notYours);
      const form = {
        kind: 'own' as const,
        questions: [{ id: 'q', type: 'yesNo' as const, prompt: 'Well?' }],
      };
      await assert.rejects(world.as('dana').pulse.createSurvey(teamPulse('dana', { form })), notYours);
      await assert.rejects(
        world.as('femi').pulse.createSurvey(widePulse({ plan: { crossings: [['team', 'location']] } })),
        refused('invalid', 'input.invalid'),
      );

      // Oda could also make herself a reader of the server: with few people a second person must agree.
      const { id } = await world.as('oda').pulse.createSurvey(teamPulse('dana'));
      assert.deepEqual(await world.as('oda').pulse.openWave({ surveyId: id }), {});
      await assert.rejects(
        world.as('oda').pulse.openWave({ surveyId: id }),
        refused('conflict', 'survey.awaits'),
      );
      await assert.rejects(
        world.as('chidi').pulse.openWave({ surveyId: id }),
        refused('not_found', 'survey.unknown'),
      );
      assert.equal((await world.as('ola').pulse.survey({ id })).awaits?.by.id, 'oda');
      const { wave } = await world.as('ola').pulse.openWave({ surveyId: id });
      assert.equal(wave?.state, 'open');
      assert.equal((await world.as(FOUR[0] ?? '').pulse.mine({})).items.length, 1);
    }),
  );

  test(
    'thresholds out of range are refused by name, in a new survey and in a draft; their ends are taken',
    story(open, async (world) => {
      await syncPulseCast(world);
      const chidi = world.as('chidi').pulse;
      const { id } = await chidi.createSurvey(teamPulse('chidi', { k: 4, kText: 10 }));
      const wrong = { k: [3, 21, 4.5], kText: [9, 101, 10.5] };
      for (const [field, values] of Object.entries(wrong))
        for (const value of values) {
          const draft = teamPulse('chidi', { [field]: value });
          const named = (path: string) => (error: unknown) => {
            refused('invalid', 'input.invalid')(error);
            const { fields = [] } = isGuildhallError(error) ? error : {};
            assert.deepEqual([...new Set(fields.map((one) => one.path))], [path], `${field} ${value}`);
            return true;
          };
          await assert.rejects(chidi.createSurvey(draft), named(field));
          await assert.rejects(chidi.updateSurvey({ id, draft }), named(`draft.${field}`));
        }
      const kept = await chidi.survey({ id });
      assert.deepEqual([kept.k, kept.kText], [4, 10]);
      const most = await chidi.updateSurvey({ id, draft: teamPulse('chidi', { k: 20, kText: 100 }) });
      assert.deepEqual([most.k, most.kText], [20, 100]);
      assert.equal((await chidi.surveys({})).items.length, 1);
    }),
  );

  test(
    'a team is too small when it cannot reach k with those who may pool what they know',
    story(open, async (world) => {
      await syncPulseCast(world);
      const dana = world.as('dana').pulse;
      const isTooSmall = async (draft: Parameters<typeof teamPulse>[1]) => {
        const waveId = await opened(world, 'dana', teamPulse('dana', { k: 4, ...draft }));
        const { surveyId, tooSmall } = await dana.wave({ id: waveId });
        await dana.cancelSurvey({ id: surveyId });
        world.clock.advance(DAY);
        return tooSmall;
      };
      assert.equal(await isTooSmall({}), false, 'four of four');
      assert.equal(await isTooSmall({ readers: { members: true } }), true, 'each knows one of the four');
      assert.equal(await isTooSmall({ colluders: 1 }), true, 'one who tells');
    }),
  );

  test(
    'after its last day a wave takes no answer, though nobody has closed it yet',
    story(open, async (world) => {
      await syncPulseCast(world);
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      const mate = world.as('mate-1').pulse;
      world.clock.now = new Date('2026-03-16T23:59:59.999Z');
      await mate.answer({ waveId, answers: safety() });
      world.clock.now = new Date('2026-03-17T00:00:00.000Z');
      const over = refused('conflict', 'wave.notOpen');
      await assert.rejects(mate.answer({ waveId, answers: safety({ risk: 1 }) }), over);
      await assert.rejects(mate.takeBack({ waveId }), over);
      await assert.rejects(mate.form({ waveId }), over);
      await assert.rejects(
        world.as('max').pulse.form({ waveId }),
        refused('not_found', 'wave.unknown'),
        'was not asked',
      );
      assert.deepEqual((await mate.mine({})).items, []);
    }),
  );

  test(
    'who is no longer HR no longer runs what HR asks; others of HR do',
    story(open, async (world) => {
      await syncPulseCast(world);
      const femi = world.as('femi').pulse;
      const { id } = await femi.createSurvey(widePulse());
      const { id: running } = await femi.createSurvey(widePulse({ title: 'Running', audience: SUPPORT }));
      const waveId = await openedAgain(world, 'femi', running);
      await world.as(systemActor).people.revokeRole({ personId: 'femi', role: 'hrAdmin' });
      const hidden = refused('not_found', 'survey.unknown');
      await assert.rejects(femi.openWave({ surveyId: id }), hidden);
      await assert.rejects(femi.updateSurvey({ id, draft: widePulse() }), hidden);
      await assert.rejects(femi.cancelSurvey({ id }), hidden);
      const notYours = refused('forbidden', 'survey.notYours');
      await assert.rejects(femi.closeWave({ id: waveId }), notYours);
      await assert.rejects(femi.cancelSurvey({ id: running }), notYours);
      assert.deepEqual((await femi.survey({ id: running })).may.moves, []);
      assert.equal((await world.as('fay').pulse.closeWave({ id: waveId })).closedOn, '2026-03-10');
      assert.ok(await openedAgain(world, 'fay', id));
    }),
  );

  test(
    'races: of two openings one succeeds, and an answer beside the close counts or is refused',
    story(open, async (world) => {
      await syncPulseCast(world);
      const chidi = world.as('chidi').pulse;
      const { id: surveyId } = await chidi.createSurvey(teamPulse('chidi'));
      const both = await Promise.allSettled([chidi.openWave({ surveyId }), chidi.openWave({ surveyId })]);
      assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const { openWaveId: waveId = '' } = await chidi.survey({ id: surveyId });
      for (const person of ELEVEN) await world.as(person).pulse.answer({ waveId, answers: safety() });
      const racing = await Promise.allSettled([
        ...['mate-12', 'mate-13'].map((person) =>
          world.as(person).pulse.answer({ waveId, answers: safety() }),
        ),
        chidi.closeWave({ id: waveId }),
      ]);
      assert.equal(racing.at(-1)?.status, 'fulfilled');
      for (const one of racing.slice(0, 2))
        if (one.status === 'rejected') refused('conflict', 'wave.notOpen')(one.reason);
      await untilReleased(world, 'chidi', waveId);
      assert.equal(shownCell(await chidi.report({ waveId }), 'risk').mean, 4);
    }),
  );
}
