import { z } from 'zod';

// zod compiles schemas with `new Function`, which a page's strict policy forbids and reports as a violation.
if ('document' in globalThis) z.config({ jitless: true });

export { z };

/** How many items a list returns when the caller does not say. */
export const DEFAULT_LIMIT = 20;

/** The input that every list takes: at most `limit` items, starting behind the cursor `after`. */
export const page = {
  limit: z.int().min(1).max(100).default(DEFAULT_LIMIT),
  after: z.string().max(500).optional(),
};

/** The output of every list: `next` is the cursor for `after`, absent on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

/** An id: random and opaque, or chosen by the host for people. */
export const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w.:@-]+$/, 'Use letters, digits and . : @ _ - only.');

/** A moment in UTC, as an ISO 8601 string with milliseconds. */
export const time = z.iso.datetime({ precision: 3 });

/** Half a character, or NUL: no store can keep them. */
const BROKEN = /\p{Surrogate}|\0/u;

/** Text from people: stored as written, at most `max` code points, not empty. */
export function text(max: number) {
  return z
    .string()
    .refine((value) => value.trim().length > 0, 'Write something.')
    .refine((value) => [...value].length <= max, `Write at most ${max} characters.`)
    .refine((value) => !BROKEN.test(value), 'The text contains a character that cannot be stored.');
}
