import { z } from '../../schema.js';

/** What two or more people agree to do together. */
export const KINDS = ['mentoring', 'coaching', 'buddy', 'peer', 'circle'] as const;
export const MentorshipKind = z.enum(KINDS);
export type MentorshipKind = z.output<typeof MentorshipKind>;

/** Who teaches whom: forward, the more senior the other; reverse, the more junior the other; or either. */
export const Direction = z.enum(['forward', 'reverse', 'either']);
export type Direction = z.output<typeof Direction>;

/** The two sides of a mentorship. A person may be on either side, and on both in different ones. */
export const Side = z.enum(['mentor', 'mentee']);
export type Side = z.output<typeof Side>;

/** A day of the calendar without a zone, as `2026-03-31`. */
export const Day = z.iso.date();
