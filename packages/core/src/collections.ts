import {
  confidentialAnswers,
  drafts as answerDrafts,
  releases,
  rounds,
  sealedAnswers,
  seats,
} from './answers/model.js';
import { asks, feedbackRequests, notes } from './feedback/model.js';
import { areas, panels } from './growth/model.js';
import { audit, jobs, keys, leases } from './kernel-model.js';
import { enrollments } from './mentoring/model/enrollment.js';
import { endings, mentorships } from './mentoring/model/mentorship.js';
import { offers, requests } from './mentoring/model/offer.js';
import { places } from './mentoring/model/places.js';
import { attestations, programs } from './mentoring/model/program.js';
import {
  mentoringStories,
  mentorshipFeedback,
  reflections,
  storyConsents,
} from './mentoring/model/reflection.js';
import { leftovers, pairs, runs } from './mentoring/model/run.js';
import { commitments, privateNotes, sessions } from './mentoring/model/session.js';
import { notifications } from './notifications/model.js';
import { evidence } from './people/evidence.js';
import { introductions } from './people/introduction-model.js';
import { grants, people, skills, units, values } from './people/model.js';
import { directoryVersions } from './people/version.js';
import { boards, ideas, votes } from './pulse/model/board.js';
import { surveys } from './pulse/model/survey.js';
import { messages, threads } from './pulse/model/thread.js';
import { promises, rosters, waves } from './pulse/model/wave.js';
import { comments, kudos, reactions, thanks } from './recognition/model.js';
import { ledger, ledgerChecks, periods, wallets } from './recognition/wallet-model.js';
import { calibrations } from './reviews/model/calibration.js';
import { cycles, frozenForms, subjects } from './reviews/model/cycle.js';
import { responses } from './reviews/model/form.js';
import { nominations } from './reviews/model/nomination.js';
import { templates } from './reviews/model/template.js';
import type { AnyCollection } from './store/any-collection.js';

/** Everything that Guildhall keeps: what a store must be prepared for. */
export const collections: readonly AnyCollection[] = [
  keys,
  audit,
  leases,
  jobs,
  people,
  directoryVersions,
  units,
  skills,
  values,
  grants,
  evidence,
  introductions,
  kudos,
  reactions,
  comments,
  thanks,
  wallets,
  ledgerChecks,
  ledger,
  periods,
  notifications,
  programs,
  attestations,
  enrollments,
  places,
  runs,
  pairs,
  leftovers,
  offers,
  requests,
  mentorships,
  endings,
  sessions,
  privateNotes,
  commitments,
  reflections,
  mentorshipFeedback,
  mentoringStories,
  storyConsents,
  templates,
  cycles,
  frozenForms,
  subjects,
  nominations,
  responses,
  calibrations,
  surveys,
  waves,
  rosters,
  promises,
  threads,
  messages,
  boards,
  ideas,
  votes,
  notes,
  feedbackRequests,
  asks,
  areas,
  panels,
  rounds,
  seats,
  sealedAnswers,
  confidentialAnswers,
  answerDrafts,
  releases,
];
