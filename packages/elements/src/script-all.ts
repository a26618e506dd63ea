/** All elements in one file, for pages that load it from another host with an integrity hash. */
import { define } from './define.js';
import { GuildHall } from './guild-hall.js';
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
import { NotificationCenter } from './notifications/notification-center.js';
import { PeopleDirectory } from './people/people-directory.js';
import { ProfileCard } from './people/profile-card.js';
import { AllowanceMeter } from './recognition/allowance-meter.js';
import { KudosCard } from './recognition/kudos-card.js';
import { KudosComposer } from './recognition/kudos-composer.js';
import { KudosWall } from './recognition/kudos-wall.js';

define(
  GuildHall,
  AllowanceMeter,
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
  SessionPlanner,
);
