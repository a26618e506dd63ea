import { expect, expectRefusal, expectSame, failureOf } from './expect.js';
import { hostileIds, hostileValues, randomValue, unstorable } from './hostile.js';
import { withSeed } from './random.js';
import { card, cards, event, insertCards, notes, type Checks } from './sample.js';

/** Contract point 6: records come back equal to what went in. */
export const recordChecks: Checks = {
  'records: what is not there is undefined, and getMany keeps the order of the ids': async (store) => {
    const ids = Array.from({ length: 1200 }, (_, number) => `n${(number * 7919) % 1200}`);
    await store.write(async (tx) => {
      for (const id of ids.slice(0, 1100)) await tx.insert(notes, { id, value: id });
    });
    await store.read(async (tx) => {
      expectSame(await tx.get(notes, 'absent'), undefined, 'get');
      expectSame(await tx.get(cards, 'n0'), undefined, 'get from another collection');
      expectSame(await tx.getMany(notes, []), [], 'getMany of nothing');
      const found = await tx.getMany(notes, ['absent', ...ids.toReversed()]);
      expectSame(
        found.map((note) => note.id),
        ids.slice(0, 1100).toReversed(),
        'getMany',
      );
    });
  },

  'records: hostile JSON values come back equal': async (store) => {
    const written = hostileValues().map((value, number) => ({ id: `v${number}`, value }));
    await store.write(async (tx) => {
      for (const note of written) await tx.insert(notes, note);
    });
    const read = await store.read((tx) =>
      tx.getMany(
        notes,
        written.map((note) => note.id),
      ),
    );
    for (const [number, note] of written.entries()) expectSame(read[number], note, `value ${number}`);
  },

  'records: random JSON values come back equal, inserted and replaced': (store) =>
    withSeed(async (random) => {
      for (let round = 0; round < 200; round++) {
        const note = { id: `r${round % 20}`, value: randomValue(random, 4) };
        const read = await store.write(async (tx) => {
          if (round < 20) await tx.insert(notes, note);
          else await tx.replace(notes, note);
          return tx.get(notes, note.id);
        });
        expectSame(read, note, `round ${round}, inside the write`);
        expectSame(await store.read((tx) => tx.get(notes, note.id)), note, `round ${round}`);
      }
    }),

  'records: a property that is undefined is one that is not there': async (store) => {
    await store.write((tx) => tx.insert(notes, { id: 'a', value: { kept: 1, gone: undefined } }));
    expectSame(await store.read((tx) => tx.get(notes, 'a')), { id: 'a', value: { kept: 1 } }, 'the record');
  },

  'records: ids that look alike are different': async (store) => {
    const ids = hostileIds();
    await store.write(async (tx) => {
      for (const id of ids) await tx.insert(notes, { id, value: id });
    });
    const found = await store.read((tx) => tx.getMany(notes, ids));
    expectSame(
      found.map((note) => note.value),
      ids,
      'the records',
    );
  },

  'records: what no store can keep is invalid, and looking for it finds nothing': async (store) => {
    for (const [number, note] of unstorable().entries()) {
      const attempt = store.write((tx) => tx.insert(notes, note));
      await expectRefusal(attempt, 'invalid', undefined, `record ${number}`);
    }
    const long = card('long', { group: 'x'.repeat(801) });
    await expectRefusal(insertCards(store, [long]), 'invalid', undefined, 'an indexed text of 801 bytes');
    await insertCards(store, [
      card('fits', { group: '🎉'.repeat(200), state: '🎉'.repeat(200), tags: ['€'.repeat(266)] }),
    ]);
    for (const id of ['\u0000', 'a\u0000', '\ud800', 'a\udfff']) {
      expectSame(await store.read((tx) => tx.get(notes, id)), undefined, 'get');
      expectSame(await store.read((tx) => tx.getMany(notes, [id])), [], 'getMany');
      expectSame(
        await store.read((tx) => tx.find(cards, { where: { group: id }, order: '+at' })),
        { items: [] },
        'find',
      );
      expectSame(await store.read((tx) => tx.search(cards, id)), { items: [] }, 'search');
      await store.write((tx) => tx.remove(notes, id));
    }
  },

  'records: what is not JSON or has the wrong type is refused and leaves nothing': async (store) => {
    const values = [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1n,
      () => 1,
      new Date(0),
      new Map(),
      [undefined],
      Symbol('a'),
    ];
    for (const [number, value] of values.entries()) {
      const failure = await failureOf(
        store.write((tx) => tx.insert(notes, { id: 'a', value: { deep: [value] } })),
      );
      expect(failure !== undefined, `value ${number} was accepted`);
    }
    // What a mistaken program, unknown to the compiler, would hand over.
    const mistyped = { id: 'b', tags: 'no list', at: 5 } as unknown as ReturnType<typeof card>;
    expect((await failureOf(insertCards(store, [mistyped]))) !== undefined, 'a wrong type was accepted');
    expectSame(await store.read((tx) => tx.getMany(notes, ['a'])), [], 'the notes');
    expectSame(await store.read((tx) => tx.getMany(cards, ['b'])), [], 'the cards');
  },

  'records: nobody shares an object with the store': async (store) => {
    const given = card('a', { tags: ['x'] });
    const told = { ...event('a'), ids: ['a'] };
    const feed = store.changes();
    await feed.next();
    await store.write(async (tx) => {
      await tx.insert(cards, given);
      await tx.tell(told);
      given.tags.push('y');
      told.ids.push('b');
      (await tx.get(cards, 'a'))?.tags.push('z');
    });
    const read = await store.read((tx) => tx.get(cards, 'a'));
    expectSame(read?.tags, ['x'], 'tags');
    read?.tags.push('w');
    expectSame((await store.read((tx) => tx.get(cards, 'a')))?.tags, ['x'], 'tags, read again');
    expectSame(
      (await store.read((tx) => tx.find(cards, { order: '+at' }))).items[0]?.tags,
      ['x'],
      'tags, found',
    );
    const heard = await feed.next();
    expectSame(heard.done ? undefined : 'ids' in heard.value && heard.value.ids, ['a'], 'ids of the event');
  },
};
