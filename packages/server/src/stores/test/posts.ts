import { collection, type AnyCollection, type StoreEvent } from '@guildhall/core/store';

/** A record with an index of every shape. */
export interface Post {
  id: string;
  shelf: string;
  at: string;
  tags: string[];
  title: string;
  size?: number;
  left?: number;
  owner?: string;
}

const base = { name: 'posts', indexes: [['shelf', 'at']] } as const;

/** The posts of a first version of a program. */
export const postsOne = collection<Post>(base);

/** The posts of a later one: more indexes, search, a unique key, a counter. */
export const postsTwo = collection<Post>({
  name: 'posts',
  indexes: [
    ['shelf', 'at'],
    ['at'],
    ['id'],
    ['shelf', 'id'],
    ['size'],
    ['shelf', 'size'],
    ['tags', 'at'],
    ['tags', 'shelf', 'at'],
    ['shelf', 'tags', 'id'],
  ],
  unique: [['owner']],
  arrays: ['tags'],
  numbers: ['size'],
  search: ['title'],
  atLeastZero: ['left'],
});

/** Answers that nobody may put in an order. */
export const answers = collection<{ id: string; choice: string }>({
  name: 'answers',
  indexes: [['choice', 'id']],
  sealed: true,
});

/** What the tests keep. */
export const allPosts: readonly AnyCollection[] = [postsTwo, answers];

/** A post with what every post needs. */
export function post(id: string, fields: Partial<Post> = {}): Post {
  return { id, shelf: 'public', at: '2026-01-01T00:00:00.000Z', tags: [], title: `Post ${id}`, ...fields };
}

/** An event about these ids. */
export function told(...ids: string[]): StoreEvent {
  return { type: 'post.told', area: 'posts', ids, audience: 'everyone', at: new Date().toISOString() };
}
