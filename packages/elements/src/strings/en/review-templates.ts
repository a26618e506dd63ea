import { formats, plural } from '../../internal/format.js';
import { translate } from '../index.js';

const count = /* @__PURE__ */ plural('en');
const number = (value: number) => formats('en').number(value);

/** Templates of review forms: the questions, and who reads the answers. For HR. */
export const reviewTemplates = {
  area: 'reviewTemplates' as const,

  title: 'Question templates',
  open: 'Templates',
  back: 'All templates',
  create: 'New template',
  lead: 'A cycle asks the questions of a template. What a cycle has used stays as it was asked.',
  builtIn: 'comes with Guildhall',
  languages: { en: 'in English', de: 'in German' } as Record<string, string>,
  states: { draft: 'not used yet', active: 'used', retired: 'retired' },
  version: (n: number) => `version ${number(n)}`,
  questions: (n: number) => count(n, { one: '# question', other: '# questions' }),
  view: 'Look at it',
  edit: 'Edit',
  editNamed: (name: string) => `Edit ${name}`,
  copy: 'Copy',
  copyNamed: (name: string) => `Copy ${name}`,
  copyOf: (name: string) => `Copy of ${name}`,
  retire: 'Retire',
  retireNamed: (name: string) => `Retire ${name}`,
  retireSure: 'Retire the template?',
  retireWords: 'It cannot be chosen for new cycles any more. Cycles that use it go on.',
  retired: (name: string) => `${name} is retired.`,
  notNow: 'Keep it',
  saved: (name: string) => `${name} is saved.`,

  name: 'Name',
  nameEmpty: 'Give the template a name.',
  description: 'What it is for',
  descriptionHelp: 'HR reads this when choosing a template.',
  items: 'Questions',
  itemsEmpty: 'Add at least one question.',
  add: 'Add a question',
  change: 'Change',
  changeNamed: (what: string) => `Change: ${what}`,
  done: 'Done',
  doneNamed: (what: string) => `Done: ${what}`,
  up: (what: string) => `Move up: ${what}`,
  down: (what: string) => `Move down: ${what}`,
  remove: (what: string) => `Remove: ${what}`,
  moved: (what: string, place: number) => `${what} is now question ${number(place)}.`,
  removed: (what: string) => `Removed: ${what}.`,
  untitled: (n: number) => `Question ${number(n)}`,
  itemWrong: 'Something is missing or wrong in this question.',
  problems: (n: number) =>
    count(n, { one: 'One thing is missing or wrong.', other: '# things are missing or wrong.' }),
  section: 'Heading under which it stands',
  askedOf: 'Who is asked this',
  everybody: 'asked of all',
  directions: {
    self: 'The person themself',
    manager: 'The manager',
    peer: 'Peers',
    upward: 'Direct reports',
    external: 'People outside',
  },
  directionsEmpty: 'Somebody has to be asked.',

  visibility: 'Who reads the answers to this question',
  visibilityAll: 'As the cycle says',
  visibilitySome: 'Only those chosen here, and never more than the cycle allows',
  lists: {
    response: 'Reads the answers',
    giver: 'Reads who wrote, where answers carry a name',
    recipient: 'Reads them together with the person they are about',
  },
  readers: {
    subject: 'the person themself',
    manager: 'their manager',
    skipManager: 'their manager’s manager',
    hr: 'HR',
  },
  subjectFirst: 'What others read of a person, the person reads too.',
  subjectKnows: 'Who reads the own answers knows about whom they are: tick the person in the last list, too.',

  competencies: 'Competencies',
  competenciesHelp:
    'Several ratings that say one thing. Their mean is shown, too. At least three, with the same ends and asked of the same people.',
  competencyAdd: 'Add a competency',
  competencyName: 'What they say together',
  competencyNameEmpty: 'Give the competency a name.',
  competencyFew: 'Choose at least three that have the same ends and are asked of the same people.',
  competencyRemove: (name: string) => `Remove the competency ${name}`,
  competencyAbout: 'The ratings in it',

  preview: 'How it will look',
  previewAs: 'As it is asked of',
  previewNone: 'Nothing is asked of them.',
  save: 'Save the template',
  saveNew: 'Create the template',
  seers: 'HR sees templates. People read the questions when a cycle asks them.',
  newVersion: (n: number) =>
    `A cycle has used version ${number(n)}, which stays as it is. Saving makes version ${number(n + 1)}, for cycles that are launched later.`,
  kept: 'What you write is kept in this browser until you save it.',
  dropChanges: 'Drop the changes',
};

translate(reviewTemplates, { de: async () => (await import('../de/review-templates.js')).reviewTemplates });
