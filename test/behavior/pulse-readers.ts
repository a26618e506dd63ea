import assert from 'node:assert/strict';
import { systemActor } from '@guildhall/core';
import {
  ELEVEN,
  FOUR,
  mate,
  opened,
  openedAgain,
  released,
  safety,
  shownCell,
  showsNothing,
  syncPulseCast,
  teamPulse,
  TEAM,
  widePulse,
} from './pulse-cast.js';
import { refused } from './refused.js';
import { DAY, story, type OpenWorld, type Test, type World } from './world.js';

/** All of a survey that is for those to whom only some groups were promised. */
const FOR_READERS = [
  ...['id', 'title', 'purpose', 'form', 'questionCount', 'mode', 'k', 'kText', 'readers'],
  ...['state', 'releasedWaveId', 'may'],
].sort();

/** The ids of the surveys that somebody finds. */
async function foundBy(world: World, person: string): Promise<string[]> {
  const { items } = await world.as(person).pulse.surveys({});
  return items.map(({ id }) => id);
}

/** The labels of the groups for which somebody may ask. */
async function groupsOf(world: World, person: string, waveId: string): Promise<string[]> {
  const { items } = await world.as(person).pulse.groups({ waveId });
  return items.map(({ label, below }) => below?.name ?? label);
}

async function answerAll(world: World, waveId: string, people: readonly string[]): Promise<void> {
  for (const person of people) await world.as(person).pulse.answer({ waveId, answers: safety() });
}

/** Stories of those to whom results were promised, and how they come to them. */
export function readerStories(test: Test, open: OpenWorld): void {
  test(
    'members and managers find a survey once its results are there, and read the groups that are theirs',
    story(open, async (world) => {
      await syncPulseCast(world);
      const femi = world.as('femi').pulse;
      const waveId = await opened(
        world,
        'femi',
        widePulse({ audience: { kind: 'reports', managerId: 'chidi' } }),
      );
      const { surveyId } = await femi.wave({ id: waveId });
      await answerAll(world, waveId, ELEVEN);
      const hidden = refused('not_found', 'survey.unknown');
      for (const early of [mate(1), 'chidi', 'zoe', 'dana', 'max']) {
        assert.deepEqual(await foundBy(world, early), [], early);
        await assert.rejects(world.as(early).pulse.survey({ id: surveyId }), hidden, early);
      }
      await released(world, 'femi', waveId);

      const expected = { 'mate-1': ['', 'Rollback'], chidi: ['Chidi'], zoe: ['Zoe'] };
      for (const [person, groups] of Object.entries(expected)) {
        const own = world.as(person).pulse;
        assert.deepEqual(await foundBy(world, person), [surveyId], person);
        const survey = await own.survey({ id: surveyId });
        assert.deepEqual(survey, (await own.surveys({})).items[0]);
        assert.deepEqual(Object.keys(survey).sort(), FOR_READERS, person);
        assert.deepEqual(survey.may, { manage: false, read: false, moves: [] });
        assert.equal(survey.releasedWaveId, waveId);
        const { items } = await own.waves({ surveyId });
        assert.deepEqual(
          items.map(({ id }) => id),
          [waveId],
        );
        assert.deepEqual((await groupsOf(world, person, waveId)).sort(), groups);
        const group = (await own.groups({ waveId })).items[0]?.id ?? '';
        assert.equal(shownCell(await own.report({ waveId, group }), 'risk').mean, 4);
        const { items: notes } = await world.as(person).notifications.list({});
        assert.equal(notes[0]?.type, 'pulse.released', person);
        await assert.rejects(own.openWave({ surveyId }), refused('forbidden', 'survey.notYours'));
        await assert.rejects(own.cancelSurvey({ id: surveyId }), refused('forbidden', 'survey.notYours'));
      }
      assert.ok(showsNothing(await world.as('chidi').pulse.report({ waveId, group: 'all' })));
      for (const outsider of ['dana', 'max', ...FOUR]) {
        assert.deepEqual(await foundBy(world, outsider), [], outsider);
        await assert.rejects(world.as(outsider).pulse.survey({ id: surveyId }), hidden);
      }
      const whole = await femi.survey({ id: surveyId });
      assert.deepEqual(
        [whole.waves, whole.colluders, whole.audience?.manager?.id, whole.plan?.hierarchy],
        [1, 0, 'chidi', true],
      );
    }),
  );

  test(
    'where results were not promised to them, members find nothing; the page of a survey leaves no gap',
    story(open, async (world) => {
      await syncPulseCast(world);
      const draft = (members: boolean, title: string) =>
        teamPulse('chidi', { title, readers: { members }, cadence: { openDays: 7 } });
      const all: string[] = [];
      for (const [at, members] of [true, false, true, false, true].entries()) {
        const waveId = await opened(world, 'chidi', draft(members, `Pulse ${at}`));
        await answerAll(world, waveId, ELEVEN);
        await released(world, 'chidi', waveId);
        const { surveyId } = await world.as('chidi').pulse.wave({ id: waveId });
        if (members) all.unshift(surveyId);
        world.clock.advance(DAY);
      }
      assert.deepEqual(await foundBy(world, mate(3)), all);
      const paged: string[] = [];
      let after: string | undefined;
      do {
        const page = await world.as(mate(3)).pulse.surveys({ limit: 1, ...(after && { after }) });
        assert.equal(page.items.length, 1);
        paged.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      assert.deepEqual(paged, all);
      assert.equal((await foundBy(world, 'chidi')).length, 5);
    }),
  );

  test(
    'who was asked once keeps those results, and does not learn of the waves that came after',
    story(open, async (world) => {
      await syncPulseCast(world);
      const first = await opened(world, 'chidi', teamPulse('chidi', { readers: { members: true } }));
      await answerAll(world, first, ELEVEN);
      await released(world, 'chidi', first);
      const { surveyId } = await world.as('chidi').pulse.wave({ id: first });
      world.clock.advance(DAY);
      await world.as(systemActor).people.sync({
        people: [{ externalId: 'e-mate-1', name: 'Mate-1', managerExternalId: 'e-dana' }],
      });
      const second = await openedAgain(world, 'chidi', surveyId);
      await answerAll(world, second, TEAM.slice(1));
      const during = await world.as(mate(1)).pulse.survey({ id: surveyId });
      assert.deepEqual(Object.keys(during).sort(), FOR_READERS);
      await released(world, 'chidi', second);
      assert.equal((await world.as(mate(1)).pulse.survey({ id: surveyId })).releasedWaveId, first);
      assert.equal((await world.as(mate(2)).pulse.survey({ id: surveyId })).releasedWaveId, second);
      const { items } = await world.as(mate(1)).pulse.waves({ surveyId });
      assert.deepEqual(
        items.map(({ id }) => id),
        [first],
      );
    }),
  );
}
