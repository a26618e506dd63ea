// Makes mentoring.json, next to this file, from people.json and the source data.
//
//   node generate-mentoring.mjs <folder with the source data>
//
// The same sources give the same bytes. Where everything comes from, and under which license: NOTICE.md.
// What mentors say of themselves and what they know comes from real mentors' profiles, one profile for one
// person; every name is invented, and a text in which a real one occurs is not taken.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = process.argv[2];
if (!source) throw new Error('Usage: node generate-mentoring.mjs <folder with the source data>');

const here = (name) => new URL(name, import.meta.url);
const people = JSON.parse(readFileSync(here('people.json'), 'utf8'));
const profiles = JSON.parse(readFileSync(join(source, 'mentoring', 'codingcoach-mentors.json'), 'utf8'));

const DAY = 1440;

/** A seeded generator (mulberry32). */
let state = 20261121;
function next() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const int = (n) => Math.floor(next() * n);
const pick = (list) => list[int(list.length)];
function shuffle(list) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = int(i + 1);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

// ---------------------------------------------------------------------------------- the real profiles

/** How the demo spells the tags that it takes; tags that name no skill are left out. */
const SKILLS = {
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  reactjs: 'React',
  'react native': 'React Native',
  nodejs: 'Node.js',
  html: 'HTML',
  css: 'CSS',
  sass: 'Sass',
  angular: 'Angular',
  vuejs: 'Vue',
  redux: 'Redux',
  express: 'Express',
  graphql: 'GraphQL',
  python: 'Python',
  django: 'Django',
  ruby: 'Ruby',
  rails: 'Rails',
  php: 'PHP',
  symfony: 'Symfony',
  laravel: 'Laravel',
  java: 'Java',
  spring: 'Spring',
  kotlin: 'Kotlin',
  go: 'Go',
  rust: 'Rust',
  c: 'C',
  'c#': 'C#',
  'c-sharp': 'C#',
  dotnet: '.NET',
  'asp.net': '.NET',
  sql: 'SQL',
  databases: 'Databases',
  mongodb: 'MongoDB',
  docker: 'Docker',
  kubernetes: 'Kubernetes',
  aws: 'AWS',
  azure: 'Azure',
  cloud: 'Cloud',
  devops: 'DevOps',
  linux: 'Linux',
  git: 'Git',
  android: 'Android',
  ios: 'iOS',
  a11y: 'Accessibility',
  accessibility: 'Accessibility',
  ux: 'User experience',
  architecture: 'Architecture',
  microservices: 'Microservices',
  'software-design': 'Architecture',
  performance: 'Web performance',
  testing: 'Testing',
  automation: 'Automation',
  management: 'Leadership',
  leadership: 'Leadership',
  career: 'Career advice',
  interview: 'Interviewing',
  speaking: 'Public speaking',
  speaker: 'Public speaking',
  writing: 'Writing clearly',
  opensource: 'Open source',
  'api-design': 'API design',
  api: 'API design',
  rest: 'API design',
  'machine learning': 'Machine learning',
  'data science': 'Data science',
  security: 'Security',
  serverless: 'Serverless',
};

const nameParts = new Set(
  profiles.flatMap(({ name }) => name.toLowerCase().split(/[^\p{L}]+/u)).filter((part) => part.length > 2),
);

/** What would tell whose words they are: a company, a place, an office held. */
const TELLING =
  /FOSSASIA|Medellin|women|Lighthouse|Algolia|Monza|Mozill|MozTech|Google|Microsoft|co-RM|Immersive|bootcamp|London|CTO|CEO|founder|[A-Z][a-z]+[A-Z][a-z]+[A-Z]/;

