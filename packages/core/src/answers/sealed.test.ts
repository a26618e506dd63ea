import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from '../operation.js';
import { members } from '../policy.js';
import { z } from '../schema.js';
import { Answers } from './question.js';
import { seal, unseal, type Sealed } from './sealed.js';

test('sealing changes nothing, and the compiler lets no raw answer into an output', () => {
  const answers: Answers = { q: { level: 3 } };
  const kept: Sealed<Answers> = seal(answers);
  assert.equal(unseal(kept), answers);
  query({
    ...{ summary: 'Would leak.', who: members, input: z.strictObject({}) },
    output: z.object({ answers: Answers }),
    // @ts-expect-error A sealed value is none that an output takes.
    run: async () => ({ answers: kept }),
  });
});
