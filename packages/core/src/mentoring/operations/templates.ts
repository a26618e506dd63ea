import { query } from '../../operation.js';
import { membersAndSystem } from '../../policy.js';
import { id, text, z } from '../../schema.js';
import { ProgramDraft } from '../model/program.js';
import { TEMPLATES } from '../templates.js';

/** A program to begin from, in English. */
const ProgramTemplate = z.object({ id, name: text(120), draft: ProgramDraft });

export const templates = query({
  summary: 'Lists programs to begin from, each a complete draft in English.',
  who: membersAndSystem,
  shared: true,
  input: z.strictObject({}),
  output: z.object({ items: z.array(ProgramTemplate) }),
  run: async () => ({ items: [...TEMPLATES] }),
});
