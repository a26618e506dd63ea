import { notFound } from '../../errors.js';
import { command, query, type QueryContext } from '../../operation.js';
import { members } from '../../policy.js';
import { id, time, z } from '../../schema.js';
import { attestedBy, enrollmentOf } from '../enrollment-read.js';
import { tellEnrollment } from '../enrollment-write.js';
import { attestations, TrainingModule, type ProgramRecord } from '../model/program.js';
import { visibleProgram } from '../program-read.js';
import { modulesFor } from '../program-rules.js';

/** The modules of a program for somebody, and how far they are. */
const Training = z.object({
  programId: id,
  modules: z.array(TrainingModule.extend({ attestedAt: time.optional() })),
  done: z.int(),
  of: z.int(),
  /** Whether nobody is matched before all modules are attested. */
  required: z.boolean(),
});

export const training = query({
  summary: 'Reads the training of a program for the caller’s sides, or for both when not enrolled.',
  who: members,
  input: z.strictObject({ programId: id }),
  output: Training,
  refuses: ['program.unknown'],
  async run(context, { programId }) {
    return trainingView(context, await visibleProgram(context.tx, programId, context.actor));
  },
});

export const attest = command({
  summary: 'Says that the caller has done a module of a program’s training. Saying so again changes nothing.',
  who: members,
  input: z.strictObject({ programId: id, moduleId: id }),
  output: Training,
  refuses: ['program.unknown', 'module.unknown'],
  alone: (input, actor) => `training ${input.programId} ${actor.id}`,
  async run(context, { programId, moduleId }) {
    const { tx, actor, now } = context;
    const program = await visibleProgram(tx, programId, actor);
    if (!program.training.modules.some((module) => module.id === moduleId)) throw notFound('module');
    const recordId = `${programId} ${moduleId} ${actor.id}`;
    if (!(await tx.get(attestations, recordId))) {
      const at = now.toISOString();
      await tx.insert(attestations, { id: recordId, programId, moduleId, personId: actor.id, at });
      const enrollment = await enrollmentOf(tx, programId, actor.id);
      if (enrollment) await tellEnrollment(tx, program, enrollment);
    }
    return trainingView(context, program);
  },
});

async function trainingView(
  { tx, actor }: Pick<QueryContext, 'tx' | 'actor'>,
  program: ProgramRecord,
): Promise<z.output<typeof Training>> {
  const enrollment = await enrollmentOf(tx, program.id, actor.id);
  const attested = await attestedBy(tx, program.id, actor.id);
  const modules = modulesFor(program, enrollment?.sides ?? ['mentor', 'mentee']).map((module) => {
    const attestedAt = attested.get(module.id);
    return { ...module, ...(attestedAt !== undefined && { attestedAt }) };
  });
  const done = modules.filter((module) => attested.has(module.id)).length;
  return { programId: program.id, modules, done, of: modules.length, required: program.training.gate };
}
