import { GuildhallError, notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { filterPages } from '../../paging.js';
import { members, membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { latestOf, lineOf } from '../line.js';
import { surveys, type SurveyRecord } from '../model/survey.js';
import { Wave, waves, type WaveRecord } from '../model/wave.js';
import { rosterOf } from '../roster.js';
import type { Reading } from '../rules/readers.js';
import { mayManageSurvey, mayOpen, needsSecond } from '../rules/survey.js';
import { aloneOnSurvey, maySeeSurvey, notYours, visibleSurvey } from '../survey-read.js';
import { closeNow, openNow } from '../wave-life.js';
import { readingFor, visibleWave, waveView, waveViews } from '../wave-read.js';

export const openWave = command({
  summary:
    'Asks a survey now: freezes who is asked, the groups, the thresholds and the readers. Where a second person must agree, the first call asks for it and another person opens it.',
  who: members,
  input: z.strictObject({ surveyId: id }),
  output: z.object({
    /** Absent while a second person must agree. */
    wave: Wave.optional(),
  }),
  refuses: ['survey.unknown', 'survey.notYours', 'survey.over', 'survey.awaits', 'wave.open', 'wave.nobody'],
  alone: (input) => aloneOnSurvey(input.surveyId),
  async run(context, { surveyId }) {
    const { tx, actor, now } = context;
    const survey = await visibleSurvey(tx, surveyId, actor);
    checkOpening(context, survey);
    if ((await latestOf(tx, lineOf(survey)))?.state === 'open')
      throw new GuildhallError('conflict', 'wave.open', 'The same is being asked of the same people.');
    const roster = await rosterOf(tx, survey, now.toISOString());
    if (roster.length === 0)
      throw new GuildhallError('conflict', 'wave.nobody', 'There is nobody who could be asked.');
    if (survey.state === 'draft' && !survey.awaits && needsSecond(actor, roster.length)) {
      const awaits = { byId: actor.id, at: now.toISOString() };
      await tx.replace(surveys, { ...survey, awaits });
      await tx.tell({ type: 'survey.changed', ids: [surveyId], audience: [survey.askerId, actor.id] });
      return {};
    }
    const wave = await openNow(context, survey, roster);
    const reading = await readingFor(tx, wave, actor);
    return { wave: await waveView(context, { wave, reading }) };
  },
});

function checkOpening({ actor }: CommandContext, survey: SurveyRecord): void {
  if (survey.awaits?.byId === actor.id)
    throw new GuildhallError('conflict', 'survey.awaits', 'Another person must agree to this survey.');
  if (!mayOpen(survey, actor)) throw notYours();
  if (survey.state !== 'draft' && survey.state !== 'running')
    throw new GuildhallError('conflict', 'survey.over', 'This survey has ended.');
  if (survey.openWaveId !== undefined)
    throw new GuildhallError('conflict', 'wave.open', 'A wave of this survey is open.');
}

export const closeWave = command({
  summary: 'Ends the answering of a wave before its last day and has its results computed.',
  who: members,
  input: z.strictObject({ id }),
  output: Wave,
  refuses: ['wave.unknown', 'survey.notYours', 'wave.notOpen'],
  async run(context, input) {
    const { tx, actor } = context;
    const { wave, reading } = await visibleWave(tx, input.id, actor);
    if (!mayManageSurvey(wave, actor)) throw notYours();
    if (wave.state !== 'open')
      throw new GuildhallError('conflict', 'wave.notOpen', 'This wave takes no answers any more.');
    return waveView(context, { wave: await closeNow(context, wave), reading });
  },
});

export const listWaves = query({
  summary: 'Lists the waves of a survey of which the caller may know, the newest first.',
  who: membersAndSystem,
  input: z.strictObject({ surveyId: id, ...page }),
  output: pageOf(Wave),
  refuses: ['survey.unknown'],
  async run(context, { surveyId, limit, after }) {
    const { tx, actor } = context;
    const readings = new Map<string, Reading>();
    const fetch = async (request: { limit: number; after?: string | undefined }) => {
      const found = await tx.find(waves, { where: { surveyId }, order: '-number', ...request });
      for (const wave of found.items) readings.set(wave.id, await readingFor(tx, wave, actor));
      return found;
    };
    const known = (wave: WaveRecord) =>
      (readings.get(wave.id)?.known ?? false) || mayManageSurvey(wave, actor);
    const found = await filterPages(fetch, known, { limit, after });
    const survey = await tx.get(surveys, surveyId);
    if (found.items.length === 0 && !(survey && maySeeSurvey(survey, actor))) throw notFound('survey');
    const items = found.items.flatMap((wave) => {
      const reading = readings.get(wave.id);
      return reading ? { wave, reading } : [];
    });
    return { ...found, items: await waveViews(context, items) };
  },
});

export const getWave = query({
  summary: 'Reads a wave: state, days, thresholds, readers, and what the caller may do.',
  who: membersAndSystem,
  input: z.strictObject({ id }),
  output: Wave,
  refuses: ['wave.unknown'],
  async run(context, input) {
    return waveView(context, await visibleWave(context.tx, input.id, context.actor));
  },
});
