import type { Store } from '../store/store.js';
import { begin, take, takeUntil, tell } from './expect-feed.js';
import { expect, expectSame, failureOf, patientWrite, pause, together } from './expect.js';
import { accounts, event, insertAccounts, notes, type Checks } from './sample.js';

/** Contract point 8: `changes` yields each committed event once, cause before effect. */
export const feedOrderChecks: Checks = {
  'feed: every committed event once, with 16 writers of whom some roll back, for two consumers': async (
    store,
  ) => {
    const [first, second] = [await begin(store), await begin(store)];
    const early = takeUntil(first, 'end');
    const committed = (await together(16, (writer) => writeSome(store, writer))).flat();
    await tell(store, 'end');
    const expected = [...committed, 'end'].toSorted();
    for (const heard of [await early, await takeUntil(second, 'end')]) {
      expectSame(heard.flatMap(({ ids }) => ids).toSorted(), expected, 'the events');
    }
  },

  'feed: cause before effect: a write that saw another comes after it': async (store) => {
    await insertAccounts(store, [{ id: 'a', left: 0 }]);
    const feed = await begin(store);
    await together(16, async () => {
      for (let round = 0; round < 3; round++) {
        await patientWrite(store, async (tx) => {
          const account = await tx.get(accounts, 'a');
          expect(account !== undefined, 'the account is there');
          const left = account.left + 1;
          await tx.replace(accounts, { id: 'a', left });
          await tx.tell(event(`${left}`));
        });
      }
    });
    const order = (await take(feed, 48)).map(({ ids }) => Number(ids[0]));
    expectSame(
      order,
      Array.from({ length: 48 }, (_, number) => number + 1),
      'the order of the events',
    );
  },

  'feed: cause before effect also for writes that change nothing in common': async (store) => {
    const feed = await begin(store);
    const effects = together(8, async (number) => {
      // Waits for what another writes, sees it in its own write, and only then tells.
      for (let tries = 0; tries < 2000; tries++) {
        const saw = await patientWrite(store, async (tx) => {
          if (!(await tx.get(notes, `cause${number}`))) return false;
          await tx.tell(event(`effect${number}`));
          return true;
        });
        if (saw) return;
        await pause(1);
      }
      throw new Error(`cause${number} was never seen`);
    });
    await together(8, (number) =>
      patientWrite(store, async (tx) => {
        await tx.tell(event(`cause${number}`));
        await tx.insert(notes, { id: `cause${number}` });
      }),
    );
    await effects;
    const heard = (await take(feed, 16)).map(({ ids }) => ids[0]);
    for (let number = 0; number < 8; number++) {
      expect(
        heard.indexOf(`cause${number}`) < heard.indexOf(`effect${number}`),
        `effect ${number} came before its cause`,
      );
    }
  },

  'feed: what is heard of can be read, and what was rolled back is never heard of': async (store) => {
    const feed = await begin(store);
    const hearing = (async () => {
      for (const { ids } of await takeUntil(feed, 'end', async ([id = '']) => {
        const note = id === 'end' ? { id } : await store.read((tx) => tx.get(notes, id));
        expect(note !== undefined, `${id} was heard of but is not there`);
      }))
        expect(!ids[0]?.startsWith('bad'), 'an event of a write that was rolled back');
    })();
    await together(12, async (number) => {
      const good = number % 2 === 0;
      await failureOf(
        patientWrite(store, async (tx) => {
          const id = `${good ? 'good' : 'bad'}${number}`;
          await tx.tell(event(id));
          await tx.insert(notes, { id });
          if (!good) throw new Error('half way');
        }),
      );
    });
    await tell(store, 'end');
    await hearing;
  },
};

/** Ten writes of one or two events, a third of them rolled back. Gives the ids that were committed. */
async function writeSome(store: Store, writer: number): Promise<string[]> {
  const committed: string[] = [];
  for (let round = 0; round < 10; round++) {
    const ids = round % 2 ? [`${writer}-${round}`] : [`${writer}-${round}`, `${writer}-${round}-more`];
    const failure = await failureOf(
      patientWrite(store, async (tx) => {
        for (const id of ids) await tx.tell(event(id));
        await tx.insert(notes, { id: `${writer}-${round}` });
        if (round % 3 === 2) throw new Error('rolled back');
      }),
    );
    if (failure === undefined) committed.push(...ids);
  }
  expectSame(committed.length, 10, 'events that were committed');
  return committed;
}
