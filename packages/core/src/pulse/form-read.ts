import type { Question } from '../answers/question.js';
import { stateOfSeats } from '../answers/round.js';
import { GuildhallError, notFound } from '../errors.js';
import { dayOf } from '../mentoring/days.js';
import type { QueryContext } from '../operation.js';
import { people } from '../people/model.js';
import { safetyQuestions } from './forms/safety.js';
import type { Language } from './model/kinds.js';
import { rosters, waves, type PulseTask, type WaveRecord } from './model/wave.js';
import { readersViews } from './survey-read.js';
import { seatOf } from './wave-life.js';

type Moment = Pick<QueryContext, 'tx' | 'actor'>;

/** The questions of a wave in a language; questions that HR wrote are as they were written. */
export function questionsOf(wave: WaveRecord, language: Language): Question[] {
  return wave.form === 'safety' ? safetyQuestions(language) : wave.questions;
}

/** The language for the caller: what was asked for, else that of the profile, else English. */
export async function languageFor({ tx, actor }: Moment, wanted: Language | undefined): Promise<Language> {
  if (wanted) return wanted;
  const me = actor.system ? undefined : await tx.get(people, actor.id);
  return me?.locale?.toLowerCase().split('-')[0] === 'de' ? 'de' : 'en';
}

/** Whether a wave takes answers: after its last day it does not, though nobody has closed it yet. */
export function takesAnswers(
  { state, closesOn }: Pick<WaveRecord, 'state' | 'closesOn'>,
  { now, settings }: Pick<QueryContext, 'now' | 'settings'>,
): boolean {
  return state === 'open' && dayOf(now, settings.timeZone) <= closesOn;
}

/** The caller's own place in an open wave. `not_found` for who was not asked, `wave.notOpen` once it is over. */
export async function ownPlace(
  moment: Moment & Pick<QueryContext, 'now' | 'settings'>,
  waveId: string,
): Promise<{ wave: WaveRecord; seatId: string; state: PulseTask['state'] }> {
  const { tx, actor } = moment;
  const wave = await tx.get(waves, waveId);
  const open = wave !== undefined && takesAnswers(wave, moment);
  const seatId = seatOf(waveId, actor.id);
  const mine = (await stateOfSeats(tx, actor.id)).find((seat) => seat.id === seatId);
  if (open && mine) return { wave, seatId, state: taskState(mine.state) };
  // Only who was asked is told that it is over.
  if (wave && !open && (await wasAsked({ tx, actor }, waveId)))
    throw new GuildhallError('conflict', 'wave.notOpen', 'This wave takes no answers any more.');
  throw notFound('wave');
}

async function wasAsked({ tx, actor }: Moment, waveId: string): Promise<boolean> {
  const roster = await tx.get(rosters, waveId);
  return roster?.personIds.includes(actor.id) ?? false;
}

/** Who has begun and not sent anything has everything before them. */
export function taskState(state: 'open' | 'started' | 'answered'): PulseTask['state'] {
  return state === 'answered' ? 'answered' : 'open';
}

/** Waves as those see them who are asked, with all that is said before the first question. */
export async function taskViews(
  { tx }: Moment,
  all: readonly { wave: WaveRecord; state: PulseTask['state'] }[],
): Promise<PulseTask[]> {
  const readers = await readersViews(
    tx,
    all.map(({ wave }) => wave),
  );
  return all.map(({ wave, state }, at) => {
    const { title, purpose, form, number, closesOn, mode, k, kText } = wave;
    return {
      waveId: wave.id,
      ...{ title, purpose, form, number, state, closesOn, mode, k, kText },
      questionCount: questionsOf(wave, 'en').length,
      readers: readers[at] ?? { people: [], roles: [], managers: false, members: false },
    };
  });
}
