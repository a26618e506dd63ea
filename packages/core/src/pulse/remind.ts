import { remindLate } from '../answers/round.js';
import { addDays } from '../mentoring/rules/zone.js';
import { notify } from '../notifications/notify.js';
import type { CommandContext } from '../operation.js';
import { waves, type WaveRecord } from './model/wave.js';

/**
 * Reminds those who are late, the next two hundred people who were asked. Whom it reached is told to them alone: no
 * event names them together, and nobody reads a count.
 */
export async function remindStep(context: CommandContext, wave: WaveRecord): Promise<void> {
  const about = {
    type: 'pulse.reminder' as const,
    byId: wave.askerId,
    subjectKind: 'wave' as const,
    subjectId: wave.id,
  };
  const { remindAfter: after, ...kept } = wave;
  const { next } = await remindLate(context, wave.id, ({ personId }) => notify(context, [personId], about), {
    after,
  });
  const done: WaveRecord = { ...kept, reminded: true, dueOn: addDays(wave.closesOn, 1) };
  await context.tx.replace(waves, next === undefined ? done : { ...kept, remindAfter: next });
}
