export { define, type ElementClass } from './define.js';
export { GuildHall } from './guild-hall.js';
export { registerStrings, type SomeStrings } from './strings/index.js';
export { EnrolledEvent, MentorshipOpenEvent } from './mentoring/events.js';
export { MentorAcademy } from './mentoring/mentor-academy.js';
export { IntroductionChangedEvent } from './mentoring/introduction-events.js';
export { IntroductionCard } from './mentoring/introduction-card.js';
export { MentorAskEvent } from './mentoring/mentor-events.js';
export { MentorCard } from './mentoring/mentor-card.js';
export { MentorFinder } from './mentoring/mentor-finder.js';
export { MentorshipRequest } from './mentoring/mentorship-request.js';
export { RequestChangedEvent, RequestSentEvent } from './mentoring/request-events.js';
export { MentoringProgram } from './mentoring/mentoring-program.js';
export { MentorshipChangedEvent, SessionSavedEvent } from './mentoring/mentorship-events.js';
export { MentorshipHub } from './mentoring/mentorship-hub.js';
export { SessionPlanner } from './mentoring/session-planner.js';
export { NotificationOpenEvent } from './notifications/events.js';
export { NotificationCenter } from './notifications/notification-center.js';
export { ThankEvent } from './people/events.js';
export { PeopleDirectory } from './people/people-directory.js';
export { ProfileCard } from './people/profile-card.js';
export { FeedbackGivenEvent, FeedbackRequestedEvent, FeedbackWithdrawnEvent } from './feedback/events.js';
export { FeedbackComposer } from './feedback/feedback-composer.js';
export { FeedbackInbox } from './feedback/feedback-inbox.js';
export { BoardChangedEvent, BoardOpenEvent, PulseAnsweredEvent } from './pulse/events.js';
export { IdeaBoard } from './pulse/idea-board.js';
export { PulseSurvey } from './pulse/pulse-survey.js';
export { SafeThread } from './pulse/safe-thread.js';
export { SafetyTrend } from './pulse/safety-trend.js';
export { AllowanceMeter } from './recognition/allowance-meter.js';
export {
  KudosEditedEvent,
  KudosGivenEvent,
  KudosReactedEvent,
  KudosWithdrawnEvent,
} from './recognition/events.js';
export { KudosCard } from './recognition/kudos-card.js';
export { KudosComposer } from './recognition/kudos-composer.js';
export { KudosWall } from './recognition/kudos-wall.js';
export { ReviewConsole } from './reviews/review-console.js';
export { ReviewDeclinedEvent, ReviewOpenEvent, ReviewSentEvent } from './reviews/review-events.js';
export { ReviewForm } from './reviews/review-form.js';
export { ReviewTasks } from './reviews/review-tasks.js';
export { ReviewReport } from './reviews/review-report.js';
export { MatchWhy } from './mentoring/match-why.js';
export { MatchWorkbench } from './mentoring/match-workbench.js';
export { MatchesPublishedEvent } from './mentoring/match-events.js';
export { ProgramConsole } from './mentoring/program-console.js';
export { pageCompute, type PageComputeOptions } from './internal/page-compute.js';
