export { createGuildhall } from './guildhall.js';
export type { Guildhall, GuildhallOptions } from './guildhall.js';
export type { Compute, ComputeOptions, ComputeProgress } from './compute.js';
export type { Client, Heard, WatchOptions } from './client.js';
export type { CallOptions, Operation } from './operation.js';
export type { Performed, PerformOptions } from './kernel.js';
export { GuildhallError, isGuildhallError } from './errors.js';
export type { ErrorCode, ErrorDetails, FieldError } from './errors.js';
export { systemActor } from './policy.js';
export type { Actor, Role } from './policy.js';
export { memoryStore } from './store/memory.js';
export { collections } from './collections.js';
export { operations } from './operations.js';
export type { Settings, SettingsInput } from './settings/model.js';
export type { Answer, Answers, Mode, Question, QuestionType } from './answers/question.js';
export type { Introduction } from './people/introduction-model.js';
export type { DirectoryPerson, Me, PersonRef, Profile, SyncResult, UnitRef, Value } from './people/model.js';
export type {
  Kudos,
  KudosAudience,
  KudosComment,
  KudosDraft,
  Marks,
  Reaction,
  Seers,
} from './recognition/model.js';
export type { Allowance, LedgerLine } from './recognition/wallet-model.js';
export type { FeedbackAudience, FeedbackDraft, FeedbackNote, FeedbackRequest } from './feedback/model.js';
export type { GrowthArea, GrowthTask, Noticed } from './growth/model.js';
export type { Enrollment, EnrollmentDraft, EnrollmentState } from './mentoring/model/enrollment.js';
export type { Mentorship, MentorshipStatus } from './mentoring/model/mentorship.js';
export type { FoundMentor, MentorshipRequest, Offer, Reason } from './mentoring/model/offer.js';
export type { MatchRules, Program, ProgramDraft, ProgramState } from './mentoring/model/program.js';
export type { MentorshipFeedback, MentoringStory, Reflection } from './mentoring/model/reflection.js';
export type { Commitment, Session, SessionState } from './mentoring/model/session.js';
export type { BetterMentor, Leftover, MatchPair, MatchRun, PairWhy } from './mentoring/model/run.js';
export type { Board, BoardDraft, BoardSummary } from './pulse/model/board.js';
export type { Report as PulseReport } from './pulse/model/report.js';
export type { Survey, SurveyDraft } from './pulse/model/survey.js';
export type { SafeThread } from './pulse/model/thread.js';
export type { PulseForm, PulseTask, Wave } from './pulse/model/wave.js';
export type { Calibration, CalibrationRow } from './reviews/model/calibration.js';
export type { Cycle, CycleDraft, CycleMove, CycleSubject, NamedReader } from './reviews/model/cycle.js';
export type { FormQuestion, Keeping, ReviewForm, ReviewTask } from './reviews/model/form.js';
export type {
  CycleState,
  Direction as ReviewDirection,
  Reader as ReviewReader,
} from './reviews/model/kinds.js';
export type { Nomination, NominationState, ReviewerSuggestion } from './reviews/model/nomination.js';
export type {
  AttributedForm,
  Contest,
  Gap,
  Report,
  ReportCell,
  ReportClass,
  ReportHead,
  ReportMeasure,
  ReportTexts,
} from './reviews/model/report.js';
export type { Competency, ReviewTemplate, TemplateDraft, TemplateItem } from './reviews/model/template.js';
export type { Notification } from './notifications/model.js';
export {
  canonicalJson,
  CURSOR_HEADER,
  DEV_HEADER,
  errorToWire,
  EVENTS_PATH,
  KEY_HEADER,
  REPLAYED_HEADER,
  STATUS,
} from './wire.js';
export type { WireError } from './wire.js';