/** A text that says something, without a name, a company, an address or a sign of one. */
function isUsable(text) {
  if (!text || text.length < 40 || text.length > 300 || TELLING.test(text)) return false;
  if (
    /@|http|www|\.com|name is|\b(I'?m|I am) (?!a\b|an\b|the\b|happy|glad|here|excited|passionate|currently|open|always)/i.test(
      text,
    )
  )
    return false;
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  return !words.some((word) => nameParts.has(word) && !COMMON.has(word));
}
/** Given names that are English words as well. */
const COMMON = new Set(['the', 'and', 'may', 'will', 'dev', 'max', 'art', 'web', 'van', 'see', 'lee', 'any']);

const skillsOf = ({ tags }) => [...new Set(tags.flatMap((tag) => SKILLS[tag.toLowerCase()] ?? []))];
const usable = shuffle(profiles.filter((one) => isUsable(one.description) && skillsOf(one).length >= 2));

const cast = new Set(people.filter(({ id }) => !id.startsWith('p-')).map(({ id }) => id));
const techies = shuffle(
  people.filter((one) => !cast.has(one.id) && ['Engineering', 'Data and Analysis'].includes(one.department)),
).slice(0, 32);

/** People who take over one real profile each: its skills, its words, its spoken languages are their own. */
const taken = techies.flatMap((person, at) => {
  const profile = usable[at];
  if (!profile) return [];
  return {
    by: person.id,
    about: profile.description.replaceAll(/\s+/g, ' ').trim(),
    skills: skillsOf(profile)
      .slice(0, 5)
      .map((skill, n) => ({
        skill,
        level: n === 0 ? 'teaching' : pick(['strong', 'strong', 'teaching']),
        canHelp: true,
      })),
  };
});

// --------------------------------------------------------------------------------------- open offers

const others = [
  ['ana', 2, 'Ask me about writing that customers understand, and about getting started with AI tools.'],
  ['dana', 2, 'Moving from doing the work to leading it. I like questions that have no neat answer.'],
  ['grace', 2, 'Running a room of thirty without a slide, and what to do when it goes quiet.'],
  ['chidi', 1, 'Architecture, one whiteboard at a time. Best after four in the afternoon.'],
  ['lea', 1, 'Databases under load, and how to ask for help early.'],
  ['layla', 2, 'Negotiating across borders. Arabic, English or French, as you like.'],
  ['greta', 1, 'Reading a budget without fear.'],
];
const offers = [
  ...others.map(([by, capacity, about]) => ({ by, capacity, about, oneOff: true })),
  ...taken.map(({ by, about }) => ({ by, capacity: 1 + int(3), about, oneOff: next() < 0.6 })),
].map((offer, n) => ({
  ...offer,
  kinds: n % 5 === 3 ? ['mentoring', 'coaching'] : ['mentoring'],
  minutesAgo: (20 + int(60)) * DAY,
}));

// ------------------------------------------------------------------------------------------ programs

