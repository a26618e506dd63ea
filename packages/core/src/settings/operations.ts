import { query } from '../operation.js';
import { membersAndSystem } from '../policy.js';
import { z } from '../schema.js';
import { Settings } from './model.js';

const get = query({
  summary: 'What the organization decided: its time zone, the windows for mending, whether points are on.',
  who: membersAndSystem,
  shared: true,
  input: z.strictObject({}),
  output: Settings,
  async run({ settings }) {
    return settings;
  },
});

/** What the organization decides for itself. */
export const settingsOperations = { get };
