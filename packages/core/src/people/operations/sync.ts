import { GuildhallError } from '../../errors.js';
import { command } from '../../operation.js';
import { holders } from '../../policy.js';
import { z } from '../../schema.js';
import { CATALOG_WRITES } from '../catalog.js';
import type { DirectoryProblem } from '../identify.js';
import { DirectoryPerson, SyncResult } from '../model.js';
import { LARGE, syncInSteps } from '../sync-steps.js';
import { MAX_PEOPLE, syncPeople, type Synced, type SyncOptions } from '../sync.js';

/** How many fields one refusal names. */
const MAX_FIELDS = 200;

/** Those that another state of the store would allow; all others are wrong by themselves. */
const CONFLICTS = ['person.idFixed', 'person.idTaken'];

export const sync = command({
  summary:
    'Brings the directory to what the host says: adds, changes and, from a complete list, lets people go.',
  who: holders('peopleAdmin', 'orgAdmin'),
  input: z.strictObject({
    people: z.array(DirectoryPerson).max(MAX_PEOPLE),
    /** The list is the whole directory: people who are not on it have left. */
    complete: z.boolean().default(false),
  }),
  output: SyncResult,
  refuses: [
    'person.duplicate',
    'person.idFixed',
    'person.idTaken',
    'manager.unknown',
    'manager.cycle',
    'people.tooManyDepartures',
  ],
  alone: () => CATALOG_WRITES,
  async run(context, { people, complete }) {
    return resultOf(await syncPeople(context, people, optionsOf(complete)));
  },
  async ahead(steps, { people, complete }) {
    if (people.length < LARGE) return undefined;
    const result = resultOf(await syncInSteps(steps, people, optionsOf(complete)));
    return async () => result;
  },
});

function optionsOf(complete: boolean): SyncOptions {
  return { complete, dryRun: false, mentioned: new Set(), broken: false };
}

function resultOf({ result, problems }: Synced): SyncResult {
  if (problems.length > 0) throw refusal(problems);
  return result;
}

function refusal(problems: readonly DirectoryProblem[]): GuildhallError {
  const fields = problems.slice(0, MAX_FIELDS).map(({ at, field, message }) => ({
    path: `people.${at}.${field}`,
    message,
  }));
  const reason = problems[0]?.reason ?? 'input.invalid';
  const code = CONFLICTS.includes(reason) ? 'conflict' : 'invalid';
  const text = fields.map(({ path, message }) => `${path}: ${message}`).join(' ');
  return new GuildhallError(code, reason, text, { fields });
}
