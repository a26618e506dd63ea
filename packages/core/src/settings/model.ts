import { z } from '../schema.js';

/** What an organization decides for itself. Given to `createGuildhall`; unknown keys stop the start. */
export const Settings = z.strictObject({
  /** The organization's zone: periods begin at its midnight. */
  timeZone: z.string().default('UTC'),
  /** The names of the grades, the most junior first. Without it the number in a person's grade counts. */
  grades: z.array(z.string().max(60)).max(200).default([]),
  recognition: z
    .strictObject({
      /** Minutes during which the giver may mend the text. */
      editMinutes: z.int().min(0).max(1440).default(15),
      /** Hours during which the giver may withdraw. */
      withdrawHours: z.int().min(0).max(720).default(24),
    })
    .prefault({}),
  /** Points are off until an organization turns them on. */
  points: z
    .strictObject({
      enabled: z.boolean().default(false),
      /** What each person may give away in a calendar month. */
      perMonth: z.int().min(1).max(1_000_000).default(100),
    })
    .prefault({}),
});

/** The settings with every default filled in. */
export type Settings = z.output<typeof Settings>;

/** The settings as a host writes them. */
export type SettingsInput = z.input<typeof Settings>;
