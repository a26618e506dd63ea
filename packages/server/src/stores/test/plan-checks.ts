import assert from 'node:assert/strict';
import { planFind, type AnyFind, type Cursor } from '@guildhall/core/store';
import { layoutsOf } from '../sql-layout.js';
import { Texts } from '../sql-texts.js';
import type { TestDatabase } from './databases.js';
import { allPosts, post, postsTwo } from './posts.js';

const PUBLIC = { shelf: 'public' };
const TIMES = { at: { from: '2026-01-01T00:00:01.000Z', before: '2026-01-01T00:00:59.000Z' } };

/** Every shape of a find, with the index that has to answer it. */
const SHAPES: [index: RegExp, query: AnyFind][] = [
  [/posts__by__shelf_at/, { where: PUBLIC, order: '-at' }],
  [/posts__by__shelf_at/, { where: { ...PUBLIC, ...TIMES }, order: '+at' }],
  [/posts__by__shelf_at/, { where: { shelf: 'rare' }, order: '-at', limit: 5 }],
  [/posts__by__at/, { order: '-at' }],
  [/posts__by__at/, { where: TIMES, order: '+at' }],
  [/posts_pkey|sqlite_autoindex_posts/, { order: '+id' }],
  [/posts__by__shelf_id/, { where: PUBLIC, order: '-id' }],
  [/posts__by__size/, { order: '-size' }],
  [/posts__by__shelf_size/, { where: { ...PUBLIC, size: { from: 3, before: 1000 } }, order: '+size' }],
  [/posts__with__tags_at/, { where: { tags: 't1' }, order: '-at' }],
  [/posts__with__tags_shelf_at/, { where: { tags: 't1', ...PUBLIC, ...TIMES }, order: '-at' }],
  [/posts__with__shelf_tags_id/, { where: { tags: 't1', ...PUBLIC }, order: '+id' }],
];

/** What the planner must do with every find. */
export const planChecks: Record<string, (database: TestDatabase) => Promise<void>> = {
  'every find walks its index in order: no scan, no sort, on the first page and deep inside': async (
    database,
  ) => {
    const { store, texts } = await filled(database);
    for (const [index, query] of SHAPES) {
      const first = planFind(postsTwo, query);
      const page = await store.read((tx) => tx.find(postsTwo, query as object));
      assert.ok(page.next, `${JSON.stringify(query)} has one page only`);
      for (const plan of [first, planFind(postsTwo, { ...query, after: page.next satisfies Cursor })]) {
        const statements = texts.of(postsTwo);
        const text = statements.find(plan);
        const [values = []] = statements.streams(plan);
        const steps = await database.plan(text, values);
        const told = `${text}\n${steps}`;
        assert.match(told, index);
        assert.match(steps, /index scan|using .*(index|primary key)/i, told);
        assert.doesNotMatch(steps, /temp b-tree|sort|seq scan|bitmap|auto.*index \(/i, told);
        assert.doesNotMatch(steps, /SCAN posts$|Filter:/m, told);
      }
    }
    await store.close();
  },

  'lookups, unique keys and search use their keys': async (database) => {
    const { store, texts } = await filled(database);
    const { get, many, taken, update, remove } = texts.of(postsTwo);
    const search = texts.searchOf(postsTwo);
    const asked: [text: string, values: (string | number)[]][] = [
      [get, ['p1']],
      [many, ['[["p1"],["p2"]]']],
      [taken[0]?.text ?? '', ['me', 'p1']],
      [update, ['p1', '{}']],
      [remove, ['p1']],
      [search.prefix, ['wo', 'wp']],
      [search.typo, ['[["word"],["wrd"]]']],
      [search.removeWords, ['p1', '[["word",0]]']],
      [search.removeDeletions, ['p1', '[["word","wrd",0]]']],
    ];
    for (const [text, values] of asked) {
      const steps = await database.plan(text, values);
      assert.match(steps, /index|search/i, `${text}\n${steps}`);
      assert.doesNotMatch(steps, /seq scan|SCAN posts/i, `${text}\n${steps}`);
    }
    await store.close();
  },
};

async function filled(database: TestDatabase) {
  const store = database.open(allPosts);
  await store.prepare();
  await store.write(async (tx) => {
    for (let at = 0; at < 1000; at++)
      await tx.insert(
        postsTwo,
        post(`p${at}`, {
          at: new Date(Date.UTC(2026, 0, 1) + at * 100).toISOString(),
          tags: ['t1', `t${at}`],
          size: at,
          shelf: at % 50 === 7 ? 'rare' : at % 2 ? 'public' : 'private',
        }),
      );
  });
  if (database.target.kind === 'postgres') await database.exec('ANALYZE');
  return { store, texts: new Texts(database.dialect, layoutsOf(allPosts)) };
}
