import { plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

/** The composer and its form. Braces are places for names. */
export const thanking = {
  area: 'recognition' as const,

  composerPrompt: 'Who helped you this week?',
  composerOpen: 'Thank someone',
  composerTitle: 'Thank someone',
  receivers: 'Who do you want to thank?',
  receiversHelp: 'Names of people or teams',
  message: 'What did they do?',
  messageHelp: 'Say it as you would say it to them.',
  values: 'Which of our values was it?',
  addMore: 'Add impact or link',
  impactLabel: 'What did it change?',
  thankedFor: 'Thanks for:',
  linkLabel: 'Link to what you thank for',
  linkTitle: 'Name of the page',
  kudosSkills: 'For which skill?',
  kudosSkillsHelp: 'Choose one from the catalog',
  pointsLabel: 'Points for each person',
  pointsLeft: (n: number) => count(n, { one: '# point left this month', other: '# points left this month' }),
  pointsAfter: (n: number) => count(n, { one: '# point left after this', other: '# points left after this' }),
  audience: 'Who can see it?',
  audienceChoicePublic: 'Everyone',
  audienceChoiceTeam: 'Their teams',
  audienceChoicePrivate: 'Just us',
  send: 'Send thanks',
  sendingTo: 'Sending your thanks to {names}…',
  sent: 'Your thanks are on the wall.',
  sentPrivate: 'Your thanks have arrived. Only the two sides see them.',
  undo: 'Undo',
  undone: 'Taken back. What you wrote is here again.',
  draftKept: 'Your draft is kept in this browser.',
  resume: 'Go on writing',
  discard: 'Discard draft',
  seersEveryone: 'Everyone at work will see this.',
  seersSome: '{names} will see this.',
  seersOnly: 'Only {names} will see this.',
  /** The viewer as the first of those who will see it. */
  seersYou: 'You',
  seersTeams: (n: number): string => (n === 1 ? 'the team {names}' : 'the teams {names}'),
  needReceiver: 'Choose who you want to thank.',
  needMessage: 'Write what you want to thank for.',
  needAddress: 'Use an address that begins with https://.',
  needPoints: 'Use a whole number, or none.',
  tooLong: 'This is too long to send. Make it shorter; nothing is lost.',
  notYourself: 'You cannot thank yourself.',
};

translate(thanking, { de: async () => (await import('../de/thanking.js')).thanking });
