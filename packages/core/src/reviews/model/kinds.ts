import { z } from '../../schema.js';

/** Who answers, as seen from the subject: `upward` are those who report to the subject. */
export const DIRECTIONS = ['self', 'manager', 'peer', 'upward', 'external'] as const;
export const Direction = z.enum(DIRECTIONS);
export type Direction = z.output<typeof Direction>;

/** The directions whose answers are nameless unless the cycle is `named`, in the order in which they are shown. */
export const NAMELESS = ['peer', 'upward', 'external'] as const satisfies readonly Direction[];

/** Who may read a report: the subject, the subject's manager, that one's manager, and HR. */
export const READERS = ['subject', 'manager', 'skipManager', 'hr'] as const;
export const Reader = z.enum(READERS);
export type Reader = z.output<typeof Reader>;

/** Where a cycle stands. */
export const CYCLE_STATES = [
  'draft',
  'nominating',
  'approving',
  'collecting',
  'calibrating',
  'releasing',
  'released',
  'closed',
  'canceled',
] as const;
export const CycleState = z.enum(CYCLE_STATES);
export type CycleState = z.output<typeof CycleState>;

/** A day of the calendar in the organization's zone, as `2026-03-31`. */
export const Day = z.iso.date();
