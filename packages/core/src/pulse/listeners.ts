import { releaseOf } from '../answers/round.js';
import type { Listener } from '../listeners.js';
import { addDays } from '../mentoring/rules/zone.js';
import { dayOf } from '../mentoring/days.js';
import type { CommandContext } from '../operation.js';
import type { SurveyRelease } from '../release/model.js';
import { surveys } from './model/survey.js';
import { threads } from './model/thread.js';
import { promises, rosters, waves, type WaveRecord } from './model/wave.js';
import { groupReaders } from './rules/readers.js';

/** What the pulse does when its rounds are released, or could not be. Rounds of other areas are none of its waves. */
export const pulseListeners: Readonly<Record<string, Listener>> = {
  'round.released': async (context, { ids: [waveId = ''] }) => {
    const wave = await context.tx.get(waves, waveId);
    if (wave?.state === 'releasing') await released(context, wave);
  },
  'round.failed': async (context, { ids: [waveId = ''] }) => {
    const { tx, now, settings } = context;
    const wave = await tx.get(waves, waveId);
    if (wave?.state !== 'releasing') return;
    // Tried again the next day, with whatever was mended meanwhile.
    const dueOn = addDays(dayOf(now, settings.timeZone), 1);
    await tx.replace(waves, { ...wave, releaseFailed: 'release.failed', dueOn });
    await tx.tell({ type: 'wave.failed', ids: [waveId], audience: [wave.askerId] });
  },
};

async function released(context: CommandContext, before: WaveRecord): Promise<void> {
  const { tx } = context;
  const kept = await releaseOf(tx, before.id, 'all');
  if (kept?.release.kind !== 'survey') return;
  const { releaseFailed: _failed, dueOn: _due, ...wave } = before;
  await tx.replace(waves, { ...wave, state: 'released', hash: kept.hash });
  const survey = await tx.get(surveys, wave.surveyId);
  if (survey) await tx.replace(surveys, { ...survey, releasedWaveId: wave.id });
  await beginThreads(context, wave, kept.release);
  await tx.tell({ type: 'wave.released', ids: [wave.id], audience: await keepPromises(context, wave) });
}

/**
 * Writes down who reads some of the groups, so that they find the survey from now on. Gives whom the results are for, as
 * far as they are known by name: these, who asks, and who was named.
 */
async function keepPromises({ tx }: CommandContext, wave: WaveRecord): Promise<readonly string[]> {
  const { id: waveId, surveyId, number, readers } = wave;
  const roster = readers.members || readers.managers ? await tx.get(rosters, waveId) : undefined;
  const promised = roster ? groupReaders(wave, roster) : [];
  const records = promised.map((personId) => ({
    id: `${waveId}:${personId}`,
    personId,
    surveyId,
    waveId,
    number,
  }));
  await tx.insertAll(promises, records);
  return [...new Set([wave.askerId, ...readers.people, ...promised])];
}

/** Begins a thread, under a random id, for each text that is shown and whose writer left a door open. */
async function beginThreads(
  { tx, newId }: CommandContext,
  wave: WaveRecord,
  { texts }: SurveyRelease,
): Promise<void> {
  const known = new Set<string>();
  for (const byQuestion of [texts['all'] ?? {}, ...Object.values(texts)])
    for (const [questionId, cell] of Object.entries(byQuestion)) {
      if (!cell.shown) continue;
      for (const { text, thread: keyHash } of cell.texts) {
        // A text of a group is one of the whole too; and one key opens one thread.
        if (keyHash === undefined || known.has(keyHash)) continue;
        known.add(keyHash);
        const taken = await tx.find(threads, { where: { keyHash }, order: '+id', limit: 1 });
        if (taken.items.length > 0) continue;
        const place = String(known.size).padStart(6, '0');
        const record = { id: newId(), waveId: wave.id, questionId, text, keyHash, place };
        await tx.insert(threads, { ...record, state: 'open' });
      }
    }
}
