import type { ElementClass } from './define.js';

/** The public elements by tag, each in a file that is fetched when the tag appears on the page. */
export const tags: Record<string, () => Promise<ElementClass>> = {
  'allowance-meter': async () => (await import('./recognition/allowance-meter.js')).AllowanceMeter,
  'feedback-composer': async () => (await import('./feedback/feedback-composer.js')).FeedbackComposer,
  'feedback-inbox': async () => (await import('./feedback/feedback-inbox.js')).FeedbackInbox,
  'idea-board': async () => (await import('./pulse/idea-board.js')).IdeaBoard,
  'introduction-card': async () => (await import('./mentoring/introduction-card.js')).IntroductionCard,
  'kudos-card': async () => (await import('./recognition/kudos-card.js')).KudosCard,
  'kudos-composer': async () => (await import('./recognition/kudos-composer.js')).KudosComposer,
  'kudos-wall': async () => (await import('./recognition/kudos-wall.js')).KudosWall,
  'mentor-academy': async () => (await import('./mentoring/mentor-academy.js')).MentorAcademy,
  'mentor-card': async () => (await import('./mentoring/mentor-card.js')).MentorCard,
  'mentor-finder': async () => (await import('./mentoring/mentor-finder.js')).MentorFinder,
  'mentoring-program': async () => (await import('./mentoring/mentoring-program.js')).MentoringProgram,
  'mentorship-hub': async () => (await import('./mentoring/mentorship-hub.js')).MentorshipHub,
  'mentorship-request': async () => (await import('./mentoring/mentorship-request.js')).MentorshipRequest,
  'notification-center': async () =>
    (await import('./notifications/notification-center.js')).NotificationCenter,
  'people-directory': async () => (await import('./people/people-directory.js')).PeopleDirectory,
  'profile-card': async () => (await import('./people/profile-card.js')).ProfileCard,
  'review-console': async () => (await import('./reviews/review-console.js')).ReviewConsole,
  'review-form': async () => (await import('./reviews/review-form.js')).ReviewForm,
  'review-tasks': async () => (await import('./reviews/review-tasks.js')).ReviewTasks,
  'review-report': async () => (await import('./reviews/review-report.js')).ReviewReport,
  'pulse-survey': async () => (await import('./pulse/pulse-survey.js')).PulseSurvey,
  'safe-thread': async () => (await import('./pulse/safe-thread.js')).SafeThread,
  'safety-trend': async () => (await import('./pulse/safety-trend.js')).SafetyTrend,
  'session-planner': async () => (await import('./mentoring/session-planner.js')).SessionPlanner,
  'match-why': async () => (await import('./mentoring/match-why.js')).MatchWhy,
  'match-workbench': async () => (await import('./mentoring/match-workbench.js')).MatchWorkbench,
  'program-console': async () => (await import('./mentoring/program-console.js')).ProgramConsole,
};
