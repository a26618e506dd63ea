import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  ELEVEN,
  keyOf,
  opened,
  pulseAudit,
  released,
  safety,
  syncPulseCast,
  teamPulse,
} from './pulse-cast.js';
import { refused } from './refused.js';
import { DAY, HOUR, story, type OpenWorld, type Test, type World } from './world.js';

/** A released wave of Chidi's in which these wrote, each under a key of their own; others wrote nothing. */
async function withWords(world: World, writers: readonly string[]): Promise<string> {
  await syncPulseCast(world);
  const waveId = await opened(world, 'chidi', teamPulse('chidi'));
  for (const person of ELEVEN) {
    const threadHash = createHash('sha256').update(keyOf(person)).digest('hex');
    const words = writers.includes(person) ? { text: `Words of ${person}`, threadHash } : undefined;
    await world.as(person).pulse.answer({ waveId, answers: safety({}, words) });
  }
  await released(world, 'chidi', waveId);
  return waveId;
}

/** So many messages each side of a conversation has. */
const MOST = 100;

const FOUR_WRITERS = ['mate-2', 'mate-4', 'mate-6', 'mate-8'];

/** Stories of conversations with writers whom nobody knows. */
export function threadStories(test: Test, open: OpenWorld): void {
  test(
    'messages of a day travel in one batch after midnight UTC, and show no more than the day',
    story(open, async (world) => {
      const waveId = await withWords(world, FOUR_WRITERS);
      const chidi = world.as('chidi').pulse;
      for (const person of FOUR_WRITERS) {
        await world.as(person).pulse.say({ key: keyOf(person), text: `More of ${person}` });
        world.clock.advance(HOUR);
      }
      const said = async () =>
        (await chidi.threads({ waveId })).items.map(({ messages }) => messages.map(({ day }) => day));
      await world.guildhall.tick();
      assert.deepEqual(await said(), [[], [], [], []], 'before midnight nothing is to be seen');
      const own = (await world.as('mate-2').pulse.myThreads({ keys: [keyOf('mate-2')] })).items[0];
      assert.deepEqual(
        own?.messages.map(({ from, day }) => [from, day]),
        [['writer', undefined]],
      );
      world.clock.advance(DAY);
      const before = (await pulseAudit(world)).length;
      await world.guildhall.tick();
      assert.deepEqual(await said(), [['2026-03-11'], ['2026-03-11'], ['2026-03-11'], ['2026-03-11']]);
      const after = await pulseAudit(world);
      assert.deepEqual(
        after.slice(0, after.length - before).map(({ operation, actor }) => [operation, actor]),
        [['pulse.deliverMessages', undefined]],
        'one batch, made by the product itself',
      );
      const notes = (await world.as('chidi').notifications.list({})).items;
      assert.ok(notes.filter(({ type }) => type === 'pulse.answered').every(({ by }) => by.id === 'chidi'));
    }),
  );

  test(
    'saying something leaves no audit row and no event; the ids of messages tell nothing of their order',
    story(open, async (world) => {
      const waveId = await withWords(world, FOUR_WRITERS);
      const audit = async () => (await pulseAudit(world)).length;
      const before = await audit();
      await world.as('mate-2').pulse.say({ key: keyOf('mate-2'), text: 'Unseen' });
      await world.as('mate-2').pulse.myThreads({ keys: [keyOf('mate-2')] });
      assert.equal(await audit(), before);
      const waiting = (await world.as('mate-2').pulse.myThreads({ keys: [keyOf('mate-2')] })).items[0];
      world.clock.advance(DAY);
      await world.guildhall.tick();
      const { items } = await world.as('chidi').pulse.threads({ waveId });
      const traveled = items.flatMap(({ messages }) => messages);
      assert.equal(traveled.length, 1);
      assert.notEqual(traveled[0]?.id, waiting?.messages[0]?.id, 'under another id than before');
    }),
  );

  test(
    'threads open with the key alone: others, HR without words to read, and closed ones are refused',
    story(open, async (world) => {
      const waveId = await withWords(world, FOUR_WRITERS);
      const chidi = world.as('chidi').pulse;
      const { items } = await chidi.threads({ waveId });
      const [thread] = items;
      const threadId = thread?.id ?? '';
      assert.deepEqual((await world.as('mate-1').pulse.threads({ waveId })).items, [], 'not a reader');
      await assert.rejects(world.as('max').pulse.threads({ waveId }), refused('not_found', 'wave.unknown'));
      const hello = { threadId, text: 'Hello' };
      await assert.rejects(world.as('mate-1').pulse.reply(hello), refused('not_found', 'thread.unknown'));
      await assert.rejects(
        world.as('max').pulse.say({ key: keyOf('nobody'), text: 'Hello' }),
        refused('not_found', 'thread.unknown'),
      );
      assert.deepEqual((await world.as('mate-1').pulse.myThreads({ keys: [keyOf('mate-1')] })).items, []);
      // HR reads the words of this survey, as was said before the first question, and so may reply, by name.
      const replied = await world.as('femi').pulse.reply(hello);
      assert.equal(replied.messages[0]?.by?.id, 'femi');
      await chidi.closeThread({ threadId });
      await assert.rejects(chidi.reply(hello), refused('conflict', 'thread.closed'));
      await assert.rejects(chidi.closeThread({ threadId }), refused('conflict', 'thread.closed'));
      const writer = thread?.text.replace('Words of ', '') ?? '';
      await assert.rejects(
        world.as(writer).pulse.say({ key: keyOf(writer), text: 'Still there?' }),
        refused('conflict', 'thread.closed'),
      );
      world.clock.advance(DAY);
      await world.guildhall.tick();
      const own = (await world.as(writer).pulse.myThreads({ keys: [keyOf(writer)] })).items[0];
      assert.deepEqual(
        own?.messages.map(({ text }) => text),
        ['Hello'],
        'what waited still traveled',
      );
    }),
  );

  test(
    'words that are not shown begin no thread: fewer than three writers',
    story(open, async (world) => {
      const waveId = await withWords(world, ['mate-2', 'mate-4']);
      const report = await world.as('chidi').pulse.report({ waveId });
      assert.ok(report.words.every(({ cell }) => !cell.shown));
      assert.deepEqual((await world.as('chidi').pulse.threads({ waveId })).items, []);
      assert.deepEqual((await world.as('mate-2').pulse.myThreads({ keys: [keyOf('mate-2')] })).items, []);
    }),
  );

  test(
    'among an asker’s messages of a day nothing tells when the writer spoke',
    story(open, async (world) => {
      const waveId = await withWords(world, FOUR_WRITERS);
      const chidi = world.as('chidi').pulse;
      const [first, second] = (await chidi.threads({ waveId })).items;
      const writerOf = (text = '') => text.replace('Words of ', '');
      const say = async (text: string | undefined, words: string) =>
        world.as(writerOf(text)).pulse.say({ key: keyOf(writerOf(text)), text: words });
      for (const hour of [9, 10, 11]) {
        for (const thread of [first, second])
          await chidi.reply({ threadId: thread?.id ?? '', text: `At ${hour}` });
        world.clock.advance(HOUR);
        await say((hour === 9 ? first : second)?.text, `After ${hour}`);
        if (hour === 9) await say(first?.text, 'And more');
        if (hour === 10) await say(second?.text, 'And more');
      }
      const heard = async (threadId: string) => {
        const { items } = await chidi.threads({ waveId });
        return items.find(({ id }) => id === threadId)?.messages.map(({ text }) => text);
      };
      assert.deepEqual(await heard(first?.id ?? ''), ['At 9', 'At 10', 'At 11'], 'before midnight');
      world.clock.advance(DAY);
      await world.guildhall.tick();
      assert.deepEqual(await heard(first?.id ?? ''), ['At 9', 'At 10', 'At 11', 'After 9', 'And more']);
      assert.deepEqual(await heard(second?.id ?? ''), [
        ...['At 9', 'At 10', 'At 11'],
        ...['After 10', 'And more', 'After 11'],
      ]);
      await chidi.reply({ threadId: first?.id ?? '', text: 'The day after' });
      world.clock.advance(DAY);
      await world.guildhall.tick();
      const { items } = await world
        .as(writerOf(first?.text))
        .pulse.myThreads({ keys: [keyOf(writerOf(first?.text))] });
      assert.deepEqual(
        items[0]?.messages.map(({ text }) => text),
        ['At 9', 'At 10', 'At 11', 'After 9', 'And more', 'The day after'],
        'the writer reads the same',
      );
    }),
  );

  test(
    'a full conversation tells the asker nothing of what waits: each side has messages of its own',
    story(open, async (world) => {
      const waveId = await withWords(world, FOUR_WRITERS);
      const chidi = world.as('chidi').pulse;
      const [thread] = (await chidi.threads({ waveId })).items;
      const threadId = thread?.id ?? '';
      const writer = thread?.text.replace('Words of ', '') ?? '';
      for (let n = 1; n < MOST; n++) await chidi.reply({ threadId, text: `Message ${n}` });
      const state = async () =>
        (await chidi.threads({ waveId })).items.find(({ id }) => id === threadId)?.may;
      assert.equal((await state())?.reply, true);
      await world.as(writer).pulse.say({ key: keyOf(writer), text: 'Unseen' });
      assert.equal((await state())?.reply, true);
      const last = await chidi.reply({ threadId, text: `Message ${MOST}` });
      assert.deepEqual([last.messages.length, last.may.reply], [MOST, false]);
      await assert.rejects(chidi.reply({ threadId, text: 'More' }), refused('conflict', 'thread.full'));
      await world.as(writer).pulse.say({ key: keyOf(writer), text: 'Still heard' });
      world.clock.advance(DAY);
      await world.guildhall.tick();
      const all = (await chidi.threads({ waveId })).items.find(({ id }) => id === threadId)?.messages ?? [];
      assert.deepEqual([all.length, all.at(-1)?.text], [MOST + 2, 'Still heard']);
    }),
  );

  test(
    'two messages of one writer at once both arrive, each at a place of its own',
    story(open, async (world) => {
      const waveId = await withWords(world, FOUR_WRITERS);
      const mate = world.as('mate-2').pulse;
      const key = keyOf('mate-2');
      await Promise.all(['One', 'Two', 'Three'].map((text) => mate.say({ key, text })));
      world.clock.advance(DAY);
      await world.guildhall.tick();
      const { items } = await world.as('chidi').pulse.threads({ waveId });
      const texts = items.flatMap(({ messages }) => messages.map(({ text }) => text));
      assert.deepEqual(texts.sort(), ['One', 'Three', 'Two']);
    }),
  );
}
