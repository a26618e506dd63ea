import { plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

/** A board on which a team collects ideas without names, groups them, votes, and decides what to do. */
export const board = {
  area: 'board' as const,

  listTitle: 'Idea boards',
  listEmpty: 'No board yet. On a board a team collects ideas without names, votes, and decides what to do.',
  all: 'All boards',
  over: 'Decided',
  phases: {
    collecting: 'Collect',
    grouping: 'Group',
    voting: 'Vote',
    deciding: 'Decide',
    closed: 'Done',
  },
  phaseLine: {
    collecting: 'Collecting ideas',
    grouping: 'Grouping',
    voting: 'Voting',
    deciding: 'Deciding',
    closed: 'Decided',
  },
  phasesLabel: 'How far the board is',
  stepDone: 'done',
  facilitator: (name: string) => `Led by ${name}`,
  audience: (names: string) => `For ${names}`,
  nameless: 'No idea carries a name: not now, and not after the board is closed.',
  forEveryone: 'For everybody',
  forReports: (name: string) => `For the people who report to ${name}`,
  kinds: { reports: 'Those who report to me', units: 'Another team or department', everyone: 'Everybody' },
  unit: 'Which one',
  unitHelp: 'Write a few letters of its name',
  needUnit: 'Choose a team or department.',
  small: (n: number) =>
    `Fewer than ${n} people can write here. Without names, some may still guess who wrote what.`,

  open: 'Open a board',
  openTitle: 'A new idea board',
  title: 'What it is about',
  titleHint: 'Retrospective in March',
  question: 'The question that everybody answers',
  questionHint: 'What should we do differently next time?',
  forWhom: 'Who takes part',
  forWhomHelp: 'Everybody in it can read and write on the board. Nobody else can.',
  votesEach: 'Votes for each person',
  openIt: 'Open the board',
  needTitle: 'Say what it is about.',
  needQuestion: 'Ask one question.',
  tooLong: (max: number) => `At most ${max} characters.`,

  write: 'Your idea',
  notLasting:
    'This page cannot keep anything safely: what you write, and the way to take it back, is gone when it is closed.',
  post: 'Add it',
  posting: 'Adding…',
  posted: 'Added. It is on the board without your name.',
  own: 'Yours, as this browser remembers',
  ownWhy:
    'Only this browser knows that these are yours. Until the grouping begins you can take them back here.',
  ownNone: 'Write as many ideas as you like, one at a time.',
  takeBack: 'Take back',
  takeBackNamed: (text: string) => `Take back “${text}”`,
  takenBack: 'Taken back.',
  seenBy:
    'Nobody sees it before the grouping, not even who leads the board; then everybody on it does, without a name',

  toGrouping: 'Show the ideas and group them',
  toGroupingSure:
    'Nobody can add ideas any more. All of them appear at once, in random order, without names.',
  toVoting: 'Begin the vote',
  toVotingSure: 'The groups stay as they are. Each idea or group can then get votes.',
  toDeciding: 'End the vote',
  toDecidingSure: 'Nobody can vote any more. The totals appear, and who voted for what is deleted.',
  toClosed: 'Close the board',
  toClosedSure: 'Ideas, totals and actions stay to be read. Actions can still be marked as done.',
  notYet: 'Not yet',

  groupHelp:
    'Put ideas that belong together into one group: drag them, or take one with its handle and choose where it goes.',
  groupWaits: (name: string) => `${name} puts ideas that belong together into groups.`,
  noIdeas: 'Nobody has written an idea.',
  ungrouped: 'Single ideas',
  groupName: 'Name of the group',
  groupHint: 'What do they have in common?',
  newGroup: 'New group',
  rename: (title: string) => `Rename “${title}”`,
  take: (text: string) => `Take “${text}”`,
  taken: (text: string) =>
    `“${text}” is taken. Arrow keys lead to the places, Enter puts it down, Escape puts it back.`,
  putDown: (text: string, place: string) => `“${text}” is now in “${place}”.`,
  putBack: (text: string) => `“${text}” is back where it was.`,
  alone: (text: string) => `“${text}” stands by itself.`,
  cancelTake: 'Put it back',
  intoGroup: (title: string) => `Put it here: “${title}”`,
  withIdea: (text: string) => `Group with this: “${text}”`,
  here: 'Put it here',
  together: 'Group with this',
  single: 'Take it out of the group',

  votesLeft: (n: number, of: number) =>
    `${count(n, { one: '# vote', other: '# votes' })} left of ${String(of)}`,
  votesNone: 'All your votes are given. Take one back to give it elsewhere.',
  voteHelp: 'Totals appear when the vote has ended. Who voted for what is never shown, and is then deleted.',
  voteFor: (title: string) => `One vote for “${title}”`,
  voteBack: (title: string) => `One vote less for “${title}”`,
  given: (n: number) => count(n, { one: '# vote', other: '# votes' }),

  result: 'What got votes',
  votes: 'Votes',
  noVotes: 'Nobody has voted.',

  actions: 'What we do',
  actionsEmpty: 'No action is decided yet.',
  actionsNone: 'No action was decided.',
  decideHelp: 'Few actions with an owner and a day are better than many without.',
  action: 'What will be done',
  actionHint: 'Write the checklist for handovers',
  owner: 'Who sees to it',
  due: 'By when',
  addAction: 'Add an action',
  another: 'Another action',
  needAction: 'Say what will be done.',
  needOwner: 'Choose one person who sees to it.',
  needDue: 'Choose a day.',
  by: (day: string) => `by ${day}`,
  overdue: (day: string) => `was due ${day}`,
  done: 'done',
  doneButton: 'Done',
  dropped: 'dropped',
  isOpen: 'to do',
  markDone: (title: string) => `“${title}” is done`,
  drop: 'Drop',
  dropNamed: (title: string) => `Drop “${title}”`,
  reopen: 'Take up again',
  reopenNamed: (title: string) => `Take up again: “${title}”`,
  closedLine: (day: string) => `Closed ${day}`,
};

translate(board, { de: async () => (await import('../de/board.js')).board });
