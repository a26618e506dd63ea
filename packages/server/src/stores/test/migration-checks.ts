import assert from 'node:assert/strict';
import { collection, isGuildhallError, type Collection } from '@guildhall/core/store';
import { textOf } from '../sql.js';
import type { TestDatabase } from './databases.js';
import { allPosts, post, postsOne, postsTwo, type Post } from './posts.js';

interface Row {
  id: string;
  owner?: string;
  left?: number;
  tags: string[];
}

/** What `prepare` promises, on either database. */
export const migrationChecks: Record<string, (database: TestDatabase) => Promise<void>> = {
  'a filled collection gets new indexes, search, a unique key and a counter': async (database) => {
    const old = database.open([postsOne]);
    await old.prepare();
    await old.write(async (tx) => {
      for (let at = 0; at < 700; at++)
        await tx.insert(
          postsOne,
          post(`p${at}`, { tags: [`t${at % 7}`, 't'], size: at, title: `Wörd${at}` }),
        );
    });
    const store = database.open(allPosts);
    await store.prepare();
    await store.read(async (tx) => {
      const tagged = await tx.find(postsTwo, {
        where: { tags: 't3', shelf: 'public' },
        order: '+at',
        limit: 1000,
      });
      assert.equal(tagged.items.length, 100);
      const sized = await tx.find(postsTwo, { where: { size: { from: 690 } }, order: '-size' });
      assert.deepEqual(
        sized.items.map(({ size }) => size),
        [699, 698, 697, 696, 695, 694, 693, 692, 691, 690],
      );
      const found = await tx.search(postsTwo, 'word699');
      assert.equal(found.items[0]?.id, 'p699');
    });
    // The older program goes on beside the newer one: what it writes is in the new indexes too.
    await old.write((tx) => tx.replace(postsOne, post('p0', { tags: ['late'], size: 5000 })));
    await old.write((tx) => tx.remove(postsOne, 'p1'));
    await store.read(async (tx) => {
      assert.deepEqual(await idsWith(tx.find(postsTwo, { where: { tags: 'late' }, order: '+at' })), ['p0']);
      assert.equal(
        (await tx.find(postsTwo, { where: { tags: 't0' }, order: '+at', limit: 999 })).items.length,
        99,
      );
      assert.equal(
        (await tx.find(postsTwo, { where: { tags: 't1' }, order: '+at', limit: 999 })).items.length,
        99,
      );
      assert.deepEqual(await idsWith(tx.find(postsTwo, { where: { size: { from: 1000 } } })), ['p0']);
    });
    await Promise.all([old.close(), store.close()]);
  },

  'a field of another type or with a new floor is indexed anew, a given up unique key is gone': async (
    database,
  ) => {
    const rows = (fields: Omit<Collection<Row>, 'name'>): Collection<Row> => ({
      name: 'rows',
      arrays: ['tags'],
      ...fields,
    });
    const texts = rows({ indexes: [['owner'], ['tags', 'owner']], unique: [['owner']] });
    const old = database.open([texts]);
    await old.prepare();
    await old.write(async (tx) => {
      for (const owner of ['10', '9']) await tx.insert(texts, { id: owner, owner, tags: ['a'] });
    });
    await old.close();

    const counters = rows({
      indexes: [['left'], ['tags', 'left']],
      numbers: ['left'],
      atLeastZero: ['left'],
    });
    const counting = database.open([counters]);
    await counting.prepare();
    await counting.write(async (tx) => {
      for (const left of [10, 9])
        await tx.insert(counters, { id: `x${left}`, owner: '10', left, tags: ['a'] });
    });
    await counting.close();

    const numbers = rows({ indexes: counters.indexes, numbers: ['left'] });
    const store = database.open([numbers]);
    await store.prepare();
    await store.write((tx) => tx.insert(numbers, { id: 'below', left: -1, tags: ['a'] }));
    const found = store.read((tx) => tx.find(numbers, { where: { tags: 'a' }, order: '+left' }));
    assert.deepEqual(await idsWith(found), ['below', 'x9', 'x10']);
    await store.close();
  },

  'other search fields: the words of all records are made anew': async (database) => {
    const one = collection<Post>({ name: 'posts', indexes: [], search: ['title'] });
    const two = collection<Post>({ name: 'posts', indexes: [], search: ['shelf'] });
    const old = database.open([one]);
    await old.prepare();
    await old.write((tx) => tx.insert(one, post('a', { title: 'Elephant', shelf: 'kitchen' })));
    await old.close();
    const store = database.open([two]);
    await store.prepare();
    assert.equal((await store.read((tx) => tx.search(two, 'kitchne'))).items.length, 1);
    assert.equal((await store.read((tx) => tx.search(two, 'elephant'))).items.length, 0);
    await store.close();
  },

  'the database of a newer program is refused, and left as it is': async (database) => {
    const store = database.open(allPosts);
    await store.prepare();
    const meta = database.dialect.table('guildhall_meta');
    await database.exec(`UPDATE ${meta} SET "value" = '999' WHERE "key" = 'schema_version'`);
    const further = { name: 'further', indexes: [] };
    const older = database.open([...allPosts, further]);
    await assert.rejects(
      older.prepare(),
      (error) => isGuildhallError(error) && error.reason === 'store.newer',
    );
    await assert.rejects(
      older.write((tx) => tx.insert(further, { id: 'a' })),
      isUnprepared,
    );
    const [row] = await database.rows(`SELECT "value" FROM ${meta} WHERE "key" = 'schema_version'`);
    assert.equal(textOf(row, 'value'), '999');
    await Promise.all([store.close(), older.close()]);
  },

  'before prepare, use says what to do': async (database) => {
    const store = database.open(allPosts);
    await assert.rejects(
      store.read((tx) => tx.get(postsTwo, 'a')),
      isUnprepared,
    );
    await assert.rejects(
      store.write((tx) => tx.insert(postsTwo, post('a'))),
      isUnprepared,
    );
    await assert.rejects(store.changes().next(), isUnprepared);
    await store.close();
  },

  'the printed schema is what prepare makes: after it nothing is left to do': async (database) => {
    const store = database.open(allPosts);
    if (database.target.kind === 'sqlite') await database.drop().then(() => makeFolder(database));
    await database.exec(store.schema());
    const before = await objects(database);
    await store.prepare();
    assert.deepEqual(await objects(database), before);
    await store.write((tx) => tx.insert(postsTwo, post('a', { tags: ['x'] })));
    assert.deepEqual(
      await store.read((tx) => idsWith(tx.find(postsTwo, { where: { tags: 'x' }, order: '+at' }))),
      ['a'],
    );
    await store.close();
  },

  'eight that prepare at once prepare once': async (database) => {
    const stores = Array.from({ length: 8 }, () => database.open(allPosts));
    await Promise.all(stores.map((store) => store.prepare()));
    await Promise.all(stores.map((store, at) => store.write((tx) => tx.insert(postsTwo, post(`p${at}`)))));
    const [store] = stores;
    assert.equal((await store?.read((tx) => tx.find(postsTwo, { order: '+id' })))?.items.length, 8);
    await Promise.all(stores.map((each) => each.close()));
  },

  'markers stay, and are apart from what the store remembers': async (database) => {
    const store = database.open(allPosts);
    await store.prepare();
    assert.equal(await store.marker('epoch'), undefined);
    await store.setMarker('epoch', 'one');
    await store.setMarker('epoch', 'two');
    await store.close();
    const again = database.open(allPosts);
    await again.prepare();
    assert.equal(await again.marker('epoch'), 'two');
    await again.close();
  },
};

function isUnprepared(error: unknown): boolean {
  return isGuildhallError(error) && error.reason === 'store.unprepared';
}

async function idsWith(found: Promise<{ items: { id: string }[] }>): Promise<string[]> {
  return (await found).items.map(({ id }) => id);
}

async function makeFolder(database: TestDatabase): Promise<void> {
  const { mkdirSync } = await import('node:fs');
  const { dirname } = await import('node:path');
  if (database.target.kind === 'sqlite') mkdirSync(dirname(database.target.file), { recursive: true });
}

/** The definitions of all that the database holds. */
async function objects({ target, rows }: TestDatabase): Promise<unknown> {
  if (target.kind === 'sqlite') return rows('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name');
  return [
    await rows('SELECT oid, relname FROM pg_class WHERE relnamespace = $1::regnamespace ORDER BY oid', [
      target.schema,
    ]),
    await rows('SELECT oid, proname FROM pg_proc WHERE pronamespace = $1::regnamespace ORDER BY oid', [
      target.schema,
    ]),
  ];
}
