import { z } from '../../schema.js';

/** A day of the calendar, as `2026-03-31`. */
export const Day = z.iso.date();

/** How the answers of a survey are kept; a pulse is never named. */
export const PulseMode = z.enum(['confidential', 'sealed']);
export type PulseMode = z.output<typeof PulseMode>;

/** What people are cut into groups by: what the directory says of them on the day of the opening. */
export const ATTRIBUTES = ['department', 'team', 'location', 'grade'] as const;
export const Attribute = z.enum(ATTRIBUTES);
export type Attribute = z.output<typeof Attribute>;

/**
 * A group of a survey's plan: `all`, `department:<id>`, `team:<id>`, `location:<name>`, `grade:<name>` (percent-encoded),
 * `below:<person>` (everybody in the lines that lead to that person), or two of the first joined by ` & `.
 * The same from wave to wave.
 */
export const GroupId = z.string().min(1).max(4000);

/** 128 random bits in hex, made in the page and kept there: what alone shows that words are one's own. */
export const Key = z.string().regex(/^[0-9a-f]{32}$/, 'A key has 32 characters from 0-9 and a-f.');

/** A language in which the built-in forms are written. */
export const LANGUAGES = ['en', 'de'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.output<typeof Language>;