const strong = (person) => person.skills.some(({ level }) => level === 'strong' || level === 'teaching');
const GRADES = ['AO', 'EO', 'HEO', 'FS', 'SEO', 'G7', 'G6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];
const grade = (person) => GRADES.indexOf(person.grade);
const free = people.filter(({ id }) => !cast.has(id));
const juniors = shuffle(free.filter((one) => grade(one) >= 1 && grade(one) <= 4));
const seniors = shuffle(free.filter((one) => grade(one) >= 5 && grade(one) <= 8 && strong(one)));

const LEADING = [
  'Running meetings',
  'Giving feedback',
  'Facilitation',
  'Negotiation',
  'Public speaking',
  'Storytelling',
  'Coaching',
  'Planning',
  'Writing clearly',
  'Career advice',
];
const HOPES = [
  'I lead a small team for the first time and would like somebody to think aloud with.',
  'I know my trade and not yet how to speak about it in front of others.',
  'Next year I would like to apply for a lead post. What should I learn before?',
  'Meetings that I run end late and decide little.',
  'I find it hard to tell people what did not go well.',
  'More courage in rooms with directors.',
];

/** Topics that somebody wants: their own wishes first, then what future leads ask for. */
function topicsOf(person, count) {
  const own = person.skills.filter((one) => one.wantsToLearn).map((one) => one.skill);
  const more = shuffle(LEADING).filter((skill) => !own.includes(skill));
  return [...shuffle(own), ...more].slice(0, count).map((skill) => ({ skill }));
}
const asMentee = (person, extra = {}) => ({
  by: person.id,
  sides: ['mentee'],
  topics: topicsOf(person, 1 + int(3)),
  ...(next() < 0.5 && { why: pick(HOPES) }),
  ...extra,
});
const asMentor = (person, extra = {}) => ({
  by: person.id,
  sides: ['mentor'],
  capacity: 1 + int(3),
  ...extra,
});
const one = (id) => people.find((person) => person.id === id);

const leads = {
  key: 'leads',
  enrollments: [
    asMentee(one('ana'), { topics: [{ skill: 'Facilitation' }, { skill: 'Planning' }], why: HOPES[2] }),
    asMentee(one('yuki'), { topics: [{ skill: 'Negotiation' }] }),
    asMentee(one('tomas'), { topics: [{ skill: 'AI tools' }, { skill: 'Storytelling' }] }),
    asMentee(one('ben'), { topics: [{ skill: 'Running meetings' }] }),
    ...juniors.slice(0, 36).map((person) => asMentee(person)),
    asMentor(one('dana'), { capacity: 2 }),
    asMentor(one('grace'), { capacity: 3 }),
    asMentor(one('layla'), { capacity: 2 }),
    ...seniors.slice(0, 22).map((person) => asMentor(person)),
  ],
};

const engineers = techies.filter((person) => taken.some(({ by }) => by === person.id));
const learners = juniors
  .slice(36)
  .filter((person) => ['Engineering', 'Data and Analysis'].includes(person.department));
const known = taken.flatMap(({ skills }) => skills.map(({ skill }) => skill));
const pairs = {
  key: 'engineering',
  enrollments: [
    asMentee(one('ben'), { topics: [{ skill: 'Architecture' }, { skill: 'Kubernetes' }] }),
    asMentor(one('chidi'), { capacity: 1 }),
    asMentor(one('lea'), { capacity: 2 }),
    ...learners.slice(0, 13).map((person) =>
      asMentee(person, {
        topics: shuffle(known)
          .slice(0, 2)
          .map((skill) => ({ skill })),
      }),
    ),
    ...engineers.slice(0, 9).map((person) => asMentor(person)),
  ],
};

const upward = {
  key: 'upward',
  enrollments: [
    asMentor(one('ana'), { capacity: 1 }),
    asMentor(one('tomas'), { capacity: 1 }),
    asMentee(one('dana'), {
      topics: [{ skill: 'AI tools' }],
      why: 'Everybody speaks of it and I have never tried.',
    }),
  ],
};

const buddies = {
  key: 'buddies',
  enrollments: [
    ...seniors.slice(22, 27).map((person) => asMentor(person)),
    ...juniors.slice(60, 63).map((person) => asMentee(person, { topics: [] })),
  ],
};

const unique = (list) => {
  const seen = new Set();
  return list.filter(({ by }) => !seen.has(by) && seen.add(by));
};
const programs = [leads, pairs, upward, buddies].map(({ key, enrollments }) => ({
  key,
  enrollments: unique(enrollments),
}));

const mentoring = { skills: taken.map(({ by, skills }) => ({ by, skills })), offers, programs };
const lines = (list) => `[\n${list.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
writeFileSync(
  here('mentoring.json'),
  `{\n  "skills": ${lines(mentoring.skills)},\n  "offers": ${lines(mentoring.offers)},\n  "programs": ${lines(
    mentoring.programs,
  )}\n}\n`,
);
console.log(
  `${taken.length} profiles, ${offers.length} offers, enrollments: ${programs
    .map(({ key, enrollments }) => `${key} ${enrollments.length}`)
    .join(', ')}`,
);
