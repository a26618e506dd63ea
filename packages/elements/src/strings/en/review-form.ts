import { translate } from '../index.js';

/** The review forms that somebody is asked to fill, one of them, and who else is to be asked. Braces are places for names. */
export const reviewForm = {
  area: 'reviewForm' as const,

  tasksTitle: 'Reviews for you to answer',
  tasksEmpty: 'Nobody waits for your review. When somebody asks for it, the form will be here.',
  tasksDone: 'Answered',
  tasksOver: 'Over',
  back: 'All your reviews',
  as: {
    self: 'Your own view',
    manager: 'As the manager',
    peer: 'As a colleague',
    upward: 'As somebody who reports to them',
    external: 'From outside the team',
  },
  formTitle: {
    self: 'Your view of your own work',
    manager: 'Your view of {name}, as the manager',
    peer: 'Your view of {name}, as a colleague',
    upward: 'Your view of {name}, to whom you report',
    external: 'Your view of {name}, from outside the team',
  },
  dueOn: (day: string) => `until ${day}`,
  opensLater: 'opens when the reviewers are settled',
  begin: 'Begin',
  beginNamed: (name: string) => `Begin the form on ${name}`,
  beginOwn: 'Begin the form on yourself',
  goOn: 'Go on',
  goOnNamed: (name: string) => `Go on with the form on ${name}`,
  change: 'Change my answers',
  changeNamed: (name: string) => `Change my answers on ${name}`,
  look: 'View',
  lookNamed: (name: string) => `View the form on ${name}`,

  keepings: {
    attributed: 'Carries your name',
    confidential: 'Confidential',
    sealed: 'Sealed',
  },
  promise: 'Before the first question',
  keepingWords: {
    attributed: 'Readers see that these answers are yours.',
    confidential:
      'Nobody is shown which answers are yours, HR included. The server can link them to you until the release, so that you can change them; then the single answers are deleted.',
    sealed:
      'Your answers are kept apart from your name, under a receipt that only you are given. After the close the server has nothing that links them to you.',
  },
  kTitle: (k: number) => `Shown from ${String(k)} answers on`,
  kWords: (k: number, kText: number) =>
    `Figures appear once ${String(k)} people of your group have answered, your words once ${String(kText)} have, three of them in words. A smaller group is joined with another, or stays hidden.`,
  styleWords: 'Your way of writing can still tell who you are to those who know it.',
  readersTitle: 'Who reads the result',
  readersNone: 'Nobody reads single reports.',
  readers: {
    you: 'you',
    subject: '{name} (whom it is about)',
    manager: '{name} (the manager)',
    skipManager: '{name} (the manager’s manager)',
    hr: 'HR',
  },
  calibrated:
    'Before the release, invited managers and HR compare ratings and may change them, with a reason that is kept.',
  onlyReaders: (who: string) => `Read only by: ${who}`,
  noReaders: 'Nobody reads single answers to this one.',
  roles: {
    subject: 'the person it is about',
    manager: 'the manager',
    skipManager: 'the manager’s manager',
    hr: 'HR',
  },

  readBy: 'Read by {readers}.',
  readByNobody: 'Nobody reads it.',
  noNames: 'Without your name.',
  send: 'Send my answers',
  sendAgain: 'Send the changed answers',
  reopened: 'HR has opened this form again. Your answers stand as you sent them until you send new ones.',
  unsent: 'These are your changes that you have not sent yet.',

  saving: 'Saving…',
  saved: 'Saved',
  savedHere: 'Kept in this browser',
  savedMemory: 'Kept only while this page is open',
  savedNot: 'Not saved on the server yet; kept in this browser',
  draftServer: 'What you write is saved as you go, and is there again on any of your devices.',
  draftSealed: 'What you write stays in this browser, encrypted, until you send it. The server has no draft.',
  draftMemory:
    'This page is not on a secure connection, so nothing can be kept in the browser: what you write is gone when you close or reload the page. Write it in one go.',

  sentTitle: 'Your answers are in',
  sentWords: (day: string) => `You can change them until ${day}. After that they stay as they are.`,
  sentAttributed: (day: string) => `You can change them until ${day}.`,
  sentThanks: 'Thank you.',
  takeBack: 'Take my answers back',
  takeBackSure: 'Take your answers back? They are deleted, as if you had never sent them.',
  takeBackYes: 'Yes, delete my answers',
  takeBackNo: 'Keep them',
  takenBack: 'Your answers are deleted. What you wrote is still here; you can send it again.',
  receipt: 'Your receipt',
  receiptWords:
    'With it, and only with it, you can change or take back these answers. This browser keeps it; save it yourself if you want to use another one. Keep it to yourself.',
  receiptMemory:
    'With it, and only with it, you can change or take back these answers. This page cannot keep it: save it now if you want to change anything later. Keep it to yourself.',
  receiptCopy: 'Copy the receipt',
  receiptCopied: 'Copied',
  receiptAsk:
    'You have answered. To see or change your answers, this page needs the receipt that you were given when you sent them; this browser does not have it.',
  receiptUse: 'Open my answers',
  receiptWrong: 'A receipt has 32 digits from 0 to 9 and a to f.',

  upcoming: 'The questions come when the reviewers are settled. You will be told.',
  overTitle: 'This form is closed',
  over: 'The time to answer is over. What was sent counts; what was not goes nowhere.',
  decline: 'I would rather not answer',
  declineSure:
    'You will not be asked again about this person in this cycle. Whoever proposed you is told, with your reason.',
  declineWhy: 'Why',
  declineHelp: 'Such as: we have hardly worked together',
  declineYes: 'Decline',
  declineNo: 'Keep the form',
  declined: 'You have declined. Whoever proposed you is told.',
  afterStart: 'Once you begin, the form can no longer be declined.',

  nominateTitle: 'Who should be asked',
  nominateTitleNamed: 'Who should be asked about {name}',
  nominateBy: (day: string) => `Propose reviewers until ${day}`,
  directions: {
    peer: 'Colleagues',
    upward: 'People who report to them',
    external: 'From outside the team',
  },
  amount: (standing: number, min: number, max: number) =>
    min > 0
      ? `${String(standing)} chosen, at least ${String(min)} and at most ${String(max)}`
      : `${String(standing)} chosen, at most ${String(max)}`,
  few: 'With fewer than five, a single one who does not answer may hide everything. Ask more if you can.',
  added: (name: string) => `${name} is proposed`,
  nominationStates: {
    proposed: 'waits for approval',
    approved: 'is asked',
    rejected: 'not approved',
    declined: 'declined',
    withdrawn: 'taken back',
  },
  freePlaces: 'Somebody else can be asked in their place',
  replace: 'Propose another',
  replaceNamed: (name: string) => `Propose another in the place of ${name}`,
  replacing: (name: string) => `In the place of ${name}`,
  neverWho: 'Nobody is ever shown who has answered.',

  growthTitle: 'Did you notice a change?',
  growthAbout: '{name} works on “{label}” and would like to know',
  growthAnswer: 'Answer',
  growthAnswerNamed: (name: string, label: string) => `Answer the question of ${name} on ${label}`,
  growthChange: 'Change my answer',
  growthChangeNamed: (name: string, label: string) => `Change my answer to ${name} on ${label}`,
  growthLater: 'Not now',
  growthClose: 'Close',
  growthPrompt: 'Did you notice a change?',
  growthLevels: ['It got worse', 'No change', 'A little better', 'Clearly better', 'Much better'],
  growthWhat: 'What did you notice?',
  growthDraft: 'What you write stays in this browser, encrypted, until you send it.',
  growthSentNote: 'answered',
};

translate(reviewForm, { de: async () => (await import('../de/review-form.js')).reviewForm });
