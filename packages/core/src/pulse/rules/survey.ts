import type { KnownActor } from '../../policy.js';
import { SURVEY_MOVES, type SurveyDraft, type SurveyMove, type SurveyRecord } from '../model/survey.js';
import { planProblem } from './plan.js';

/** With fewer invited, numbers hide nobody from one person who holds both roles: a second must agree. */
export const SECOND_BELOW = 20;

/** What is wrong with a draft, and where; undefined when nothing is. */
export function surveyProblem(draft: SurveyDraft): { path: string; message: string } | undefined {
  if (draft.form.kind === 'own') {
    const ids = draft.form.questions.map(({ id }) => id);
    const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
    if (twice >= 0) return { path: `form.questions.${twice}.id`, message: 'Another question has this id.' };
  }
  if (draft.readers.managers && !draft.plan.hierarchy)
    return { path: 'readers.managers', message: 'Managers read the groups below them: offer the hierarchy.' };
  return planProblem(draft.plan);
}

/** A manager asks the built-in form of those who report to her, as a whole; all else is for HR to ask. */
export function isOwnTeamPulse(draft: SurveyDraft, personId: string): boolean {
  const { form, audience, plan } = draft;
  const whole = plan.attributes.length === 0 && !plan.hierarchy && plan.crossings.length === 0;
  return form.kind === 'safety' && audience.kind === 'reports' && audience.managerId === personId && whole;
}

/** HR asks anything of anybody. */
export function asksAnybody(actor: KnownActor): boolean {
  return !actor.system && actor.roles.includes('hrAdmin');
}

/** Who asks it; what HR asks, whoever is HR now. */
export function mayManageSurvey(survey: Pick<SurveyRecord, 'askerId' | 'byHr'>, actor: KnownActor): boolean {
  if (actor.system) return false;
  return survey.byHr ? actor.roles.includes('hrAdmin') : survey.askerId === actor.id;
}

/** Whoever else may agree to what one person with both roles wants to ask of few. */
export function mayAgree(survey: Pick<SurveyRecord, 'awaits'>, actor: KnownActor): boolean {
  const { awaits } = survey;
  if (!awaits || awaits.byId === actor.id) return false;
  return actor.roles.includes('hrAdmin') || actor.roles.includes('orgAdmin');
}

/** True where a second person must agree before the survey is first asked. */
export function needsSecond(actor: KnownActor, invited: number): boolean {
  return actor.roles.includes('hrAdmin') && actor.roles.includes('orgAdmin') && invited < SECOND_BELOW;
}

/** What the actor can do with the survey now. */
export function surveyMoves(survey: SurveyRecord, actor: KnownActor): SurveyMove[] {
  const manages = mayManageSurvey(survey, actor);
  const live = survey.state === 'draft' || survey.state === 'running';
  const can: Record<SurveyMove, boolean> = {
    updateSurvey: manages && survey.state === 'draft',
    openWave: live && survey.openWaveId === undefined && mayOpen(survey, actor),
    closeWave: manages && survey.openWaveId !== undefined,
    cancelSurvey: manages && live,
  };
  return SURVEY_MOVES.filter((move) => can[move]);
}

/** True when the actor can open it, or agree to its being opened. */
export function mayOpen(survey: SurveyRecord, actor: KnownActor): boolean {
  if (survey.awaits) return mayAgree(survey, actor);
  return mayManageSurvey(survey, actor);
}
