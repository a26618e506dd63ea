import { invalidField } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { holders, type Policy } from '../../policy.js';
import { id, z } from '../../schema.js';
import { cancel, closeCycle, collect, releaseCycle } from '../cycle-life.js';
import { aloneOnCycle, checkMove, cycleView, hrCycle, visibleCycle } from '../cycle-read.js';
import { moveTo, storeCycle } from '../cycle-write.js';
import { launchCycle } from '../launch.js';
import { Cycle, type CycleMove, type CycleRecord } from '../model/cycle.js';
import { Day } from '../model/kinds.js';

/** Declares a move of a cycle: what is done with the record once it was found and may be moved. */
function moving(
  move: CycleMove,
  summary: string,
  work: (context: CommandContext, record: CycleRecord) => Promise<CycleRecord>,
  more: { refuses?: readonly string[]; who?: Policy } = {},
) {
  return command({
    summary,
    who: more.who ?? holders('hrAdmin'),
    input: z.strictObject({ id }),
    output: Cycle,
    refuses: ['cycle.unknown', 'cycle.wrongState', ...(more.refuses ?? [])],
    alone: (input) => aloneOnCycle(input.id),
    async run(context, { id: cycleId }) {
      const record = await visibleCycle(context.tx, cycleId, context.actor);
      checkMove(record, move);
      return cycleView(context, await work(context, record));
    },
  });
}

export const launch = moving(
  'launch',
  'Launches a cycle and freezes it. A small one launched by somebody who holds both roles waits for a second person.',
  launchCycle,
  {
    who: holders('hrAdmin', 'orgAdmin'),
    refuses: ['launch.second', 'person.unknown', 'template.unknown'],
  },
);

export const startApproving = moving(
  'startApproving',
  'Ends the proposing of reviewers; those that were proposed can still be approved or replaced.',
  (context, record) => moveTo(context, record, 'approving'),
);

export const startCollecting = moving(
  'startCollecting',
  'Opens the forms. Reviewers can still be approved, and replaced where one declined.',
  collect,
  { refuses: ['cycle.tooLate', 'launch.second'] },
);

export const close = moving('close', 'Ends the answering for good and begins the calibration.', closeCycle);

export const release = moving(
  'release',
  'Has the reports computed, once; all can be read from the same moment.',
  releaseCycle,
  { refuses: ['calibration.open'] },
);

export const finish = moving(
  'finish',
  'Closes a cycle that was released. Its reports stay.',
  (context, record) => moveTo(context, record, 'closed'),
);

export const cancelCycle = moving(
  'cancelCycle',
  'Calls a cycle off before it is released. Nothing that was answered is ever shown.',
  cancel,
);

/** The days that can be moved to later. */
const deadlines = {
  nominateBy: Day.optional(),
  answerBy: Day.optional(),
  releaseOn: Day.optional(),
};

export const extend = command({
  summary: 'Gives everybody more time. A deadline only moves to later.',
  who: holders('hrAdmin'),
  input: z.strictObject({ id, ...deadlines }),
  output: Cycle,
  refuses: ['cycle.unknown', 'cycle.wrongState'],
  alone: (input) => aloneOnCycle(input.id),
  async run(context, { id: cycleId, nominateBy, answerBy, releaseOn }) {
    const before = await hrCycle(context.tx, cycleId, context.actor);
    checkMove(before, 'extend');
    const dates = {
      ...before.dates,
      ...(nominateBy !== undefined && { nominateBy }),
      ...(answerBy !== undefined && { answerBy }),
      ...(releaseOn !== undefined && { releaseOn }),
    };
    checkDates(before, dates);
    const closesOn = dates.answerBy > before.closesOn ? dates.answerBy : before.closesOn;
    return cycleView(context, await storeCycle(context, { ...before, dates, closesOn }));
  },
});

function checkDates({ dates: before }: CycleRecord, dates: CycleRecord['dates']): void {
  if (dates.nominateBy < before.nominateBy) throw invalidField('nominateBy', 'That is earlier than before.');
  if (dates.answerBy < before.answerBy) throw invalidField('answerBy', 'That is earlier than before.');
  if (dates.answerBy < dates.nominateBy)
    throw invalidField('answerBy', 'Answering would end before proposing does.');
  if (dates.releaseOn !== undefined && dates.releaseOn <= dates.answerBy)
    throw invalidField('answerBy', 'Move the planned release to a later day too.');
}
