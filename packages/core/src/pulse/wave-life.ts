import { askRelease, closeRound, dropRound, openRound } from '../answers/round.js';
import { dayOf } from '../mentoring/days.js';
import { addDays } from '../mentoring/rules/zone.js';
import type { CommandContext } from '../operation.js';
import type { PersonRecord } from '../people/model.js';
import type { Audience } from '../store/store.js';
import { safetyIndexes, safetyQuestions } from './forms/safety.js';
import { latestOf, lineOf } from './line.js';
import { surveys, type SurveyRecord } from './model/survey.js';
import { rosters, waves, type WaveRecord } from './model/wave.js';
import { colludersIn, cutRoster, readersAreAsked } from './roster.js';
import type { CutGroups } from './rules/plan.js';

/** Different writers of texts before any of them is shown. */
const WRITERS = 3;

/** The id of a person's seat in a wave. */
export function seatOf(waveId: string, personId: string): string {
  return `${waveId}:${personId}`;
}

/** Asks a survey: freezes the roster, the groups, the thresholds and the readers, and tells those who are asked. */
export async function openNow(
  context: CommandContext,
  survey: SurveyRecord,
  roster: readonly PersonRecord[],
): Promise<WaveRecord> {
  const { tx } = context;
  const before = await latestOf(tx, lineOf(survey));
  const cut = await cutRoster(tx, survey, roster);
  const readersAsked = await readersAreAsked(tx, survey, roster);
  const colluders = colludersIn(survey, readersAsked);
  const wave = { ...newWave(context, survey, cut, roster.length), readersAsked, colluders };
  await tx.insert(waves, wave);
  await tx.insert(rosters, {
    id: wave.id,
    personIds: roster.map(({ id }) => id),
    ownGroups: survey.readers.members ? ownTeams(cut) : {},
  });
  await openRound(context, {
    id: wave.id,
    owner: { area: 'pulse', id: wave.id },
    mode: survey.mode,
    shape: 'survey',
    thresholds: { k: survey.k, kText: Math.max(survey.kText, survey.k), writers: WRITERS },
    colluders,
    questions: survey.form.kind === 'safety' ? safetyQuestions('en') : survey.form.questions,
    groups: cut.groups.map(({ id, level, name }) => ({ id, level, name })),
    relations: [],
    indexes: survey.form.kind === 'safety' ? safetyIndexes : [],
    before: before?.id,
    seats: roster.map(({ id: personId }) => ({
      id: seatOf(wave.id, personId),
      personId,
      groups: cut.byPerson.get(personId) ?? [],
      sheetId: 'all',
    })),
  });
  await tx.replace(surveys, asked(survey, wave));
  await tx.tell({ type: 'wave.opened', ids: [wave.id], audience: await peopleAround(context, wave) });
  return wave;
}

function newWave(
  { newId, now, settings }: CommandContext,
  survey: SurveyRecord,
  { groups }: CutGroups,
  invited: number,
): Omit<WaveRecord, 'readersAsked' | 'colluders'> {
  const today = dayOf(now, settings.timeZone);
  const { title, purpose, form, mode, k, kText, audience, plan, readers, cadence } = survey;
  const closesOn = addDays(today, cadence.openDays - 1);
  return {
    id: newId(),
    ...{ title, purpose, mode, k, kText, audience, plan, readers, groups, invited, closesOn },
    surveyId: survey.id,
    askerId: survey.askerId,
    byHr: survey.byHr,
    number: survey.waves + 1,
    state: 'open',
    form: form.kind,
    questions: form.kind === 'own' ? form.questions : [],
    openedOn: today,
    openedAt: now.toISOString(),
    line: lineOf(survey),
    // The day before the last one people are reminded; a wave of a day or two needs no reminder.
    dueOn: cadence.openDays > 2 ? addDays(closesOn, -1) : addDays(closesOn, 1),
    reminded: cadence.openDays <= 2,
  };
}

function asked(survey: SurveyRecord, wave: WaveRecord): SurveyRecord {
  const { awaits: _awaits, nextOn: _next, ...kept } = survey;
  const { everyWeeks } = survey.cadence;
  return {
    ...kept,
    state: 'running',
    waves: wave.number,
    openWaveId: wave.id,
    ...(everyWeeks !== undefined && { nextOn: addDays(wave.openedOn, everyWeeks * 7) }),
  };
}

function ownTeams({ byPerson }: CutGroups): Record<string, string[]> {
  const team = (group: string) => group.startsWith('team:') && !group.includes(' & ');
  return Object.fromEntries([...byPerson].map(([personId, groups]) => [personId, groups.filter(team)]));
}

/** Whom news of a wave may reach: those who are asked, and those who read. */
export async function peopleAround({ tx }: CommandContext, wave: WaveRecord): Promise<Audience> {
  if (wave.audience.kind === 'everyone') return 'everyone';
  const roster = await tx.get(rosters, wave.id);
  return [...new Set([wave.askerId, ...wave.readers.people, ...(roster?.personIds ?? [])])];
}

/** Ends the answering of a wave, and has its results computed. */
export async function closeNow(context: CommandContext, wave: WaveRecord): Promise<WaveRecord> {
  const { tx, now, settings } = context;
  await closeRound(context, wave.id);
  await askRelease(context, wave.id);
  const { dueOn: _due, ...kept } = wave;
  const closed: WaveRecord = { ...kept, state: 'releasing', closedOn: dayOf(now, settings.timeZone) };
  await tx.replace(waves, closed);
  const survey = await tx.get(surveys, wave.surveyId);
  if (survey?.openWaveId === wave.id) {
    const { openWaveId: _open, ...rest } = survey;
    await tx.replace(surveys, { ...rest, closedWaveId: wave.id });
  }
  await tx.tell({ type: 'wave.closed', ids: [wave.id], audience: await peopleAround(context, wave) });
  return closed;
}

/** Has the results computed once more, after it could not be done. */
export async function retryRelease(context: CommandContext, wave: WaveRecord): Promise<void> {
  const { dueOn: _due, ...kept } = wave;
  await context.tx.replace(waves, kept);
  await askRelease(context, wave.id);
}

/** Drops an open wave with all answers. What one transaction cannot take is dropped by `tick`. */
export async function cancelWave(context: CommandContext, waveId: string): Promise<void> {
  const { tx } = context;
  const wave = await tx.get(waves, waveId);
  if (wave?.state !== 'open') return;
  const { dueOn: _due, ...kept } = wave;
  await dropStep(context, { ...kept, state: 'canceled' });
  await tx.tell({ type: 'wave.closed', ids: [waveId], audience: await peopleAround(context, wave) });
}

/** Drops a part of the answers of a canceled wave, and says when the rest is due: at once. */
export async function dropStep(context: CommandContext, wave: WaveRecord): Promise<void> {
  const { dueOn: _due, ...kept } = wave;
  const more = await dropRound(context, wave.id);
  await context.tx.replace(waves, more ? { ...kept, dueOn: wave.openedOn } : kept);
}
