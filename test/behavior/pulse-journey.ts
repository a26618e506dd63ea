import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  ELEVEN,
  FOUR,
  keyOf,
  opened,
  openedAgain,
  released,
  safety,
  shownCell,
  showsNothing,
  syncPulseCast,
  TEAM,
  teamPulse,
} from './pulse-cast.js';
import { DAY, story, type OpenWorld, type Test, type World } from './world.js';

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** Eleven of Chidi's thirteen say the same: all is well but that differences are not accepted. */
async function answerAll(world: World, waveId: string, words: Record<string, string> = {}): Promise<void> {
  for (const [at, person] of ELEVEN.entries()) {
    const text = words[person];
    await world.as(person).pulse.answer({
      waveId,
      answers: safety(
        { different: 1 + (at % 3), undermine: 3 + (at % 3) },
        text === undefined ? undefined : { text, threadHash: hashOf(keyOf(person)) },
      ),
    });
  }
}

/** Journey J11, told over clients. */
export function journeyStories(test: Test, open: OpenWorld): void {
  test(
    'J11: a team of 13 is asked, sees mean, spread and a low item, talks with an unnamed writer, and sees a trend',
    story(open, async (world) => {
      await syncPulseCast(world);
      const chidi = world.as('chidi').pulse;
      const waveId = await opened(world, 'chidi', teamPulse('chidi'));
      for (const person of TEAM) {
        const [task, ...more] = (await world.as(person).pulse.mine({})).items;
        assert.equal(more.length, 0);
        assert.ok(task);
        assert.deepEqual([task.waveId, task.mode, task.k, task.state], [waveId, 'confidential', 5, 'open']);
        assert.deepEqual(task.readers.asker?.id, 'chidi');
      }
      const { questions } = await world.as(mateTwo).pulse.form({ waveId });
      assert.deepEqual(
        questions.map(({ type }) => type),
        [...Array<string>(7).fill('rating'), 'text'],
      );
      await answerAll(world, waveId, {
        'mate-2': 'Let everybody finish.',
        'mate-5': 'Invite the quiet ones.',
        'mate-9': 'Fewer jokes about accents.',
      });
      assert.ok(showsNothing(await chidi.report({ waveId })), 'nothing is shown while it is open');
      await released(world, 'chidi', waveId);

      const report = await chidi.report({ waveId });
      const whole = shownCell(report, 'whole');
      assert.equal(whole.n, '10-19');
      assert.equal(typeof whole.spread, 'number');
      // Of eleven the third item has 1, 2, 3 in turns: four times 1, four times 2, three times 3.
      assert.equal(shownCell(report, 'different').mean, 1.9);
      assert.equal(shownCell(report, 'mistakes').mean, 4);
      assert.deepEqual(
        report.guide.filter(({ low }) => low).map(({ itemId }) => itemId),
        ['different'],
      );
      const [words] = report.words;
      assert.ok(words?.cell.shown);
      assert.deepEqual(words.cell.texts.map(({ text }) => text).sort(), [
        'Fewer jokes about accents.',
        'Invite the quiet ones.',
        'Let everybody finish.',
      ]);

      const told = words.cell.texts.find(({ text }) => text === 'Fewer jokes about accents.');
      const threadId = told?.threadId ?? '';
      await chidi.reply({ threadId, text: 'Thank you. What would help first?' });
      const nine = world.as('mate-9').pulse;
      const mine = async () => (await nine.myThreads({ keys: [keyOf('mate-9')] })).items[0]?.messages ?? [];
      assert.deepEqual(await mine(), [], 'it has not traveled yet');
      world.clock.advance(DAY);
      await world.guildhall.tick();
      assert.deepEqual(
        (await mine()).map(({ text, by, day }) => [text, by?.id, day]),
        [['Thank you. What would help first?', 'chidi', '2026-03-11']],
      );
      await nine.say({ key: keyOf('mate-9'), text: 'Say it in the meeting.' });
      world.clock.advance(DAY);
      await world.guildhall.tick();
      await nine.say({ key: keyOf('mate-9'), text: 'And stop it when it happens.' });
      world.clock.advance(DAY);
      await world.guildhall.tick();
      const [thread] = (await chidi.threads({ waveId })).items.filter(({ id }) => id === threadId);
      assert.deepEqual(
        thread?.messages.map(({ from, by, text, day }) => [from, by?.id, text, day]),
        [
          ['asker', 'chidi', 'Thank you. What would help first?', '2026-03-11'],
          ['writer', undefined, 'Say it in the meeting.', '2026-03-12'],
          ['writer', undefined, 'And stop it when it happens.', '2026-03-13'],
        ],
      );
      assert.ok(!JSON.stringify(thread).includes('mate-9'));

      const { surveyId } = report;
      const second = await openedAgain(world, 'chidi', surveyId);
      await answerAll(world, second);
      await released(world, 'chidi', second);
      const trend = await chidi.trend({ surveyId });
      assert.deepEqual(
        trend.points.map(({ number, cells }) => [number, cells['whole']?.shown]),
        [
          [1, true],
          [2, true],
        ],
      );
      const item = (await chidi.report({ waveId: second })).items.find(({ id }) => id === 'different');
      assert.deepEqual(item?.trend, { shown: true, before: 1.9, after: 1.9 });
    }),
  );

  test(
    'a team of 4 sees only the guide: its survey shows nothing, to nobody',
    story(open, async (world) => {
      await syncPulseCast(world);
      const waveId = await opened(world, 'dana', teamPulse('dana'));
      assert.equal((await world.as('dana').pulse.wave({ id: waveId })).tooSmall, true);
      for (const person of FOUR) await world.as(person).pulse.answer({ waveId, answers: safety() });
      await released(world, 'dana', waveId);
      for (const reader of ['dana', 'femi', 'ana']) {
        const report = await world.as(reader).pulse.report({ waveId });
        assert.ok(showsNothing(report), reader);
        assert.equal(report.guide.length, 7);
        const { rows } = await world.as(reader).pulse.dashboard({ waveId });
        assert.ok(
          rows.every(({ cells, rate }) => !rate.shown && Object.values(cells).every((one) => !one.shown)),
        );
        const { text } = await world.as(reader).pulse.exportReport({ waveId });
        assert.ok(!/\d\.\d|%/.test(text), text);
      }
      const { items } = await world.as('dana').pulse.guide({});
      assert.equal(items.length, 7);
    }),
  );
}

const mateTwo = 'mate-2';
