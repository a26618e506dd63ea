import { GuildhallError, notFound } from '../errors.js';
import type { QueryContext } from '../operation.js';
import { refsOf } from '../people/read.js';
import type { KnownActor } from '../policy.js';
import type { Reader } from '../store/store.js';
import { audienceViews } from './audience.js';
import { safetyQuestions } from './forms/safety.js';
import {
  surveys,
  type Readers,
  type ReadersDraft,
  type Survey,
  type SurveyDraft,
  type SurveyRecord,
} from './model/survey.js';
import { promises } from './model/wave.js';
import { readsEverything } from './rules/readers.js';
import { mayAgree, mayManageSurvey, surveyMoves } from './rules/survey.js';

type Moment = Pick<QueryContext, 'tx' | 'actor'>;

/** What makes the writes to a survey and its waves wait for each other. */
export function aloneOnSurvey(surveyId: string): string {
  return `survey ${surveyId}`;
}

/** How many promises one step reads. */
const STEP = 500;

/** True when the actor may know the terms of the survey: who runs it, who must agree, and who reads all of it. */
export function maySeeSurvey(survey: SurveyRecord, actor: KnownActor): boolean {
  if (mayManageSurvey(survey, actor) || mayAgree(survey, actor)) return true;
  return survey.state !== 'draft' && readsEverything(survey, actor);
}

/** By survey: the id of the latest wave whose results are there for the actor, who reads some of its groups. */
export async function promisedTo(tx: Reader, actor: KnownActor): Promise<ReadonlyMap<string, string>> {
  const latest = new Map<string, { waveId: string; number: number }>();
  for (let after: string | undefined; ;) {
    const found = await tx.find(promises, {
      where: { personId: actor.id },
      order: '+id',
      limit: STEP,
      after,
    });
    for (const { surveyId, waveId, number } of found.items)
      if (number > (latest.get(surveyId)?.number ?? 0)) latest.set(surveyId, { waveId, number });
    if (found.next === undefined) break;
    after = found.next;
  }
  return new Map([...latest].map(([surveyId, { waveId }]) => [surveyId, waveId]));
}

/** The survey, if the actor may know of it; absent and hidden are the same answer. */
export async function visibleSurvey(tx: Reader, surveyId: string, actor: KnownActor): Promise<SurveyRecord> {
  const survey = await tx.get(surveys, surveyId);
  if (survey && (maySeeSurvey(survey, actor) || (await promisedTo(tx, actor)).has(surveyId))) return survey;
  throw notFound('survey');
}

/** The survey, if the actor runs it. */
export async function managedSurvey(tx: Reader, surveyId: string, actor: KnownActor): Promise<SurveyRecord> {
  const survey = await visibleSurvey(tx, surveyId, actor);
  if (mayManageSurvey(survey, actor)) return survey;
  throw notYours();
}

/** A `forbidden`: somebody else runs it. */
export function notYours(): GuildhallError {
  return new GuildhallError('forbidden', 'survey.notYours', 'Only those who run the survey can do this.');
}

/** Who reads, with names, for each of these. */
export async function readersViews(
  tx: Reader,
  all: readonly { askerId: string; readers: ReadersDraft }[],
): Promise<Readers[]> {
  const refs = await refsOf(
    tx,
    all.flatMap(({ askerId, readers }) => [askerId, ...readers.people]),
  );
  return all.map(({ askerId, readers }) => {
    const asker = refs.get(askerId);
    return {
      ...(asker && { asker }),
      people: readers.people.flatMap((one) => refs.get(one) ?? []),
      roles: readers.roles,
      managers: readers.managers,
      members: readers.members,
    };
  });
}

/** Surveys as the caller reads them. */
export async function surveyViews(
  { tx, actor }: Moment,
  records: readonly SurveyRecord[],
): Promise<Survey[]> {
  const audiences = await audienceViews(
    tx,
    records.map((record) => record.audience),
  );
  const readers = await readersViews(tx, records);
  const agreeing = await refsOf(
    tx,
    records.flatMap((record) => record.awaits?.byId ?? []),
  );
  const isReader = records.some((record) => !maySeeSurvey(record, actor));
  const promised = isReader ? await promisedTo(tx, actor) : new Map<string, string>();
  return records.map((record, at) => {
    const told = {
      ...toldOf(record),
      readers: readers[at] ?? { people: [], roles: [], managers: false, members: false },
    };
    if (!maySeeSurvey(record, actor)) {
      const releasedWaveId = promised.get(record.id);
      const may = { manage: false, read: false, moves: [] };
      return { ...told, ...(releasedWaveId !== undefined && { releasedWaveId }), may };
    }
    const by = record.awaits && agreeing.get(record.awaits.byId);
    const manages = mayManageSurvey(record, actor);
    return {
      ...told,
      ...termsOf(record),
      audience: audiences[at] ?? { kind: record.audience.kind, units: [] },
      ...(record.awaits && by && { awaits: { by, at: record.awaits.at } }),
      ...(manages && { draft: draftOf(record) }),
      may: { manage: manages, read: readsEverything(record, actor), moves: surveyMoves(record, actor) },
    };
  });
}

/** What was said of it before the first question. */
function toldOf(record: SurveyRecord) {
  const { id, title, purpose, mode, k, kText, state, form } = record;
  const questionCount = form.kind === 'own' ? form.questions.length : safetyQuestions('en').length;
  return { id, title, purpose, mode, k, kText, state, form: form.kind, questionCount };
}

/** What only those know who ask it, or read all of it. */
function termsOf(record: SurveyRecord) {
  const { colluders, plan, cadence, waves, createdAt, openWaveId, releasedWaveId, nextOn } = record;
  return {
    ...{ colluders, plan, waves, createdAt },
    cadence: {
      openDays: cadence.openDays,
      ...(cadence.everyWeeks !== undefined && { everyWeeks: cadence.everyWeeks }),
    },
    ...(openWaveId !== undefined && { openWaveId }),
    ...(releasedWaveId !== undefined && { releasedWaveId }),
    ...(nextOn !== undefined && { nextOn }),
  };
}

function draftOf(record: SurveyRecord): SurveyDraft {
  const { title, purpose, form, mode, k, kText, colluders, audience, plan, readers, cadence } = record;
  return { title, purpose, form, mode, k, kText, colluders, audience, plan, readers, cadence };
}

/** One survey as the caller reads it. */
export async function surveyView(moment: Moment, record: SurveyRecord): Promise<Survey> {
  const [view] = await surveyViews(moment, [record]);
  if (!view) throw new Error('One record gives one view.');
  return view;
}
