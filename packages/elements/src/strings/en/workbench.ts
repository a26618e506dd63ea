import { formats, plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');
const number = (value: number) => formats('en').number(value);
const pairsOf = (n: number) => count(n, { one: '# pair', other: '# pairs' });
const points = (n: number) => count(n, { one: '# point', other: '# points' });
const mentees = (n: number) => count(n, { one: '# mentee', other: '# mentees' });
const mentors = (n: number) => count(n, { one: '# mentor', other: '# mentors' });

/** The match workbench. Scores are of 100. Braces are places for names. */
export const workbench = {
  area: 'workbench' as const,

  crumb: (program: string) => `${program} · matching`,
  size: (menteeCount: number, mentorCount: number, places: number) =>
    `${mentees(menteeCount)}, ${mentors(mentorCount)}, ${count(places, { one: '# place', other: '# places' })}`,
  none: 'Nobody is matched yet. A run proposes pairs for everyone at once. Nothing is sent until you publish.',
  notYet: 'Matches are made once enrollment is over. Start matching in the program first.',
  notYours: 'Only those who run this program can match its people.',
  run: 'Find matches',
  runAgain: 'Run again',
  publish: (n: number) => count(n, { one: 'Publish # match', other: 'Publish # matches' }),
  published: 'These matches are published. Everyone has been told.',
  superseded: 'A newer run has taken the place of this one.',
  outdated: 'People or rules have changed since this run. Run again to take that in.',
  failed: 'The run broke off. The pairs before it are untouched.',
  canceled: 'The run was canceled. Nothing has changed.',
  running: 'Matching everyone at once',
  phases: {
    reading: 'Reading who takes part',
    candidates: 'Looking for pairs that fit',
    solving: 'Finding the best for all together',
    pricing: 'Checking that nothing is better',
    fairness: 'Raising the worst match',
    explaining: 'Writing down the reasons',
  } as Record<string, string>,
  cancelRun: 'Cancel the run',
  finished: (matched: number, of: number) =>
    `The run is done: ${number(matched)} of ${number(of)} have a mentor.`,

  figures: 'The run in figures',
  matchedOf: (n: number, of: number) => `${number(n)} of ${number(of)}`,
  matched: 'matched',
  mean: 'mean score',
  worst: 'worst score',
  locked: (n: number): string => (n === 1 ? 'pair you locked' : 'pairs you locked'),
  proof: 'No other assignment under these rules scores higher.',
  checkedAll: (n: number) => `Checked over all ${number(n)} possible pairs.`,
  checkedEvery: 'Checked over every possible pair.',
  checkedSome: 'Checked over the most promising pairs of each person.',
  unproved: (n: number) => `At most ${points(n)} in all could still be gained.`,
  proofFigures: 'The figures of the proof',
  primal: 'Cost of these matches',
  dual: 'Nothing can cost less than',
  gap: 'Difference',
  inputs: 'Fingerprint of what went in',
  took: 'Time of computing',
  milliseconds: (n: number) => `${number(n)} ms`,
  proofHelp:
    'Cost is what the matches lack to a whole score, and what leaving somebody out costs. The same people and rules give the same run, with the same fingerprint.',

  pairs: 'Pairs, worst first',
  pairsRange: (from: number, to: number, of: number) =>
    `Pairs ${number(from)} to ${number(to)} of ${number(of)}`,
  earlier: 'Previous',
  later: 'Next',
  noPairs: 'No pair could be made.',
  wants: (skills: string) => `wants ${skills}`,
  placesTaken: (taken: number, of: number) =>
    `${number(taken)} of ${count(of, { one: '# place', other: '# places' })}`,
  showWhy: (mentee: string, mentor: string, score: number) =>
    `Why ${mentee} and ${mentor}, ${number(score)} of 100`,
  score: (n: number) => `${number(n)} of 100`,
  lock: (mentee: string, mentor: string) => `Lock ${mentee} and ${mentor}`,
  unlock: (mentee: string, mentor: string) => `Unlock ${mentee} and ${mentor}`,
  lockedNow: (mentee: string, mentor: string) => `${mentee} and ${mentor} stay together in every run.`,
  unlockedNow: (mentee: string, mentor: string) => `${mentee} and ${mentor} may be parted by a run.`,
  byHand: 'moved by hand',
  ruleSetAside: (why: string) => `Rule set aside: ${why}`,

  pickUp: (mentee: string) => `Move ${mentee} to another mentor`,
  carrying: (mentee: string) => `Choose a new mentor for ${mentee}.`,
  carryHelp: 'Arrow keys go to the next place, Enter puts down, Escape puts back.',
  pickedUp: (mentee: string) =>
    `${mentee} is picked up. Arrow keys lead to the places, Enter puts down, Escape puts back.`,
  putBack: 'Put back',
  putBackNow: (mentee: string) => `${mentee} is back where they were.`,
  swapWith: (mentee: string, mentor: string) => `Swap with ${mentee}, to ${mentor}`,
  swapHere: 'Swap',
  giveTo: (mentor: string, left: number) =>
    `Put here: ${mentor}, ${count(left, { one: '# place free', other: '# places free' })}`,
  putHere: 'Put here',
  moved: (mentee: string, mentor: string) => `${mentee} is with ${mentor} now.`,
  swapped: (one: string, other: string) => `${one} and ${other} have changed mentors.`,

  overrideTitle: 'A rule stands against this',
  overrideText: (mentee: string, mentor: string) => `${mentee} and ${mentor}:`,
  overrideWhy: 'Why is it right to set the rule aside here?',
  overrideHelp: 'Kept with the pair. Those who run the program can read it.',
  overrideDo: 'Set the rule aside',
  overrideNeed: 'Write a sentence or two.',
  rules: {
    always: 'One is in the other’s line of management, or one of them does not want this.',
    self: 'Nobody is their own mentor.',
    blocked: 'A rule that is not shown here stands between the two.',
    optOut: 'One of them does not take part in matching.',
    notEligible: 'One of them may not take part in this program.',
    noCapacity: 'The mentor offers no place.',
    reportingLine: 'One is in the other’s line of management.',
    commonLanguage: 'They have no language in common.',
    hoursApart: 'Their clocks are too far apart.',
    overlapHours: 'Their working days share too few hours.',
    levelGap: 'The distance of their grades is not what the program asks for.',
    strongerInSkill: 'The mentor is not stronger in what is wanted.',
    sameTeam: 'They are in the same team.',
    sameDepartment: 'They are in the same department.',
    training: 'The training is not done.',
    previousPartners: 'They were partners before.',
  } as Record<string, string>,
  otherRule: 'A rule of the program stands between the two.',

  withoutMentor: 'Without a mentor',
  everyoneMatched: 'Everyone who wants a mentor has one.',
  freePlaces: 'Free places',
  free: (n: number) => count(n, { one: '# free place', other: '# free places' }),
  moreLeft: (n: number) => count(n, { one: '# more', other: '# more' }),
  why: {
    noMentors: 'Nobody has enrolled as a mentor.',
    noMentorWithSkill: (skills: string) =>
      skills ? `wants ${skills}. No mentor has it.` : 'wants something that no mentor has.',
    allTaken: (wanting: number, places: number, mentorCount: number) =>
      wanting
        ? `is one of ${mentees(wanting)} who can only be with ${mentors(mentorCount)}. These have ${count(places, { one: '# place', other: '# places' })}.`
        : 'could be matched, but all places went to others who lose more without them.',
    rules: 'has no mentor whom the rules allow.',
    barred: (rule: string, n: number) => `${rule} That bars ${mentors(n)}.`,
    training: 'has not finished the training yet.',
    notWorthIt: (best: number) =>
      `would have scored ${number(best)} at best, which the program says is too little.`,
    unneeded: 'is not needed in this run.',
    byHand: 'lost the place when you moved somebody.',
    other: 'could not be matched.',
  },
  relax: (n: number): string =>
    n === 1 ? 'Without this rule there would be a mentor:' : 'Without these rules there would be a mentor:',

  whyTitle: (mentee: string, mentor: string) => `Why ${mentee} and ${mentor}`,
  whyPick: 'Choose a pair to see why.',
  whySum: (n: number) => `${number(n)} of 100 in all`,
  pointsOf: (n: number, of: number) => `${number(n)} of ${number(of)}`,
  partsTable: 'The points as a table',
  partsCaption: 'The parts of the score',
  criterion: 'What counts',
  pointsColumn: 'Points',
  mostColumn: 'At most',
  better: (mentee: string) => `Who would score as well or better for ${mentee}`,
  nobodyBetter: (mentee: string) => `Nobody else would score as well for ${mentee}.`,
  rank: (n: number, of: number) => `Place ${number(n)} of the ${number(of)} whom the rules allow`,
  betterScore: (name: string, n: number) => `${name}, ${number(n)}`,
  full: (mentee: string, cost: number) =>
    cost > 0
      ? `full; giving ${mentee} this place costs the program ${points(cost)}`
      : `full; giving ${mentee} this place costs the program nothing`,
  fullBut: (cost: number) => `a place is free, but the program would lose ${points(cost)}`,
  otherWhy: 'not better for all together',

  curveTitle: 'If something changes: pairs kept or best total',
  curveHelp: 'What keeping pairs costs in total score',
  curveLabel: 'How much to keep existing pairs',
  curveNone: 'There is nothing to keep yet: the curve is there after the first run.',
  curveFlat: 'Nothing stands against it: all of these pairs can stay together without any loss.',
  bestTotal: (n: number) =>
    n ? `best total, ${pairsOf(n)} ${n === 1 ? 'moves' : 'move'}` : 'best total, nobody moves',
  nobodyMoves: 'nobody moves',
  fewestMove: (n: number) => `${pairsOf(n)} ${n === 1 ? 'moves' : 'move'} at least`,
  curveNow: (n: number) => `${pairsOf(n)}`,
  curveSentence: (_n: number): string => 'Here {pairs} would move and the total would lose {lost}.',
  noPair: 'no pair',
  runLikeThis: 'Run with this',
  curveHere: (n: number, lost: string) => [pairsOf(n), lost && `−${lost}`].filter(Boolean).join(', '),
  curveTable: 'The curve as a table',
  stayColumn: 'Bonus for staying',
  movedColumn: 'Pairs that move',
  lostColumn: 'Total lost',

  fairTitle: 'If the worst match came first',
  fairAsk: 'Compare',
  fairSame: 'The worst match could not be better. Nothing would change.',
  fairSentence: (worst: number, fairWorst: number, lost: string) =>
    `The worst score would rise from ${number(worst)} to ${number(fairWorst)}, and the total would lose ${lost}.`,
  fairMoves: (n: number) => `${pairsOf(n)} would change.`,
  fairUse: 'Run with the worst first',

  placesTitle: 'Where one more place would help most',
  placesHelp: 'What the program would gain by one more place with a mentor for this skill.',
  placesNone: 'One more place would gain nothing: there are enough for every skill.',
  placesTable: 'The bars as a table',
  skillColumn: 'Skill',
  gainColumn: 'Points gained',
  wantedColumn: 'Mentees who want it',
  gain: (n: number) => `+${number(n)}`,

  publishTitle: (n: number) => count(n, { one: 'Publish # match?', other: 'Publish # matches?' }),
  publishPeople: (menteeCount: number, mentorCount: number) =>
    `${mentees(menteeCount)} and ${mentors(mentorCount)} are told who their partners are, and asked to sign the agreement.`,
  publishLeft: (n: number): string =>
    n === 1
      ? '{names} has no mentor. They get no message and wait for the next run.'
      : '{names} have no mentor. They get no message and wait for the next run.',
  publishReasons: 'Both see why they were matched. Nobody sees scores of others, or who was not chosen.',
  publishFinal: 'Published matches cannot be taken back here; each pair can still be ended.',
  publishOutdated: 'People or rules have changed since this run.',
  publishDo: 'Publish now',
  someOthers: (names: string, n: number) => `${names} and ${number(n)} more`,
  publishedNow: 'Published. Everyone has been told.',
};

translate(workbench, { de: async () => (await import('../de/workbench.js')).workbench });
