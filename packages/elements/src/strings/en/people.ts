import { plural } from '../../internal/format.js';

const count = /* @__PURE__ */ plural('en');

/** The directory, the profile and the picker. */
export const people = {
  area: 'people' as const,

  directoryTitle: 'People',
  search: 'Search for people',
  searchHelp: 'Name, title, team or skill',
  found: (n: number) => count(n, { one: '# person', other: '# people' }),
  directoryEmpty: 'There is nobody here yet. People appear when the directory is synced.',
  nobodyFound: 'Nobody found. Try fewer letters or another spelling.',
  filterDepartment: 'Department',
  filterSkill: 'Skill',
  filterLanguage: 'Language',
  filterAny: 'Any',

  profileLabel: (name: string) => `Profile of ${name}`,
  profileEdit: 'Edit profile',
  profileSaved: 'Your profile is saved.',
  department: 'Department',
  teams: 'Teams',
  manager: 'Manager',
  pronouns: 'Pronouns',
  email: 'E-mail',
  location: 'Place',
  timeZone: 'Time zone',
  localTime: (time: string) => `${time} there now`,
  languages: 'Languages',
  skills: 'Skills',
  skillsEmpty: 'No skills named yet.',
  levelLearning: 'learning',
  levelWorking: 'working knowledge',
  levelStrong: 'strong',
  levelTeaching: 'teaches it',
  wantsToLearn: 'wants to learn more',
  canHelp: 'glad to help',
  departed: 'No longer in the organization',
  visibility: 'Who can see it',
  visibleEveryone: 'Everyone',
  visibleTeam: 'My teams',
  visibleMe: 'Only me',
  thank: (name: string) => `Thank ${name}`,

  pickerResults: (n: number) => count(n, { one: '# match', other: '# matches' }),
  pickerNone: 'No match',
  pickerAdded: (name: string) => `${name} added`,
  pickerRemoved: (name: string) => `${name} removed`,
  team: 'Team',
};
