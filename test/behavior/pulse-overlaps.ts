import assert from 'node:assert/strict';
import {
  ELEVEN,
  FOUR,
  opened,
  released,
  safety,
  showsNothing,
  syncPulseCast,
  teamPulse,
  widePulse,
} from './pulse-cast.js';
import type { SurveyInput } from './pulse-cast.js';
import { story, type OpenWorld, type Test, type World } from './world.js';

/** Eight of the eleven: three fewer, which is under k. */
const EIGHT = ELEVEN.slice(0, 8);
/** Somebody who asks, answered by these people and released; the id of the wave. */
async function asked(
  world: World,
  asker: string,
  draft: SurveyInput,
  people: readonly string[],
): Promise<string> {
  const waveId = await opened(world, asker, draft);
  for (const person of people) await world.as(person).pulse.answer({ waveId, answers: safety() });
  await released(world, asker, waveId);
  return waveId;
}

/** The team's own question in words that HR asks, too, and in others. */
function ownQuestion(prompt: string): Partial<SurveyInput> {
  const labels = ['Never', 'Seldom', 'Sometimes', 'Often', 'Always'];
  return {
    form: {
      kind: 'own',
      questions: [
        { type: 'rating', id: 'q1', prompt, required: true, comment: false, labels, reversed: false },
      ],
    },
  };
}

/** Stories of surveys of different people who asked some of the same people the same. */
export function overlapStories(test: Test, open: OpenWorld): void {
  test(
    'a team’s pulse with eight answers is shown when nothing stands beside it',
    story(open, async (world) => {
      await syncPulseCast(world);
      const alone = await asked(world, 'chidi', teamPulse('chidi'), EIGHT);
      assert.ok(!showsNothing(await world.as('chidi').pulse.report({ waveId: alone })), 'eight are shown');
    }),
  );

  test(
    'HR’s pulse first, then the team’s: the second hides what is too close to the first',
    story(open, async (world) => {
      await syncPulseCast(world);
      const wide = await asked(world, 'femi', widePulse(), [...ELEVEN, ...FOUR, 'zoe', 'femi', 'fay']);
      const { items } = await world.as('femi').pulse.groups({ waveId: wide });
      const rollback = items.find(({ label }) => label === 'Rollback')?.id ?? '';
      assert.ok(!showsNothing(await world.as('femi').pulse.report({ waveId: wide, group: rollback })));
      const team = await asked(world, 'chidi', teamPulse('chidi'), EIGHT);
      assert.ok(showsNothing(await world.as('chidi').pulse.report({ waveId: team })), 'three people apart');
      const whole = await asked(world, 'chidi', teamPulse('chidi', { title: 'Again' }), ELEVEN);
      assert.ok(!showsNothing(await world.as('chidi').pulse.report({ waveId: whole })), 'the same eleven');
    }),
  );

  test(
    'the team’s pulse first, then HR’s: the group that is too close is hidden, others are shown',
    story(open, async (world) => {
      await syncPulseCast(world);
      await asked(world, 'chidi', teamPulse('chidi'), EIGHT);
      const wide = await asked(world, 'femi', widePulse(), [...ELEVEN, ...FOUR, 'zoe', 'femi', 'fay', 'ana']);
      const femi = world.as('femi').pulse;
      const { items } = await femi.groups({ waveId: wide });
      const shown = async (label: string) => {
        const group = items.find((one) => one.label === label)?.id ?? '';
        assert.ok(group, label);
        return !showsNothing(await femi.report({ waveId: wide, group }));
      };
      assert.ok(!(await shown('Rollback')), 'the eleven beside the eight');
      assert.ok(!showsNothing(await femi.report({ waveId: wide, group: 'all' })), 'all nineteen');
    }),
  );

  test(
    'a question of one’s own is the same question under another title; another question is not',
    story(open, async (world) => {
      await syncPulseCast(world);
      const rating = { answers: { q1: { level: 4 } } };
      const ask = async (prompt: string, people: readonly string[]) => {
        const draft = teamPulse('chidi', { ...ownQuestion(prompt), title: `Of ${people.length}` });
        const waveId = await opened(world, 'femi', draft);
        for (const person of people) await world.as(person).pulse.answer({ waveId, ...rating });
        await released(world, 'femi', waveId);
        return showsNothing(await world.as('femi').pulse.report({ waveId }));
      };
      assert.ok(!(await ask('How often do you laugh?', ELEVEN)));
      assert.ok(await ask('how often do you laugh? ', EIGHT), 'the same words');
      assert.ok(!(await ask('How often do you sing?', EIGHT)), 'other words');
    }),
  );
}
