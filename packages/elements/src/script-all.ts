/** All elements in one file, for pages that load it from another host with an integrity hash. */
import { define } from './define.js';
import { GuildHall } from './guild-hall.js';
import { FeedbackComposer } from './feedback/feedback-composer.js';
import { FeedbackInbox } from './feedback/feedback-inbox.js';
import { MentorAcademy } from './mentoring/mentor-academy.js';
import { MentorCard } from './mentoring/mentor-card.js';
import { MentorFinder } from './mentoring/mentor-finder.js';
import { MentorshipRequest } from './mentoring/mentorship-request.js';
import { IntroductionCard } from './mentoring/introduction-card.js';
import { MentoringProgram } from './mentoring/mentoring-program.js';
import { MentorshipHub } from './mentoring/mentorship-hub.js';
import { SessionPlanner } from './mentoring/session-planner.js';
import { MatchWhy } from './mentoring/match-why.js';
import { MatchWorkbench } from './mentoring/match-workbench.js';
import { ProgramConsole } from './mentoring/program-console.js';
import { ReviewConsole } from './reviews/review-console.js';
import { ReviewForm } from './reviews/review-form.js';
import { ReviewTasks } from './reviews/review-tasks.js';
import { ReviewReport } from './reviews/review-report.js';
import { NotificationCenter } from './notifications/notification-center.js';
import { PeopleDirectory } from './people/people-directory.js';
import { ProfileCard } from './people/profile-card.js';
import { IdeaBoard } from './pulse/idea-board.js';
import { PulseSurvey } from './pulse/pulse-survey.js';
import { SafeThread } from './pulse/safe-thread.js';
import { SafetyTrend } from './pulse/safety-trend.js';
import { AllowanceMeter } from './recognition/allowance-meter.js';
import { KudosCard } from './recognition/kudos-card.js';
import { KudosComposer } from './recognition/kudos-composer.js';
import { KudosWall } from './recognition/kudos-wall.js';

define(
  GuildHall,
  AllowanceMeter,
  FeedbackComposer,
  FeedbackInbox,
  KudosCard,
  KudosComposer,
  KudosWall,
  MentorAcademy,
  MentorCard,
  MentorFinder,
  MentorshipRequest,
  IntroductionCard,
  MentoringProgram,
  MentorshipHub,
  MatchWhy,
  MatchWorkbench,
  ProgramConsole,
  NotificationCenter,
  PeopleDirectory,
  ProfileCard,
  ReviewConsole,
  ReviewForm,
  ReviewTasks,
  ReviewReport,
  SessionPlanner,
  IdeaBoard,
  PulseSurvey,
  SafeThread,
  SafetyTrend,
);
