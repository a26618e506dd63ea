import { answeredAbout, releaseOf } from '../answers/round.js';
import { notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import type { KnownActor } from '../policy.js';
import type { Reader } from '../store/store.js';
import { rosters, waves, type Wave, type WaveRecord } from './model/wave.js';
import { ALL } from './rules/plan.js';
import { maySeeGroup, readingOf, readsEverything, readsSome, type Reading } from './rules/readers.js';
import { mayManageSurvey } from './rules/survey.js';
import { readersViews } from './survey-read.js';

type Moment = Pick<QueryContext, 'tx' | 'actor' | 'now'>;

/** A wave, and what of it the actor may read. */
export interface ReadableWave {
  wave: WaveRecord;
  reading: Reading;
}

/** What the actor may read of a wave. The roster is read only for those whom it decides. */
export async function readingFor(tx: Reader, wave: WaveRecord, actor: KnownActor): Promise<Reading> {
  const all = readsEverything(wave, actor) && wave.readersAsked;
  const roster = all ? undefined : await tx.get(rosters, wave.id);
  return readingOf(wave, actor, roster);
}

/** The wave, if the actor was asked, reads it or runs it; absent and hidden are the same answer. */
export async function visibleWave(tx: Reader, waveId: string, actor: KnownActor): Promise<ReadableWave> {
  const wave = await tx.get(waves, waveId);
  if (!wave) throw notFound('wave');
  const reading = await readingFor(tx, wave, actor);
  if (!reading.known && !mayManageSurvey(wave, actor)) throw notFound('wave');
  return { wave, reading };
}

/** Waves as the caller reads them. */
export async function waveViews({ tx, actor, now }: Moment, all: readonly ReadableWave[]): Promise<Wave[]> {
  const readers = await readersViews(
    tx,
    all.map(({ wave }) => wave),
  );
  const views: Wave[] = [];
  for (const [at, { wave, reading }] of all.entries()) {
    const answered = wave.state === 'open' ? await answeredAbout(tx, wave.id, now) : undefined;
    views.push({
      ...shown(wave),
      readers: readers[at] ?? { people: [], roles: [], managers: false, members: false },
      ...(answered !== undefined && { answered }),
      may: {
        readAll: maySeeGroup(reading, ALL),
        readGroups: readsSome(reading),
        readWords: reading.words,
        reply: reading.words && !actor.system,
        moves: wave.state === 'open' && mayManageSurvey(wave, actor) ? ['closeWave'] : [],
      },
    });
  }
  return views;
}

function shown(wave: WaveRecord) {
  const { id, surveyId, title, number, state, openedOn, closesOn, form, mode, k, kText } = wave;
  const { closedOn, releaseFailed, hash } = wave;
  return {
    ...{ id, surveyId, title, number, state, openedOn, closesOn, form, mode, k, kText },
    tooSmall: wave.invited < wave.k + wave.colluders,
    ...(closedOn !== undefined && { closedOn }),
    ...(releaseFailed !== undefined && { releaseFailed }),
    ...(hash !== undefined && { hash }),
  };
}

/** One wave as the caller reads it. */
export async function waveView(moment: Moment, readable: ReadableWave): Promise<Wave> {
  const [view] = await waveViews(moment, [readable]);
  if (!view) throw new Error('One record gives one view.');
  return view;
}

/** What a wave released; undefined before. */
export async function releasedOf(tx: Reader, wave: WaveRecord) {
  if (wave.state !== 'released') return undefined;
  const kept = await releaseOf(tx, wave.id, 'all');
  return kept?.release.kind === 'survey' ? kept.release : undefined;
}
