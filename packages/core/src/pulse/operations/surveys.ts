import { GuildhallError, invalidField, notFound } from '../../errors.js';
import { command, query, type CommandContext } from '../../operation.js';
import { filterPages } from '../../paging.js';
import { people } from '../../people/model.js';
import { members, membersAndSystem } from '../../policy.js';
import { id, page, pageOf, z } from '../../schema.js';
import { checkAudience, hasReports } from '../audience.js';
import {
  Survey,
  SURVEY_STATES,
  SurveyDraft,
  surveys,
  SurveyState,
  type SurveyRecord,
} from '../model/survey.js';
import { asksAnybody, isOwnTeamPulse, surveyProblem } from '../rules/survey.js';
import {
  aloneOnSurvey,
  managedSurvey,
  maySeeSurvey,
  notYours,
  promisedTo,
  surveyView,
  surveyViews,
  visibleSurvey,
} from '../survey-read.js';
import { cancelWave } from '../wave-life.js';

export const createSurvey = command({
  summary:
    'Writes a survey as a draft. HR asks anything of anybody; a manager asks the built-in safety form of those who report to her.',
  who: members,
  input: SurveyDraft,
  output: Survey,
  refuses: ['survey.notYours', 'person.unknown', 'unit.unknown'],
  async run(context, draft) {
    const { tx, actor, now, newId } = context;
    const byHr = asksAnybody(actor);
    await checkDraft(context, draft, byHr);
    const record: SurveyRecord = {
      id: newId(),
      ...draft,
      state: 'draft',
      askerId: actor.id,
      byHr,
      waves: 0,
      createdAt: now.toISOString(),
    };
    await tx.insert(surveys, record);
    await tx.tell({ type: 'survey.changed', ids: [record.id], audience: [actor.id] });
    return surveyView(context, record);
  },
});

export const updateSurvey = command({
  summary: 'Writes a draft of a survey anew. From the first wave on everything is frozen.',
  who: members,
  input: z.strictObject({ id, draft: SurveyDraft }),
  output: Survey,
  refuses: ['survey.unknown', 'survey.notYours', 'survey.frozen', 'person.unknown', 'unit.unknown'],
  alone: (input) => aloneOnSurvey(input.id),
  async run(context, { id: surveyId, draft }) {
    const { tx, actor } = context;
    const before = await managedSurvey(tx, surveyId, actor);
    if (before.state !== 'draft')
      throw new GuildhallError(
        'conflict',
        'survey.frozen',
        'People have answered under these terms. Make a new survey instead.',
      );
    await checkDraft(context, draft, before.byHr);
    // Who was to agree would agree to something else now.
    const { awaits: _awaits, ...kept } = before;
    const record: SurveyRecord = { ...kept, ...draft };
    await tx.replace(surveys, record);
    await tx.tell({ type: 'survey.changed', ids: [surveyId], audience: [record.askerId, actor.id] });
    return surveyView(context, record);
  },
});

async function checkDraft({ tx, actor }: CommandContext, draft: SurveyDraft, byHr: boolean): Promise<void> {
  const problem = surveyProblem(draft);
  if (problem) throw invalidField(problem.path, problem.message);
  if (!byHr && !isOwnTeamPulse(draft, actor.id)) throw notYours();
  await checkAudience(tx, draft.audience);
  const readers = new Set(draft.readers.people);
  const active = (await tx.getMany(people, [...readers])).filter((one) => one.status === 'active');
  if (active.length < readers.size) throw notFound('person');
}

export const cancelSurvey = command({
  summary: 'Ends a survey for good. A wave that is open is dropped with its answers, unread.',
  who: members,
  input: z.strictObject({ id }),
  output: Survey,
  refuses: ['survey.unknown', 'survey.notYours', 'survey.over'],
  alone: (input) => aloneOnSurvey(input.id),
  async run(context, input) {
    const { tx, actor } = context;
    const before = await managedSurvey(tx, input.id, actor);
    if (before.state !== 'draft' && before.state !== 'running')
      throw new GuildhallError('conflict', 'survey.over', 'This survey has ended.');
    if (before.openWaveId !== undefined) await cancelWave(context, before.openWaveId);
    const { openWaveId: _open, nextOn: _next, awaits: _awaits, ...kept } = before;
    const record: SurveyRecord = { ...kept, state: kept.closedWaveId === undefined ? 'canceled' : 'ended' };
    await tx.replace(surveys, record);
    await tx.tell({ type: 'survey.changed', ids: [record.id], audience: [record.askerId, actor.id] });
    return surveyView(context, record);
  },
});

export const listSurveys = query({
  summary:
    'Lists surveys, the newest first: those that the caller asks, and those of whose results the caller may read all or, once they are there, some groups.',
  who: membersAndSystem,
  input: z.strictObject({
    states: z.array(SurveyState).min(1).max(SURVEY_STATES.length).optional(),
    ...page,
  }),
  /**
   * `mayAskTeam`: people report to the caller, who may ask them the built-in form.
   * `mayAskAnybody`: the caller may ask anything of anybody.
   */
  output: pageOf(Survey).extend({ mayAskTeam: z.boolean(), mayAskAnybody: z.boolean() }),
  async run(context, { states, limit, after }) {
    const { tx, actor } = context;
    const promised = await promisedTo(tx, actor);
    const mayKnow = (record: SurveyRecord) => maySeeSurvey(record, actor) || promised.has(record.id);
    const found = await filterPages(
      (request) => tx.find(surveys, { order: '-createdAt', ...request }),
      (record) => (states?.includes(record.state) ?? true) && mayKnow(record),
      { limit, after, step: 100 },
    );
    const mayAskTeam = !actor.system && (await hasReports(tx, actor.id));
    const mayAskAnybody = asksAnybody(actor);
    return { ...found, items: await surveyViews(context, found.items), mayAskTeam, mayAskAnybody };
  },
});

export const getSurvey = query({
  summary: 'Reads a survey that the caller asks or whose results the caller may read.',
  who: membersAndSystem,
  input: z.strictObject({ id }),
  output: Survey,
  refuses: ['survey.unknown'],
  async run(context, input) {
    return surveyView(context, await visibleSurvey(context.tx, input.id, context.actor));
  },
});
