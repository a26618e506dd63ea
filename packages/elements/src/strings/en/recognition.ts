import { plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');

/** The wall, the card, and what can be done with it. Braces are places for names and links. */
export const recognition = {
  area: 'recognition' as const,

  wallTitle: 'Thanks around the house',
  wallFilter: 'Which thanks to show',
  filterEveryone: 'Everyone',
  filterTeam: 'My team',
  filterMine: 'About me',
  filterGiven: 'From me',
  wallEmpty: 'Nobody has been thanked here yet. Be the first to say what somebody did for you.',
  wallEmptyFiltered: 'No thanks here yet. Look at everyone’s instead.',
  wallEnd: 'That is everything.',
  arrived: (n: number) => count(n, { one: '# new thank-you', other: '# new thanks' }),

  cardLabel: '{receivers} thanked by {giver}',
  thankedBy: 'thanked by {giver}',
  impact: 'Impact: {impact}',
  edited: 'edited',
  mentorships: {
    mentoring: 'Mentoring',
    coaching: 'Coaching',
    buddy: 'Buddies',
    peer: 'Peer mentoring',
    circle: 'Mentoring circle',
  },
  thanks: (n: number) => count(n, { one: 'thanked for once', other: 'thanked for # times' }),
  react: 'Join in the thanks',
  reactions: (n: number) => count(n, { one: '# person joins in', other: '# people join in' }),
  comments: (n: number) => count(n, { one: '# comment', other: '# comments' }),
  writeComment: 'Write a comment',
  sendComment: 'Comment',
  removeComment: 'Remove comment',
  withdraw: 'Take back',
  withdrawQuestion: 'Take this back? It disappears for everyone, and points return to you.',
  moderate: 'Remove from the wall',
  moderateReason: 'Why is it removed?',
  editUntil: (time: string) => `You can change the text until ${time}.`,
  points: (n: number) => count(n, { one: '# point', other: '# points' }),
  audiencePublic: 'Everyone can see this',
  audienceTeam: 'Teams of the people thanked can see this',
  audiencePrivate: 'Only the people thanked and the giver can see this',
};

translate(recognition, { de: async () => (await import('../de/recognition.js')).recognition });
