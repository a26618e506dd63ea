import { GuildhallError } from '../../errors.js';
import { command } from '../../operation.js';
import { membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import { Program, programs } from '../model/program.js';
import { aloneOnProgram, audienceOfProgram, managedProgram, programView } from '../program-read.js';
import { mayMove, MOVES, type Move } from '../program-rules.js';

/** Declares a move of a program to its next state. */
function moving(move: Move, summary: string) {
  return command({
    summary,
    who: membersAndSystem,
    input: z.strictObject({ id }),
    output: Program,
    refuses: ['program.unknown', 'program.notYours', 'program.wrongState'],
    alone: (input) => aloneOnProgram(input.id),
    async run(context, { id: programId }) {
      const { tx, actor, now } = context;
      const before = await managedProgram(tx, programId, actor);
      const { from, to } = MOVES[move];
      if (!mayMove(before, move))
        throw new GuildhallError(
          'conflict',
          'program.wrongState',
          `The program is ${before.state}. This is done from: ${from.join(', ')}.`,
          { details: { state: before.state } },
        );
      const record = { ...before, state: to, since: { ...before.since, [to]: now.toISOString() } };
      await tx.replace(programs, record);
      await tx.tell({ type: 'program.changed', ids: [record.id], audience: audienceOfProgram(record) });
      return programView(context, record);
    },
  });
}

export const openEnrollment = moving(
  'openEnrollment',
  'Shows the program to everyone and lets people enroll within its dates.',
);
export const startMatching = moving('startMatching', 'Ends enrollment of a cohort, to make pairs.');
export const launch = moving('launch', 'Starts the program. Publishing a match run does so too.');
export const wrapUp = moving('wrapUp', 'Says that the program comes to its end. Its mentorships go on.');
export const closeProgram = moving('closeProgram', 'Closes the program. Mentorships that still live go on.');
export const archiveProgram = moving('archiveProgram', 'Takes a closed program out of the lists.');
export const cancelProgram = moving('cancelProgram', 'Calls the program off. Mentorships that live go on.');
