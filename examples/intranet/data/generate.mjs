// Makes the demo's data set: people.json, values.json and kudos.json, next to this file.
//
//   node generate.mjs <folder with the source data>
//
// The same sources give the same bytes. Where everything comes from, and under which license: NOTICE.md.
// Structure, skills and words come from real sources; every name is invented, and the checks at the end
// refuse to write when a real one has slipped through.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = process.argv[2];
if (!source) throw new Error('Usage: node generate.mjs <folder with the source data>');

const read = (...path) => readFileSync(join(source, ...path), 'utf8');
const here = (name) => new URL(name, import.meta.url);

// ---------------------------------------------------------------------------------------------- helpers

/** A seeded generator (mulberry32), one for each part, so that a change in one part leaves the others alone. */
function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const rng = {
    next,
    int: (n) => Math.floor(next() * n),
    chance: (p) => next() < p,
    pick: (list) => list[Math.floor(next() * list.length)],
    shuffle(list) {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [copy[i], copy[j]] = [copy[j], copy[i]];
      }
      return copy;
    },
    /** One of `list`, each as likely as `weight` says. */
    weighted(list, weight) {
      const weights = list.map(weight);
      let left = next() * weights.reduce((sum, w) => sum + w, 0);
      for (let i = 0; i < list.length; i++) {
        left -= weights[i];
        if (left < 0) return list[i];
      }
      return list.at(-1);
    },
    /** Up to `n` different ones of `list`. */
    several(list, n, weight = () => 1) {
      const rest = [...list];
      const chosen = [];
      while (chosen.length < n && rest.length) {
        const one = rng.weighted(rest, weight);
        rest.splice(rest.indexOf(one), 1);
        chosen.push(one);
      }
      return chosen;
    },
  };
  return rng;
}

function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(field);
      field = '';
    } else if (c === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
    } else if (c !== '\r') field += c;
  }
  if (field || row.length) rows.push([...row, field]);
  const [head, ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

function groupBy(list, key) {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Shares `total` seats among groups by weight: largest remainder, at least none. */
function share(total, weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w) => (w / sum) * total);
  const seats = exact.map(Math.floor);
  const order = exact.map((e, i) => [e - seats[i], i]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let k = 0; seats.reduce((a, b) => a + b, 0) < total; k++) seats[order[k % order.length][1]]++;
  return seats;
}

/** Latin letters without marks, lower case; other scripts stay. */
const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłßđıəæœðþħʻʼ’]/g, (c) => FOLD[c]);
const FOLD = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  ı: 'i',
  ə: 'e',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ʻ: "'",
  ʼ: "'",
  '’': "'",
};
const words = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const slug = (text) => words(text).join('-');

// ------------------------------------------------------------------------- structure: the organograms

const ORGANOGRAMS = { l: 'land_registry', d: 'department_of_energy_and_climate_change' };
const sheet = (key, kind) =>
  parseCsv(read('hr', 'uk-organograms', `${ORGANOGRAMS[key]}-2011-09-30-${kind}.csv`));

/** The lead posts of the demo: post in the source, department, and a title when the source's does not fit. */
const POSTS = [
  ['d1', 'Executive Office', 'Chief Executive'],
  ['d49', 'Executive Office', 'Chief of Staff'],
  ['d39', 'Executive Office'],
  ['d46', 'Executive Office'],
  ['l2', 'Engineering', 'Director of Engineering', 'd1'],
  ['d37', 'Engineering', undefined, 'l2'],
  ['d106', 'Engineering', undefined, 'l2'],
  ['d52', 'Engineering', 'Head of Information Management', 'l2'],
  ['d38', 'Operations', 'Chief Operating Officer'],
  ['l5', 'Operations', 'Director, Operations', 'd38'],
  ['d45', 'Operations', 'Planning and Performance Director'],
  ['d63', 'Operations', 'Head of Delivery'],
  ['d102', 'Operations'],
  ['d88', 'Support', 'Head of Customer Support', 'l7'],
  ['l7', 'Sales', 'Director, Sales and Customers', 'd1'],
  ['d11', 'Sales', 'Head of Commercial Team', 'l7'],
  ['l3', 'HR', 'Director of Human Resources', 'd38'],
  ['d50', 'HR', 'Head of HR Policy and Operations', 'l3'],
  ['d94', 'HR', undefined, 'l3'],
  ['d40', 'Finance'],
  ['d48', 'Finance'],
  ['d64', 'Finance'],
  ['l4', 'Legal', 'Director of Legal Services', 'd38'],
  ['l8', 'Legal'],
  ['l16', 'Legal', 'Registrar, Land Titles'],
  ['l20', 'Legal', 'Registrar, Boundaries'],
  ['d90', 'Communications'],
  ['d91', 'Communications', undefined, 'd90'],
  ['d43', 'Data and Analysis', 'Chief Economist and Director of Analysis'],
  ['d55', 'Data and Analysis', 'Head of Statistics'],
  ['d44', 'Data and Analysis', 'Head of Strategic Analysis'],
  ['d2', 'Network', 'Director General, Network'],
  ['d3', 'Network', 'Director, Markets and Networks'],
  ['d16', 'Network', 'Head of Load Balancing'],
  ['d9', 'Network', 'Director, Routes'],
  ['d17', 'Network', 'Head of Offshore Routes'],
  ['d26', 'Network', 'Head of Land Routes'],
  ['d76', 'Sustainability', 'Director General, Sustainability'],
  ['d80', 'Sustainability', 'Director, Depot Energy Efficiency'],
  ['d86', 'Sustainability', 'Head of Carbon Markets', 'd76'],
  ['d109', 'Sustainability', 'Head of Accreditation'],
];

/** People in each department, lead posts included. */
const HEADCOUNT = {
  'Executive Office': 8,
  Engineering: 58,
  Operations: 54,
  Support: 28,
  Sales: 18,
  HR: 20,
  Finance: 20,
  Legal: 20,
  Communications: 12,
  'Data and Analysis': 20,
  Network: 26,
  Sustainability: 16,
};

/** Titles below the lead posts: the source's generic title, then what it is called here, by department. */
const TITLES = {
  'Policy Support Officer': {
    Network: 'Route Support Officer',
    Sustainability: 'Sustainability Support Officer',
    'Data and Analysis': 'Research Support Officer',
    'Executive Office': 'Strategy Support Officer',
    Support: 'Customer Support Officer',
    Engineering: 'Software Tester',
    Operations: 'Planning Support Officer',
    Sales: 'Sales Support Officer',
    Communications: 'Newsroom Support Officer',
  },
  'Policy Adviser': {
    Network: 'Route Planner',
    Sustainability: 'Carbon Adviser',
    'Data and Analysis': 'Analyst',
    'Executive Office': 'Strategy Adviser',
    Support: 'Customer Adviser',
    Engineering: 'Software Engineer',
    Operations: 'Dispatch Planner',
    Sales: 'Account Adviser',
    Communications: 'Content Editor',
    HR: 'People Partner',
  },
  'Senior policy adviser': {
    Network: 'Senior Route Planner',
    Sustainability: 'Senior Carbon Adviser',
    'Data and Analysis': 'Senior Analyst',
    'Executive Office': 'Senior Strategy Adviser',
    Support: 'Senior Customer Adviser',
    Engineering: 'Senior Software Engineer',
    Operations: 'Senior Dispatch Planner',
    Sales: 'Senior Account Adviser',
    Communications: 'Senior Editor',
    HR: 'Senior People Partner',
  },
  'Operational Caseworker': {
    Support: 'Customer Caseworker',
    Operations: 'Caseworker',
    Legal: 'Title Caseworker',
  },
  'Senior Operational Caseworker': { Operations: 'Senior Caseworker' },
  'Computer Operator': { Engineering: 'Platform Operator' },
  'IT Support Officer': { Engineering: 'Systems Engineer' },
  'IT Officer': { Engineering: 'Software Engineer' },
  'IT Manager': { Engineering: 'Senior Software Engineer' },
  'Senior IT manager': { Engineering: 'Engineering Manager' },
  'Assistant Land Registrar': { Legal: 'Assistant Registrar', Operations: 'Assistant Registrar' },
  'P&I Principal': { HR: 'Performance and Improvement Lead' },
  'Senior P&I Principal': { HR: 'Senior Performance and Improvement Lead' },
  'Survey and Mapping': { Legal: 'Survey and Mapping Specialist' },
  Facilities: { HR: 'Facilities Coordinator' },
  'Technical Assurance': { Legal: 'Technical Assurance Specialist' },
  'Correspondence Manager': { Support: 'Customer Correspondence Manager' },
  'Senior Correspondence Manager': { Support: 'Senior Correspondence Manager' },
  'Diary Manager': { any: 'Scheduling Coordinator' },
  'Knowledge Information Management Manager': { any: 'Information Manager' },
  'Knowledge Information Management Support Officer': { any: 'Information Support Officer' },
  'Corporate Information Officer Manager': { any: 'Corporate Information Manager' },
};

const GRADES = ['AA', 'AO', 'EO', 'HEO', 'FS', 'SEO', 'G7', 'G6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];

function gradeOf(text) {
  const short = text.replace(/ (London|National)$/, '');
  return (
    {
      'Administrative Officer': 'AO',
      'Executive Officer': 'EO',
      'Higher Executive Officer': 'HEO',
      'Senior Executive Officer': 'SEO',
      'Fast Stream': 'FS',
      'Grade 7': 'G7',
      'Grade 6': 'G6',
    }[short] ?? short
  );
}

/** Where a junior post sits when not with the unit it reports to. */
function departmentOf(row, ownDepartment) {
  const title = row['Generic Job Title'];
  if (/communications|press officer/i.test(title)) return 'Communications';
  if (/correspondence/i.test(title)) return 'Support';
  if (/econom|statistic/i.test(title)) return 'Data and Analysis';
  return ownDepartment;
}

/** The head who leads those moved by `departmentOf`. */
const HEAD = { Communications: 'd90', Support: 'd88', 'Data and Analysis': 'd55' };

function seats() {
  const senior = new Map();
  for (const key of Object.keys(ORGANOGRAMS)) {
    for (const row of sheet(key, 'senior')) senior.set(key + row['Post Unique Reference'], { key, ...row });
  }
  const leads = POSTS.map(([post, department, title, reportsTo]) => {
    const row = senior.get(post);
    const own = row['Job Title'].replace(/ \(Acting\)$/, '').trim();
    const above = reportsTo ?? row.key + row['Reports to Senior Post'];
    return {
      seat: post,
      department,
      title: title ?? own,
      grade: gradeOf(row['Grade (or equivalent)']),
      above: post === 'd1' ? undefined : above,
    };
  });
  const departments = new Map(leads.map((lead) => [lead.seat, lead.department]));

  const groups = [];
  for (const key of Object.keys(ORGANOGRAMS)) {
    for (const row of sheet(key, 'junior')) {
      // The top posts of both bodies are one here, and so are the two posts that lead each common service.
      const same = { l1: 'd1', l6: 'd40', d42: 'l3', d41: 'l4', d7: 'l7', d57: 'd39' };
      const post = key + row['Reporting Senior Post'];
      const lead = same[post] ?? post;
      const fte = Number(row['Number of Posts in FTE']);
      const title = row['Generic Job Title'].trim();
      if (!departments.has(lead) || !(fte > 0) || /not in post/i.test(title)) continue;
      const department = departmentOf(row, departments.get(lead));
      const above = department === departments.get(lead) ? lead : HEAD[department];
      const grade = gradeOf(row.Grade);
      groups.push({ department, above, title, grade, fte });
      // A part of the caseworkers works with customers.
      if (title === 'Operational Caseworker' && lead === 'l5') {
        groups.push({ department: 'Support', above: 'd88', title, grade, fte: fte / 40 });
      }
    }
  }

  const juniors = [];
  for (const [department, wanted] of Object.entries(HEADCOUNT)) {
    const own = groups.filter((group) => group.department === department);
    const free = wanted - leads.filter((lead) => lead.department === department).length;
    const merged = [...groupBy(own, (g) => `${g.above}|${g.grade}|${g.title}`).values()].map((same) => ({
      ...same[0],
      weight: same.reduce((sum, g) => sum + g.fte, 0) ** 0.6,
    }));
    const counts = share(
      free,
      merged.map((group) => group.weight),
    );
    merged.forEach((group, i) => {
      for (let k = 0; k < counts[i]; k++) {
        juniors.push({
          department,
          above: group.above,
          title: TITLES[group.title]?.[department] ?? TITLES[group.title]?.any ?? titled(group.title),
          grade: group.grade,
        });
      }
    });
  }
  return { leads, juniors };
}

const titled = (title) =>
  title.replace(/\b(?!and\b|of\b|to\b|the\b)[a-z]/g, (letter) => letter.toUpperCase());

// ------------------------------------------------------------------------------------------- the cast

/** People with fixed ids for journeys and tests. Each takes a seat of the structure. */
const CAST = {
  ana: {
    name: 'Ana Ruiz',
    pronouns: 'she/her',
    department: 'Support',
    grade: 'G6',
    title: 'Senior Support Adviser',
    place: 'Lisbon',
    languages: ['en', 'es', 'pt'],
    teams: ['Support Frontline', 'Onboarding Guides'],
    skills: [
      'Facilitation:learning+',
      'Planning:learning+',
      'Writing clearly:strong!',
      'AI tools:teaching!',
      'Salesforce:working',
    ],
  },
  ben: {
    name: 'Ben Okafor',
    pronouns: 'he/him',
    department: 'Engineering',
    above: 'd37',
    grade: 'HEO',
    title: 'Software Engineer',
    place: 'Bristol',
    languages: ['en'],
    teams: ['Pricing Platform', 'Incident Responders'],
    skills: [
      'TypeScript:strong!',
      'PostgreSQL:strong',
      'Node.js:teaching!',
      'Running meetings:learning+',
      'Facilitation:learning+',
      'Writing clearly:working',
    ],
  },
  chidi: {
    name: 'Chidi Eze',
    pronouns: 'he/him',
    seat: 'd37',
    place: 'Bristol',
    languages: ['en', 'fr'],
    teams: ['Pricing Platform'],
    skills: [
      'Architecture:teaching!',
      'Coaching:strong!',
      'Giving feedback:strong',
      'Storytelling:learning+',
    ],
  },
  dana: {
    name: 'Dana Whitfield',
    pronouns: 'she/her',
    seat: 'l5',
    place: 'Leeds',
    languages: ['en', 'de'],
    teams: [],
    skills: [
      'Facilitation:strong!',
      'Running meetings:teaching!',
      'Negotiation:strong!',
      'AI tools:learning+',
      'Freight planning:strong',
    ],
  },
  lea: {
    name: 'Léa Moreau',
    pronouns: 'she/her',
    department: 'Engineering',
    above: 'd52',
    grade: 'G7',
    title: 'Knowledge Manager',
    place: 'Lyon',
    languages: ['fr', 'en', 'de'],
    teams: ['Maps and Tiles', 'Translators'],
    skills: [
      'Writing clearly:teaching!',
      'Facilitation:strong!',
      'Accessibility:strong!',
      'Python:working',
      'Negotiation:learning+',
    ],
  },
  marta: {
    name: 'Marta Lindqvist',
    pronouns: 'she/her',
    department: 'Communications',
    grade: 'SEO',
    title: 'Communications Manager',
    place: 'Bristol',
    languages: ['en', 'sv'],
    teams: ['Newsroom', 'Onboarding Guides'],
    skills: [
      'Storytelling:teaching!',
      'Writing clearly:teaching!',
      'Public speaking:strong',
      'Facilitation:working',
      'Google Analytics:learning+',
    ],
  },
  femi: {
    name: 'Femi Adeyemi',
    pronouns: 'he/him',
    seat: 'd50',
    place: 'London',
    languages: ['en', 'yo'],
    teams: ['People Operations'],
    skills: ['Giving feedback:teaching!', 'Coaching:strong!', 'Contract law:learning+', 'Workday:strong'],
  },
  jon: {
    name: 'Jon Berg',
    department: 'Engineering',
    above: 'l2',
    grade: 'G7',
    title: 'Engineering Manager, Workplace',
    place: 'Bristol',
    languages: ['en', 'nb'],
    teams: ['Service Desk'],
    skills: ['Linux:teaching!', 'DevOps:strong!', 'Microsoft Azure:strong', 'Writing clearly:learning+'],
  },
  grace: {
    name: 'Grace Mbeki',
    pronouns: 'she/her',
    department: 'Network',
    grade: 'G6',
    title: 'Freight Planning Lead',
    place: 'Durban',
    languages: ['en', 'zu'],
    teams: ['Freight Planning', 'Onboarding Guides'],
    skills: [
      'Facilitation:strong!',
      'Freight planning:teaching!',
      'Planning:teaching!',
      'Running meetings:strong!',
      'Python:learning+',
    ],
  },
  layla: {
    name: 'ليلى حداد',
    pronouns: 'she/her',
    department: 'Network',
    grade: 'G7',
    title: 'Senior Route Planner',
    place: 'Lisbon',
    locale: 'ar',
    languages: ['ar', 'en', 'pt'],
    teams: ['Lisbon Hub', 'Freight Planning', 'Translators'],
    skills: ['Freight planning:strong!', 'Negotiation:strong!', 'SQL:working', 'Public speaking:learning+'],
  },
  tomas: {
    name: 'Tomáš Dvořák',
    pronouns: 'he/him',
    department: 'Network',
    grade: 'SEO',
    title: 'Route Planner',
    place: 'Lisbon',
    languages: ['cs', 'en'],
    teams: ['Lisbon Hub', 'Freight Planning'],
    skills: [
      'Freight planning:strong',
      'Microsoft Excel:teaching!',
      'AI tools:learning+',
      'Storytelling:learning+',
    ],
  },
  yuki: {
    name: 'Yuki Tanaka',
    department: 'Data and Analysis',
    grade: 'HEO',
    title: 'Search Analyst',
    place: 'Tokyo',
    languages: ['ja', 'en'],
    teams: ['Search and Forecasting'],
    skills: [
      'Elasticsearch:strong!',
      'SQL:strong!',
      'Tableau:working',
      'Negotiation:learning+',
      'Public speaking:learning+',
    ],
  },
  greta: {
    name: 'Greta Schönfeld',
    pronouns: 'she/her',
    department: 'Finance',
    grade: 'SEO',
    title: 'Price List Manager',
    place: 'Hamburg',
    locale: 'de',
    languages: ['de', 'en'],
    teams: ['Price Lists', 'Translators'],
    skills: [
      'Facilitation:teaching!',
      'SAP:strong!',
      'Microsoft Excel:strong',
      'Giving feedback:working',
      'Python:learning+',
    ],
  },
};

/** Teams: department, size; without a department they draw from the whole house. */
const TEAMS = [
  ['Pricing Platform', 'Engineering', 13],
  ['Maps and Tiles', 'Engineering', 11],
  ['Site Reliability', 'Engineering', 10],
  ['Service Desk', 'Engineering', 12],
  ['Night Routing', 'Operations', 13],
  ['Dock Planning', 'Operations', 12],
  ['Registration Desk', 'Operations', 16],
  ['Support Frontline', 'Support', 18],
  ['Key Accounts', 'Sales', 9],
  ['People Operations', 'HR', 10],
  ['Learning and Growth', 'HR', 7],
  ['Price Lists', 'Finance', 5],
  ['Ledger', 'Finance', 9],
  ['Titles and Deeds', 'Legal', 12],
  ['Newsroom', 'Communications', 9],
  ['Search and Forecasting', 'Data and Analysis', 11],
  ['Freight Planning', 'Network', 9],
  ['Lisbon Hub', 'Network', 6],
  ['Land Routes', 'Network', 8],
  ['Carbon Desk', 'Sustainability', 10],
  ['Onboarding Guides', undefined, 20],
  ['Accessibility Guild', undefined, 9],
  ['Incident Responders', undefined, 11],
  ['Translators', undefined, 14],
  ['Green Fleet', undefined, 8],
];

// -------------------------------------------------------------------------------------------- places

/** Country → city and time zone of its office. The United Kingdom is home. */
const OFFICES = {
  DE: ['Hamburg', 'Europe/Berlin'],
  AT: ['Vienna', 'Europe/Vienna'],
  CH: ['Basel', 'Europe/Zurich'],
  FR: ['Lyon', 'Europe/Paris'],
  BE: ['Antwerp', 'Europe/Brussels'],
  NL: ['Rotterdam', 'Europe/Amsterdam'],
  ES: ['Valencia', 'Europe/Madrid'],
  PT: ['Lisbon', 'Europe/Lisbon'],
  IT: ['Genoa', 'Europe/Rome'],
  GR: ['Piraeus', 'Europe/Athens'],
  TR: ['Izmir', 'Europe/Istanbul'],
  IL: ['Haifa', 'Asia/Jerusalem'],
  EG: ['Alexandria', 'Africa/Cairo'],
  PK: ['Karachi', 'Asia/Karachi'],
  IN: ['Pune', 'Asia/Kolkata'],
  NP: ['Kathmandu', 'Asia/Kathmandu'],
  MV: ['Malé', 'Indian/Maldives'],
  TH: ['Bangkok', 'Asia/Bangkok'],
  VN: ['Hải Phòng', 'Asia/Ho_Chi_Minh'],
  ID: ['Surabaya', 'Asia/Jakarta'],
  CN: ['Ningbo', 'Asia/Shanghai'],
  TW: ['Kaohsiung', 'Asia/Taipei'],
  HK: ['Hong Kong', 'Asia/Hong_Kong'],
  KR: ['Busan', 'Asia/Seoul'],
  JP: ['Tokyo', 'Asia/Tokyo'],
  AU: ['Fremantle', 'Australia/Perth'],
  GE: ['Batumi', 'Asia/Tbilisi'],
  AM: ['Yerevan', 'Asia/Yerevan'],
  AZ: ['Baku', 'Asia/Baku'],
  UZ: ['Tashkent', 'Asia/Tashkent'],
  PL: ['Gdańsk', 'Europe/Warsaw'],
  CZ: ['Brno', 'Europe/Prague'],
  SK: ['Bratislava', 'Europe/Bratislava'],
  HU: ['Győr', 'Europe/Budapest'],
  RO: ['Constanța', 'Europe/Bucharest'],
  MD: ['Chișinău', 'Europe/Chisinau'],
  RS: ['Novi Sad', 'Europe/Belgrade'],
  HR: ['Rijeka', 'Europe/Zagreb'],
  MK: ['Skopje', 'Europe/Skopje'],
  LV: ['Riga', 'Europe/Riga'],
  FI: ['Turku', 'Europe/Helsinki'],
  SE: ['Gothenburg', 'Europe/Stockholm'],
  NO: ['Bergen', 'Europe/Oslo'],
  DK: ['Aarhus', 'Europe/Copenhagen'],
  NG: ['Lagos', 'Africa/Lagos'],
  GH: ['Tema', 'Africa/Accra'],
  SN: ['Dakar', 'Africa/Dakar'],
  ZA: ['Durban', 'Africa/Johannesburg'],
  US: ['Savannah', 'America/New_York'],
  MX: ['Veracruz', 'America/Mexico_City'],
  BR: ['Santos', 'America/Sao_Paulo'],
  UA: ['Odesa', 'Europe/Kyiv'],
};
const HOME = [
  ['Bristol', 10],
  ['Leeds', 6],
  ['London', 4],
  ['Plymouth', 3],
  ['Cardiff', 2],
];
const zoneOf = (city) => Object.values(OFFICES).find(([name]) => name === city)?.[1] ?? 'Europe/London';

/** Name locale of the source → country and language. */
const ORIGINS = {
  af_ZA: ['ZA', 'af'],
  ar: ['EG', 'ar'],
  az: ['AZ', 'az'],
  cs_CZ: ['CZ', 'cs'],
  da: ['DK', 'da'],
  de: ['DE', 'de'],
  de_AT: ['AT', 'de'],
  de_CH: ['CH', 'de'],
  dv: ['MV', 'dv'],
  el: ['GR', 'el'],
  en: ['US', 'en'],
  en_AU: ['AU', 'en'],
  en_GH: ['GH', 'en'],
  en_HK: ['HK', 'zh-Hant'],
  en_IN: ['IN', 'hi'],
  en_NG: ['NG', 'en'],
  en_ZA: ['ZA', 'en'],
  es: ['ES', 'es'],
  es_MX: ['MX', 'es'],
  fa: ['GB', 'fa'],
  fi: ['FI', 'fi'],
  fr: ['FR', 'fr'],
  fr_BE: ['BE', 'fr'],
  fr_CH: ['CH', 'fr'],
  fr_SN: ['SN', 'fr'],
  he: ['IL', 'he'],
  hr: ['HR', 'hr'],
  hu: ['HU', 'hu'],
  hy: ['AM', 'hy'],
  id_ID: ['ID', 'id'],
  it: ['IT', 'it'],
  ja: ['JP', 'ja'],
  ka_GE: ['GE', 'ka'],
  ko: ['KR', 'ko'],
  lv: ['LV', 'lv'],
  mk: ['MK', 'mk'],
  nb_NO: ['NO', 'nb'],
  ne: ['NP', 'ne'],
  nl: ['NL', 'nl'],
  nl_BE: ['BE', 'nl'],
  pl: ['PL', 'pl'],
  pt_BR: ['BR', 'pt-BR'],
  pt_PT: ['PT', 'pt'],
  ro: ['RO', 'ro'],
  ro_MD: ['MD', 'ro'],
  ru: ['GB', 'ru'],
  sk: ['SK', 'sk'],
  sr_RS_latin: ['RS', 'sr-Latn'],
  sv: ['SE', 'sv'],
  th: ['TH', 'th'],
  tr: ['TR', 'tr'],
  uk: ['UA', 'uk'],
  ur: ['PK', 'ur'],
  uz_UZ_latin: ['UZ', 'uz'],
  vi: ['VN', 'vi'],
  yo_NG: ['NG', 'yo'],
  zh_CN: ['CN', 'zh'],
  zh_TW: ['TW', 'zh-Hant'],
  zu_ZA: ['ZA', 'zu'],
};
const ENGLISH_NAMES = ['en', 'en_AU', 'en_ZA'];

// --------------------------------------------------------------------------------------------- names

const locales = JSON.parse(read('names', 'faker-9.9.0-person-names-by-locale.json'));

/** Whether a family name marks the same gender as the given name, where a language marks it. */
function agrees(locale, first, last) {
  const rules = {
    ru: [/[ая]$/, /(ова|ева|ёва|ина|ая)$/, /(ов|ев|ёв|ин|ий|ой)$/],
    uk: [/[ая]$/, /(ова|ева|ина|ська|цька|а)$/, /(ов|ев|ин|ський|цький|ий)$/],
    mk: [/а$/, /(ова|ева|ска)$/, /(ов|ев|ски)$/],
    cs_CZ: [/[ae]$/, /á$/, /[^á]$/],
    sk: [/[ae]$/, /á$/, /[^á]$/],
    pl: [/a$/, /(ska|cka|dzka)$/, /(ski|cki|dzki)$/],
    lv: [/[ae]$/, /[ae]$/, /[sš]$/],
    el: [/[αηώ]$/, /(ου|α|ή|η)$/, /ς$/],
    az: [/[aəü]/, /(ova|eva)$/, /(ov|ev)$/],
    uz_UZ_latin: [/[aio]$/, /(ova|eva)$/, /(ov|ev)$/],
  }[locale];
  if (!rules) return true;
  const [femaleFirst, femaleLast, maleLast] = rules;
  return femaleFirst.test(first) ? !maleLast.test(last) : !femaleLast.test(last);
}

/** Pronouns that a given name suggests where its language marks them; undefined elsewhere. */
function pronounsOf(locale, first) {
  if (['es', 'es_MX', 'it', 'pt_BR', 'pt_PT', 'ro', 'cs_CZ', 'sk', 'pl', 'hr', 'lv'].includes(locale)) {
    if (/a$/.test(first)) return 'she/her';
    if (/(o|s|š|r|n|k)$/.test(first) && locale !== 'pt_BR') return 'he/him';
  }
  if (['ru', 'uk'].includes(locale)) return /[ая]$/.test(first) ? 'she/her' : 'he/him';
  return undefined;
}

const FAMILY_FIRST = { zh_CN: '', zh_TW: '', ko: '', ja: ' ', hu: ' ', vi: ' ' };

/** Some names of the source carry a joiner at their end. */
const tidy = (name) => name.replace(/^[\s\u200c]+|[\s\u200c]+$/g, '');

function nameOf(locale, rng) {
  const own = locales[locale];
  const firsts = own.first.length ? own.first : locales.en_AU.first;
  for (;;) {
    const first = tidy(rng.pick(firsts));
    const last = tidy(rng.pick(own.last));
    if (!agrees(locale, first, last) || first === last) continue;
    if (locale === 'ar' && / (?!بن)/.test(last) && !last.startsWith('بن ')) continue; // broken in the source
    const gap = FAMILY_FIRST[locale];
    return { first, name: gap === undefined ? `${first} ${last}` : `${last}${gap}${first}` };
  }
}

/** A very long name, put together from several of the same language. */
function longNameOf(locale, rng) {
  const own = locales[locale];
  const end = rng.pick(['a', 'o']); // In Spanish and Portuguese all given names of one person agree.
  const firsts = /^(pt|es)/.test(locale) ? own.first.filter((first) => first.endsWith(end)) : own.first;
  const [f1, f2, f3] = rng.several(firsts, 3);
  const longest = [...own.last].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
  const [l1, l2, l3, l4] = rng.several(
    own.last.filter((last) => last !== longest),
    4,
  );
  const name = {
    pt_BR: () => `${f1} ${f2} de ${l1} e ${l2} ${l3} ${l4}`,
    es_MX: () => `${f1} ${f2} ${l1} de ${l2} ${l3}`,
    de: () => `${f1}-${f2} ${longest}-${l1}`,
    ar: () => `${f1} ${f2} ${f3} ${l1}`,
    th: () => `${f1} ${longest}`,
    id_ID: () => `${f1} ${f2} ${f3} ${l1} ${l2}`,
    fr_SN: () => `${f1} ${f2} ${f3} ${l1} ${l2}`,
  }[locale]();
  return { first: f1, name };
}
const LONG = ['pt_BR', 'es_MX', 'de', 'ar', 'th', 'id_ID', 'fr_SN', 'pt_BR'];

// -------------------------------------------------------------------------------------------- skills

/** Tags of the mentor directory and what they are called here; spellings of one thing share a name. */
const TAGS = {
  javascript: 'JavaScript',
  js: 'JavaScript',
  reactjs: 'React',
  nodejs: 'Node.js',
  frontend: 'Front end',
  'front-end': 'Front end',
  css: 'CSS',
  sass: 'CSS',
  vuejs: 'Vue.js',
  html: 'HTML',
  php: 'PHP',
  angular: 'Angular',
  angularjs: 'Angular',
  python: 'Python',
  django: 'Python',
  java: 'Java',
  spring: 'Java',
  backend: 'Back end',
  'c#': 'C#',
  'c-sharp': 'C#',
  dotnet: '.NET',
  '.net': '.NET',
  'asp.net': '.NET',
  architecture: 'Architecture',
  'software-design': 'Architecture',
  'react native': 'React Native',
  typescript: 'TypeScript',
  graphql: 'GraphQL',
  ruby: 'Ruby',
  rails: 'Ruby on Rails',
  'ruby on rails': 'Ruby on Rails',
  cloud: 'Cloud',
  devops: 'DevOps',
  android: 'Android',
  ios: 'iOS',
  ux: 'UX',
  'user experience': 'UX',
  mongodb: 'MongoDB',
  career: 'Career advice',
  'career advice': 'Career advice',
  aws: 'AWS',
  linux: 'Linux',
  kotlin: 'Kotlin',
  git: 'Git',
  performance: 'Web performance',
  go: 'Go',
  golang: 'Go',
  fp: 'Functional programming',
  kubernetes: 'Kubernetes',
  docker: 'Docker',
  a11y: 'Accessibility',
  accessibility: 'Accessibility',
  serverless: 'Serverless',
  'c++': 'C++',
  algorithms: 'Algorithms',
  api: 'API design',
  'api-design': 'API design',
  microservices: 'Microservices',
  automation: 'Automation',
  azure: 'Microsoft Azure',
  design: 'Visual design',
  elixir: 'Elixir',
  scrum: 'Scrum',
  opensource: 'Open source',
  leadership: 'Leadership',
  'remote work': 'Working remotely',
  product: 'Product management',
  sql: 'SQL',
  postgresql: 'PostgreSQL',
  security: 'Security',
  rust: 'Rust',
  figma: 'Figma',
  'design systems': 'Design systems',
  'design system': 'Design systems',
  testing: 'Testing',
  tdd: 'Testing',
  speaking: 'Public speaking',
  teaching: 'Teaching',
};

/** Occupations of O*NET whose technologies a department uses. */
const OCCUPATIONS = {
  'Executive Office': ['13-1082.00'],
  Engineering: ['15-1252.00', '15-1244.00'],
  Operations: ['11-3071.00', '13-1081.00'],
  Support: ['43-4051.00'],
  Sales: ['13-1161.00', '43-4051.00'],
  HR: ['13-1071.00'],
  Finance: ['13-2011.00'],
  Legal: ['23-1011.00'],
  Communications: ['27-3031.00'],
  'Data and Analysis': ['15-2051.00'],
  Network: ['13-1081.00', '17-1022.00'],
  Sustainability: ['19-2041.00'],
};
const TECHNOLOGY = {
  'Structured query language SQL': 'SQL',
  'Hypertext markup language HTML': 'HTML',
  'Cascading style sheets CSS': 'CSS',
  'Extensible markup language XML': 'XML',
  'JavaScript Object Notation JSON': 'JSON',
  'Microsoft Visual Basic for Applications VBA': 'VBA',
  'Oracle Primavera Enterprise Project Portfolio Management': 'Oracle Primavera',
  'Microsoft SQL Server Reporting Services SSRS': 'SSRS',
  'Microsoft SQL Server Integration Services SSIS': 'SSIS',
  'Amazon Elastic Compute Cloud EC2': 'AWS',
  'Amazon Simple Storage Service S3': 'AWS',
  'Amazon Web Services AWS software': 'AWS',
  'Amazon Web Services AWS CloudFormation': 'AWS',
  'Microsoft Azure software': 'Microsoft Azure',
  'Google Angular': 'Angular',
  'Google Android': 'Android',
  'Oracle Java': 'Java',
  'Apple iOS': 'iOS',
  'Atlassian JIRA': 'Atlassian Jira',
};
const NOT_HERE =
  /Outlook|Access|Visual Basic$|Office software|Microsoft Word|Windows|macOS|Facebook|TikTok|MEDITECH|Epic Systems|Yardi|Kronos|QuickBooks|^C$|Active Server|JavaServer|J2EE|Subversion|WebSphere|Team Foundation|Webex|Border Gateway|Zoom/;
const SOFT = [
  'Facilitation',
  'Giving feedback',
  'Negotiation',
  'Writing clearly',
  'Running meetings',
  'Storytelling',
  'Coaching',
  'Public speaking',
  'Planning',
  'AI tools',
];
/** Tags of the mentor directory that are no matter of technology. */
const FOR_ALL = [
  'Career advice',
  'Scrum',
  'Product management',
  'Working remotely',
  'Accessibility',
  'Leadership',
  'Teaching',
];
const OWN = {
  Operations: [
    'Freight planning',
    'Land registration',
    'Crane booking',
    'Dock scheduling',
    'Customs forms',
    'Shift planning',
  ],
  Network: [
    'Freight planning',
    'Planning consents',
    'Tide tables',
    'Route design',
    'Surveying',
    'Port relations',
  ],
  Legal: ['Contract law', 'Land titles', 'Easements', 'Boundary disputes', 'Data protection'],
  Sustainability: [
    'Carbon accounting',
    'Heat pumps',
    'Life cycle assessment',
    'Grant applications',
    'Electric fleets',
  ],
  HR: ['Mediation', 'Interviewing', 'Employment law', 'Onboarding', 'Workshop design'],
  Finance: ['Price lists', 'Month-end closing', 'Forecasting', 'Procurement', 'Explaining numbers'],
  Support: ['Customer calls', 'Complaint handling', 'Ticket triage', 'Plain language', 'Translation'],
  Sales: ['Tenders', 'Key account planning', 'Price lists', 'Customer visits', 'Contract law'],
  Communications: ['Interviewing', 'Photography', 'Newsletters', 'Alt texts', 'Crisis communication'],
  'Data and Analysis': [
    'Forecasting',
    'Survey design',
    'Data visualization',
    'Causal inference',
    'Map projections',
  ],
  'Executive Office': ['Strategy', 'Minute taking', 'Stakeholder maps', 'Board papers'],
  Engineering: [
    'Map projections',
    'Incident response',
    'Code review',
    'Technical writing',
    'Route optimization',
  ],
};

function skillSources() {
  const tags = new Map();
  for (const mentor of JSON.parse(read('mentoring', 'codingcoach-mentors.json'))) {
    for (const tag of mentor.tags) {
      const name = TAGS[tag];
      if (name) tags.set(name, (tags.get(name) ?? 0) + 1);
    }
  }
  const hot = new Map();
  for (const line of read('skills', 'onet-29.2', 'Technology Skills.txt').split('\n').slice(1)) {
    const [code, example, , , isHot] = line.split('\t');
    if (isHot !== 'Y' || NOT_HERE.test(example)) continue;
    const name = TECHNOLOGY[example] ?? example.replace(/ software$/, '');
    hot.set(code, (hot.get(code) ?? new Set()).add(name));
  }
  const technologies = Object.fromEntries(
    Object.entries(OCCUPATIONS).map(([department, codes]) => [
      department,
      [...new Set(codes.flatMap((code) => [...(hot.get(code) ?? [])]))].sort(),
    ]),
  );
  return { tags, technologies };
}

function skillsOf(person, sources, rng) {
  const count = rng.chance(0.08) ? 0 : 1 + Math.floor((rng.next() + rng.next()) * 4);
  const tech = person.department === 'Engineering' || person.department === 'Data and Analysis';
  const tagged = [...sources.tags.keys()];
  const chosen = new Set();
  for (let tries = 0; chosen.size < count && tries < 60; tries++) {
    const roll = rng.next();
    if (roll < 0.32) chosen.add(rng.pick(SOFT));
    else if (roll < (tech ? 0.45 : 0.68)) chosen.add(rng.pick(OWN[person.department]));
    else if (roll < 0.74) chosen.add(rng.pick(FOR_ALL));
    else if (tech && roll < 0.9) chosen.add(rng.weighted(tagged, (tag) => sources.tags.get(tag)));
    else chosen.add(rng.pick(sources.technologies[person.department]));
  }
  const rank = GRADES.indexOf(person.grade);
  return [...chosen].map((skill) => {
    const level = rng.weighted(['learning', 'working', 'strong', 'teaching'], (l) =>
      l === 'learning' ? 7 - rank / 3 : l === 'working' ? 7 : l === 'strong' ? 2 + rank / 2 : rank / 4,
    );
    const learns = level === 'learning' ? rng.chance(0.65) : level === 'working' && rng.chance(0.15);
    const helps = level === 'teaching' ? rng.chance(0.85) : level === 'strong' && rng.chance(0.55);
    return { skill, level, ...(learns && { wantsToLearn: true }), ...(helps && { canHelp: true }) };
  });
}

/** `Skill:level`, with + for "wants to learn" and ! for "can help". */
function castSkill(text) {
  const [, skill, level, mark] = /^(.+):(\w+)([+!]?)$/.exec(text);
  return {
    skill,
    level,
    ...(mark === '+' && { wantsToLearn: true }),
    ...(mark === '!' && { canHelp: true }),
  };
}

// -------------------------------------------------------------------------------------------- people

function makePeople(realNames) {
  const { leads, juniors } = seats();

  // The cast takes its seats first.
  for (const [id, member] of Object.entries(CAST)) {
    const rank = GRADES.indexOf(member.grade);
    const seat = member.seat
      ? leads.find((lead) => lead.seat === member.seat)
      : juniors
          .filter((junior) => !junior.id && junior.department === member.department)
          .sort(
            (a, b) => Math.abs(GRADES.indexOf(a.grade) - rank) - Math.abs(GRADES.indexOf(b.grade) - rank),
          )[0];
    Object.assign(seat, { id });
    if (!member.seat) Object.assign(seat, { grade: member.grade, title: member.title });
    if (member.above) seat.above = member.above;
  }

  // The head of engineering leads one team of thirteen; the rest of its people go to the director.
  const engineers = juniors.filter((junior) => junior.department === 'Engineering');
  for (const junior of engineers) if (junior.above === 'd37' && !junior.id) junior.above = 'l2';
  const platform = engineers
    .filter((junior) => !junior.id && junior.above === 'l2' && /Software|Systems/.test(junior.title))
    .filter((_, i) => i % 2 === 0)
    .slice(0, 11);
  for (const junior of platform) {
    junior.above = 'd37';
    junior.title = junior.title.replace('Systems', 'Software');
  }

  const all = [...leads, ...juniors];
  all.forEach((seat, i) => {
    seat.number = i + 1;
    seat.externalId = `e-${String(i + 1).padStart(4, '0')}`;
    seat.id ??= `p-${String(i + 1).padStart(4, '0')}`;
  });
  const bySeat = new Map(leads.map((lead) => [lead.seat, lead]));

  // Manager lines: the source tells them for posts; below a post the higher grades lead the others.
  for (const lead of leads) lead.manager = lead.above && bySeat.get(lead.above);
  for (const [above, group] of groupBy(juniors, (junior) => junior.above)) {
    const post = bySeat.get(above);
    const ranked = [...group].sort((a, b) => GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade));
    const support = (one) =>
      /Scheduling|Private Secretary|Personal|Executive to the Board|Adviser/.test(one.title);
    const leaders =
      group.length <= 8 || above === 'd37'
        ? []
        : ranked.filter((one) => !support(one) || one.id === 'jon').slice(0, Math.ceil(group.length / 8));
    ranked.forEach((one) => (one.manager = post));
    ranked
      .filter((one) => !leaders.includes(one) && !CAST[one.id]?.above && one.id !== 'ana')
      .forEach((one, i) => {
        const leader = leaders[i % leaders.length];
        if (leader && GRADES.indexOf(leader.grade) >= GRADES.indexOf(one.grade)) one.manager = leader;
      });
  }

  // Names: more from countries with many mentors in the source, at least two from each language.
  const rng = random(9_001);
  const mentors = JSON.parse(read('mentoring', 'codingcoach-mentors.json'));
  const inCountry = (code) => mentors.filter((mentor) => mentor.country === code).length;
  const origins = Object.keys(ORIGINS);
  const open = all.filter((seat) => !CAST[seat.id]);
  const extra = share(
    open.length - 2 * origins.length,
    origins.map((o) => (ENGLISH_NAMES.includes(o) ? 9 : 1) * (0.5 + Math.sqrt(inCountry(ORIGINS[o][0])))),
  );
  const drawn = rng.shuffle(origins.flatMap((o, i) => Array.from({ length: 2 + extra[i] }, () => o)));
  const spoken = mentors.flatMap((mentor) => mentor.spokenLanguages).filter((l) => l !== 'en');

  const longLeft = [...LONG];
  const used = new Set(Object.values(CAST).map((member) => member.name));
  const worn = new Set(words([...used].join(' '))); // Given and family names, each once where it can be.
  const emails = new Set();
  open.forEach((seat, i) => {
    const origin = drawn[i];
    const long = longLeft.includes(origin) && !seat.seat;
    if (long) longLeft.splice(longLeft.indexOf(origin), 1);
    let made;
    let tries = 0;
    do made = long ? longNameOf(origin, rng) : nameOf(origin, rng);
    while (
      used.has(made.name) ||
      realNames.includes(words(made.name).join(' ')) ||
      (tries++ < 40 && words(made.name).some((word) => worn.has(word)))
    );
    used.add(made.name);
    for (const word of words(made.name)) worn.add(word);
    const [country, language] = ORIGINS[origin];
    const away =
      OFFICES[country] && rng.chance(seat.seat ? 0.2 : ENGLISH_NAMES.includes(origin) ? 0.12 : 0.66);
    const city = away ? OFFICES[country][0] : rng.weighted(HOME, ([, w]) => w)[0];
    const languages = new Set(['en', language]);
    if (rng.chance(0.22)) languages.add(rng.pick(spoken));
    else if (rng.chance(0.14)) languages.add('de');
    const speaksOwn = language !== 'en' && away && rng.chance(0.6);
    Object.assign(seat, {
      origin,
      name: made.name,
      first: made.first,
      city,
      long,
      locale: speaksOwn ? language : 'en',
      languages: speaksOwn ? [language, ...[...languages].filter((l) => l !== language)] : [...languages],
      pronouns: rng.chance(0.55)
        ? pronounsOf(origin, made.first)
        : rng.chance(0.05)
          ? 'they/them'
          : undefined,
    });
  });
  for (const seat of all) {
    const member = CAST[seat.id];
    if (!member) continue;
    Object.assign(seat, {
      name: member.name,
      first: member.name.split(' ')[0],
      city: member.place,
      locale: member.locale ?? 'en',
      languages: member.languages,
      pronouns: member.pronouns,
    });
  }

  const sources = skillSources();
  const teams = new Map(TEAMS.map(([name]) => [name, []]));
  const join_ = (name, seat) => {
    teams.get(name).push(seat);
    (seat.teams ??= []).push(name);
  };
  for (const seat of all) for (const name of CAST[seat.id]?.teams ?? []) join_(name, seat);
  for (const junior of platform) join_('Pricing Platform', junior);
  for (const [name, department, size] of TEAMS) {
    const candidates = all.filter(
      (seat) =>
        !CAST[seat.id] &&
        !platform.includes(seat) &&
        GRADES.indexOf(seat.grade) < GRADES.indexOf('SCS2') &&
        (department
          ? seat.department === department && !seat.teams?.length
          : (seat.teams?.length ?? 0) < 3 && (name !== 'Translators' || seat.languages.length > 1)),
    );
    for (const seat of rng.several(candidates, size - teams.get(name).length)) join_(name, seat);
  }

  const people = all.map((seat) => {
    const member = CAST[seat.id];
    const latin = words(seat.name).filter((w) => /^[a-z]+$/.test(w));
    let local = member
      ? seat.id === 'layla'
        ? 'layla.haddad'
        : latin.join('.')
      : /\p{Script=Latin}/u.test(seat.name)
        ? [words(seat.first)[0], latin.at(-1)].join('.')
        : seat.externalId;
    while (emails.has(local)) local += seat.number;
    emails.add(local);
    const firstWord = seat.first.split(/[ -]/)[0];
    const preferred = seat.long
      ? firstWord
      : !member && /[ -]/.test(seat.first) && seat.origin !== 'vi'
        ? firstWord
        : undefined;
    const person = {
      id: seat.id,
      externalId: seat.externalId,
      name: seat.name,
      ...(preferred && { preferredName: preferred }),
      ...(seat.pronouns && { pronouns: seat.pronouns }),
      email: `${local}@harbour.example`,
      title: seat.title,
      department: seat.department,
      teams: seat.teams ?? [],
      ...(seat.manager && { managerExternalId: seat.manager.externalId }),
      grade: seat.grade,
      location: seat.city,
      timeZone: zoneOf(seat.city),
      locale: seat.locale,
      languages: seat.languages,
    };
    person.skills = member ? member.skills.map(castSkill) : skillsOf(person, sources, rng);
    return person;
  });
  return { people, seats: new Map(all.map((seat) => [seat.id, seat])), teams };
}

// -------------------------------------------------------------------------------------------- kudos

const VALUES = [
  {
    id: 'help-first',
    name: 'Help first',
    description: 'Somebody is stuck? That comes before your own list.',
  },
  {
    id: 'own-it',
    name: 'Own it',
    description: 'What you promise you see through, and what goes wrong you say first.',
  },
  {
    id: 'stay-curious',
    name: 'Stay curious',
    description: 'Ask why, try it, and tell the others what you found.',
  },
  {
    id: 'open-doors',
    name: 'Open doors',
    description: 'Let people in: to your meeting, your knowledge, your network.',
  },
  {
    id: 'leave-it-better',
    name: 'Leave it better',
    description: 'Whoever comes after you finds it clearer than you did.',
  },
  {
    id: 'say-it-kindly',
    name: 'Say it kindly',
    description: 'Honest and warm at once, above all when it is difficult.',
  },
];
const VALUE_MARKS = {
  h: 'help-first',
  o: 'own-it',
  s: 'stay-curious',
  d: 'open-doors',
  l: 'leave-it-better',
  k: 'say-it-kindly',
};

/** Titles of handbook pages, answers and notes that people thank for, by the department of the receiver. */
const PAGES = {
  Engineering: [
    'Runbook: tile cache is cold',
    'How do we roll back a price list?',
    'On-call in ten steps',
    'Why time zones are not offsets',
    'Release checklist',
    'Reading the routing engine',
    'How we review',
    'Post-incident note: the long Friday',
  ],
  Operations: [
    'Dock plan, summer timetable',
    'Handover sheet for the night shift',
    'What to do when a bridge closes',
    'Crane booking explained',
    'Customs forms with examples',
  ],
  Support: [
    'How do we roll back a price list?',
    'What “it doesn’t work” means',
    'Five questions we hear every day',
    'Words our customers use',
  ],
  Sales: ['The price table, explained', 'What we do not offer, and why'],
  HR: ['Parental leave: what parents ask', 'Giving feedback in four sentences', 'Agenda in three lines'],
  Finance: ['How do we roll back a price list?', 'Month end in three days', 'Depreciation and the bicycle'],
  Legal: ['Easements on one page', 'How do I read a title plan?', 'Boundary errors before 1925'],
  'Data and Analysis': ['What does “late” mean?', 'Forecasts and school holidays', 'Search in the wild'],
  Communications: ['Writing alt texts', 'Bad news first: how we announce'],
  Network: ['The route atlas', 'Planning consents for engineers', 'How to read a tide table'],
  Sustainability: ['What empty returns cost', 'Heat pumps in depots'],
  any: [
    'Agenda in three lines',
    'Your first week',
    'How do I book a visit to another team?',
    'Writing minutes that help',
    'Who can help me with what?',
  ],
};
/** What a message is about tells the page, where it says so. */
const ABOUT = [
  [/price list|roll(ed)? ?back|Tarif|料金表|التسعير/, 'How do we roll back a price list?'],
  [/mentor|curriculum|sessions?\b/, 'Mentoring at Harbour Works'],
  [/first week|ersten Woche|new colleague|[Oo]nboarding/, 'Your first week'],
  [/retrospective|shadow the|exchange week|puertas/, 'How do I book a visit to another team?'],
  [/meeting notes|minutes, the/, 'Writing minutes that help'],
  [/honest review|half page|feedback on|draft/, 'Giving feedback in four sentences'],
  [/tide|Gezeiten|marées/, 'How to read a tide table'],
  [/time zones are/, 'Why time zones are not offsets'],
  [/crane/, 'Crane booking explained'],
  [/customs/, 'Customs forms with examples'],
  [/bridge|ferry/, 'What to do when a bridge closes'],
  [/handover|Übergabe|引き継ぎ/, 'Handover sheet for the night shift'],
  [/\bdock/, 'Dock plan, summer timetable'],
  [/easement/, 'Easements on one page'],
  [/deed|titles? plan/, 'How do I read a title plan?'],
  [/[Pp]aged|on-call|alert/, 'On-call in ten steps'],
  [/tile/, 'Runbook: tile cache is cold'],
  [/routing engine/, 'Reading the routing engine'],
  [/outage|incident/, 'Post-incident note: the long Friday'],
  [/release/, 'Release checklist'],
  [/review/, 'How we review'],
  [/waybill/, 'Words our customers use'],
  [/it doesn't work/, 'What “it doesn’t work” means'],
  [/five questions/, 'Five questions we hear every day'],
  [/parental/, 'Parental leave: what parents ask'],
  [/depreciation/, 'Depreciation and the bicycle'],
  [/Closed in three/, 'Month end in three days'],
  [/forecast/, 'Forecasts and school holidays'],
  [/"late"/, 'What does “late” mean?'],
  [/Alt texts/, 'Writing alt texts'],
  [/news was bad/, 'Bad news first: how we announce'],
  [/price table/, 'The price table, explained'],
  [/cannot do\./, 'What we do not offer, and why'],
  [/atlas|Routen|מפת/, 'The route atlas'],
  [/consents/, 'Planning consents for engineers'],
  [/empty returns/, 'What empty returns cost'],
  [/heat pumps/, 'Heat pumps in depots'],
  [/agenda|Besprechung/, 'Agenda in three lines'],
];
const refTo = (title) => ({ kind: 'link', url: `https://handbook.harbour.example/${slug(title)}`, title });

/** The top of the wall, newest first. `long` and `rtl` stand for people found by their names. */
const NEWEST = [
  {
    giver: 'ana',
    receivers: ['ben'],
    message:
      'Your rollback guide saved our Friday. We were back in eleven minutes, and two people who had never done it could follow every step.',
    values: ['help-first', 'own-it'],
    impact: 'back in eleven minutes',
    ref: 'How do we roll back a price list?',
    minutesAgo: 2,
    hearts: 12,
    comments: [['chidi', 'I had my coat on already. Thank you both!', 1]],
  },
  {
    giver: 'marta',
    receivers: ['long', 'rtl'],
    message:
      'Thank you both for walking the new colleagues through the register of titles. Forty minutes, no slides, one real case, and at the end every one of them could read a title plan.',
    values: ['open-doors'],
    impact: 'nine new colleagues ready for casework',
    ref: 'How do I read a title plan?',
    minutesAgo: 23,
    hearts: 17,
    comments: [
      ['femi', 'I was one of the nine, in a way. I finally understand what we do.', 6],
      ['rtl', 'They asked better questions than I did in my first year.', 14],
    ],
  },
  {
    giver: 'grace',
    receivers: ['layla', 'tomas'],
    message:
      'Thank you both for opening the Lisbon stand-up to the rest of us. I understood our freight problem in one morning.',
    values: ['open-doors'],
    impact: 'two routes replanned',
    minutesAgo: 68,
    hearts: 31,
    comments: [
      ['layla', 'أهلًا بكم في أي وقت! You are welcome any time.', 9],
      ['dana', 'May I come on Thursday?', 21],
      ['tomas', 'Thursday has the good pastries.', 24],
    ],
  },
  {
    giver: 'layla',
    receivers: ['arabic'],
    message: 'شكرًا على الهدوء والتنظيم ليلة الجمعة. وصلت آخر شاحنة قبل الفجر، ووصل معها كل السائقين بخير.',
    values: ['own-it'],
    minutesAgo: 127,
    hearts: 14,
    comments: [['grace', 'I needed the translation, but I agree with every word.', 18]],
  },
  {
    giver: 'dana',
    receivers: ['yuki'],
    message:
      'For six weeks you taught me what our customers actually type into the search box. I am twenty years your senior and I learned more than I gave.',
    values: ['stay-curious'],
    ref: 'Mentorship: search in the wild',
    minutesAgo: 194,
    hearts: 39,
    comments: [
      ['yuki', 'ありがとうございます! I learned how to run a meeting. Fair trade.', 12],
      ['ana', 'Can I be next?', 30],
    ],
  },
  {
    giver: 'greta',
    receivers: ['lea'],
    message:
      'Dein Leitfaden zu den Preislisten hat uns den Monatsabschluss gerettet. Zum ersten Mal hat niemand angerufen, um zu fragen, welche Fassung gilt. Merci!',
    values: ['leave-it-better', 'help-first'],
    impact: 'Abschluss in drei Tagen',
    ref: 'How do we roll back a price list?',
    minutesAgo: 263,
    hearts: 21,
    comments: [['lea', 'Gern geschehen! Die Fragen von euch haben ihn erst gut gemacht.', 11]],
  },
  {
    giver: 'dana',
    receivers: ['team:Pricing Platform'],
    message:
      'Eleven releases this month, and the only thing the night desk noticed was that prices are right. Thank you, all thirteen of you.',
    values: ['own-it'],
    impact: 'eleven releases, no rollback',
    minutesAgo: 328,
    hearts: 27,
    comments: [['chidi', 'I read it out at our stand-up. Twice.', 16]],
  },
];

function readTexts() {
  const sections = [];
  for (const line of readFileSync(here('texts.txt'), 'utf8').split('\n')) {
    if (!line || line.startsWith(';')) continue;
    if (line.startsWith('# ')) {
      const [, names, language = 'en'] = /^# (.+?)(?: \[(\w+)\])?$/.exec(line);
      sections.push({ names, language, lines: [] });
    } else sections.at(-1).lines.push(line);
  }
  const isTalk = ({ names }) => names === 'comments' || names === 'replies';
  const talk = (names, language) =>
    sections.find((s) => s.names === names && s.language === language)?.lines ?? [];
  const departmentsIn = (names) => {
    if (names === 'any') return undefined;
    return [names];
  };
  const texts = sections
    .filter((section) => !isTalk(section))
    .flatMap(({ names, language, lines }) =>
      lines.map((line) => {
        const found = /^(?:([kw]\d*\.\d+) )?([hosdlk]*)([23t]?)(?:\(([^)]+)\))? \| (.+?)(?: >> (.+))?$/.exec(
          line,
        );
        if (!found) throw new Error(`Cannot read: ${line}`);
        const [, from, values, to, team, message, impact] = found;
        return {
          from,
          language,
          departments: departmentsIn(names),
          values: [...values].map((mark) => VALUE_MARKS[mark]),
          to,
          team,
          message: message.replaceAll('\\n', '\n'),
          impact,
        };
      }),
    );
  return { texts, talk };
}

/** Minutes before now for each kudos, newest first. Now counts as a Tuesday, three in the afternoon. */
function moments(count, rng) {
  const at = new Set([259_540]);
  const weekday = [0.03, 1, 1.15, 1.1, 1.2, 1.55, 0.05]; // Sunday first; people say thanks on Fridays
  const hours = [...Array(24).keys()].slice(6, 22);
  while (at.size < count) {
    const days = 1 + rng.int(180);
    const day = (((2 - days) % 7) + 7) % 7;
    if (!rng.chance(weekday[day] / 1.55)) continue;
    const hour = rng.weighted(
      hours,
      (h) => Math.exp(-(((h - 10.5) / 1.6) ** 2)) + 1.1 * Math.exp(-(((h - 15.5) / 1.8) ** 2)) + 0.02,
    );
    const minutesAgo = days * 1440 + 15 * 60 - (hour * 60 + rng.int(60));
    if (minutesAgo <= 259_540) at.add(minutesAgo);
  }
  return [...at].sort((a, b) => a - b);
}

function makeKudos({ people, seats, teams }) {
  const rng = random(2_024);
  const { texts, talk } = readTexts();
  const byId = new Map(people.map((person) => [person.id, person]));
  const membersOf = (team) => teams.get(team).map((seat) => seat.id);

  // Some people give and get far more than others, as everywhere.
  const activity = new Map(
    people.map((person) => [
      person.id,
      CAST[person.id] ? 5 : Math.exp((rng.next() + rng.next() + rng.next() - 1.5) * 1.6),
    ]),
  );
  const busy = (person) => activity.get(person.id);
  const speaks = (person, language) =>
    person.languages.some((l) => l === language || l.startsWith(`${language}-`));
  const rtl = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Thaana}/u;

  const stand = {
    long: people.find((p) => seats.get(p.id).long && seats.get(p.id).origin === 'pt_BR').id,
    rtl: people.find((p) => seats.get(p.id).origin === 'he' && !['SCS2', 'SCS3'].includes(p.grade)).id,
    arabic: people.find((p) => seats.get(p.id).long && seats.get(p.id).origin === 'ar').id,
  };
  const stands = (id) => stand[id] ?? id;

  const everyone = people.map((person) => person.id);
  const thanked = (kudos) => [
    ...new Set(kudos.receivers.flatMap((r) => (r.startsWith('team:') ? membersOf(r.slice(5)) : [r]))),
  ];
  function viewers(kudos) {
    const receivers = thanked(kudos);
    if (kudos.audience === 'public') return everyone;
    if (kudos.audience === 'private') return [kudos.giver, ...receivers];
    const names = [
      ...kudos.receivers.filter((r) => r.startsWith('team:')).map((r) => r.slice(5)),
      ...kudos.receivers.filter((r) => byId.has(r)).flatMap((r) => byId.get(r).teams),
    ];
    return [...new Set([kudos.giver, ...receivers, ...names.flatMap(membersOf)])];
  }
  function heartsFor(kudos, count) {
    const seen = viewers(kudos).filter((id) => id !== kudos.giver);
    const near = new Set(thanked(kudos).flatMap((id) => byId.get(id).teams.flatMap(membersOf)));
    return rng.several(seen, count, (id) => activity.get(id) * (near.has(id) ? 6 : 1));
  }

  const plans = rng.shuffle(texts);
  const times = moments(plans.length, rng);
  const comments = {};
  const cities = people.map((person) => person.location);
  const nextComment = (kind, language, by) => {
    const key = `${kind}|${language}`;
    if (!comments[key]?.length) comments[key] = rng.shuffle(talk(kind, language));
    // Who greets from a place works there.
    const place = (text) => cities.find((city) => text.includes(city)) ?? by.location;
    const fits = (text) => place(text) === by.location;
    if (!comments[key].some(fits)) comments[key].push(...rng.shuffle(talk(kind, language)));
    const at = comments[key].findIndex(fits);
    return at < 0 ? undefined : comments[key].splice(at, 1)[0];
  };

  const wall = plans.map((plan, i) => {
    const { language } = plan;
    const able = people.filter(
      (p) =>
        (!plan.departments || plan.departments.includes(p.department)) &&
        (language === 'en' || speaks(p, language)),
    );
    let receivers;
    if (plan.to === 't') receivers = [`team:${plan.team}`];
    else {
      // {name} must read well in an English sentence, so it goes to names in Latin letters.
      const fit = plan.message.includes('{name}')
        ? able.filter((p) => /^\p{Script=Latin}/u.test(p.name))
        : able;
      const first = rng.weighted(fit, busy);
      const wanted = plan.to === '2' ? 2 : plan.to === '3' ? 3 + rng.int(2) : 1;
      const others = able.filter((p) => p.id !== first.id);
      const shares = (p) => p.teams.some((team) => first.teams.includes(team));
      const more = rng.several(others, wanted - 1, (p) =>
        shares(p) ? 40 : p.department === first.department ? 4 : 0.3,
      );
      receivers = [first.id, ...more.map((p) => p.id)];
    }
    const out = new Set(receivers.flatMap((r) => (r.startsWith('team:') ? membersOf(r.slice(5)) : [r])));
    const target = byId.get(receivers[0]) ?? { teams: [], department: undefined };
    const givers = people.filter((p) => !out.has(p.id) && (language === 'en' || speaks(p, language)));
    const giver = rng.weighted(
      givers,
      (p) =>
        busy(p) *
        // Words about engineering come from engineers, mostly.
        (plan.departments?.[0] === 'Engineering' && p.department !== 'Engineering'
          ? plan.from
            ? 0.05
            : 0.3
          : 1) *
        (p.teams.some((team) => target.teams.includes(team))
          ? 9
          : p.department === target.department
            ? 3
            : 1) *
        (language !== 'en' && p.languages[0].startsWith(language) ? 6 : 1),
    );
    const kudos = {
      giver: giver.id,
      receivers,
      message: plan.message.replaceAll(
        '{name}',
        target.preferredName ?? seats.get(receivers[0])?.first ?? '',
      ),
      values: rng.chance(0.08) ? [] : rng.several(plan.values, rng.chance(0.62) ? 1 : 2),
      ...(plan.impact && { impact: plan.impact }),
    };
    const about = ABOUT.find(([pattern]) => pattern.test(plan.message))?.[1];
    const general = !plan.departments && !plan.team;
    if (about && rng.chance(0.6)) kudos.ref = refTo(about);
    else if (rng.chance(general ? 0.14 : 0.28)) {
      const pages = general || plan.team ? PAGES.any : PAGES[target.department];
      kudos.ref = refTo(rng.weighted(pages, (page) => 1 / (1 + pages.indexOf(page))));
    }
    const roll = rng.next();
    const hasTeam = plan.to === 't' || receivers.every((id) => byId.get(id).teams.length);
    kudos.audience =
      roll < 0.82 || plan.to === 't'
        ? 'public'
        : roll < 0.93 && hasTeam
          ? 'team'
          : roll < 0.93
            ? 'public'
            : 'private';
    kudos.minutesAgo = times[i];
    const most =
      kudos.audience === 'public'
        ? plan.to === 't' || rng.chance(0.06)
          ? 40
          : 20
        : kudos.audience === 'team'
          ? 9
          : receivers.length;
    kudos.hearts = heartsFor(kudos, Math.round(rng.next() ** 1.7 * most));
    kudos.comments = talkUnder(kudos, language);
    return kudos;
  });

  function talkUnder(kudos, language) {
    let left = rng.weighted([0, 1, 2, 3, 4, 5], (n) => [46, 24, 15, 8, 4, 3][n]);
    if (kudos.audience === 'private') left = Math.min(left, 1);
    const receivers = thanked(kudos);
    const near = viewers(kudos).filter((id) => id !== kudos.giver && !receivers.includes(id));
    const written = [];
    let after = 0;
    while (left-- > 0) {
      const replies = kudos.audience === 'private' || rng.chance(0.3);
      const taken = new Set(written.map((comment) => comment.by));
      const from = (replies ? receivers : near).filter((id) => !taken.has(id));
      if (!from.length) continue;
      const by = rng.weighted(
        from,
        (id) => activity.get(id) * (language === 'en' || speaks(byId.get(id), language) ? 20 : 1),
      );
      const own =
        language !== 'en' && speaks(byId.get(by), language) && talk('comments', language).length && !replies;
      const text = own
        ? nextComment('comments', language, byId.get(by))
        : nextComment(replies ? 'replies' : 'comments', 'en', byId.get(by));
      if (!text || written.some((comment) => comment.text === text)) continue;
      after += 3 + Math.floor(rng.next() ** 3 * 900);
      if (after >= kudos.minutesAgo) break;
      written.push({ by, text, minutesAfter: after });
    }
    return written;
  }

  const newest = NEWEST.map(({ ref, hearts, comments: said, ...rest }) => {
    const kudos = {
      giver: rest.giver,
      receivers: rest.receivers.map(stands),
      message: rest.message,
      values: rest.values,
      ...(rest.impact && { impact: rest.impact }),
      ...(ref && { ref: refTo(ref) }),
      audience: 'public',
      minutesAgo: rest.minutesAgo,
    };
    kudos.hearts = heartsFor(kudos, hearts);
    kudos.comments = said.map(([by, text, minutesAfter]) => ({ by: stands(by), text, minutesAfter }));
    return kudos;
  });
  check(
    rtl.test(byId.get(stand.rtl).name) && rtl.test(byId.get(stand.arabic).name),
    'right-to-left names on top',
  );
  return [...wall, ...newest].sort((a, b) => b.minutesAgo - a.minutesAgo);
}

// ------------------------------------------------------------------------------------- real names

/** The citations of the awards: who was named, and the words. */
function citations() {
  return [2021, 2022, 2023].flatMap((year) => {
    const body = read('recognition', `k8s-contributor-awards-${year}.md`).split('description:')[1];
    const marked = body.replace(
      /\*([^*]+)\*[ \t]*\n/g,
      (_, who) => `\u0001${who.replace(/\s+/g, ' ')}\u0002`,
    );
    return marked
      .split('\u0001')
      .slice(1)
      .map((part, i) => {
        const [who, rest] = part.split('\u0002');
        return { key: `k${year % 100}.${i + 1}`, who, text: rest.split(/\n#### /)[0] };
      });
  });
}

function thanksOfMentees() {
  return JSON.parse(read('recognition', 'wcc-mentee-thanks-part-a.json'))
    .flatMap((mentor) => mentor.feedback)
    .map((item, i) => ({ key: `w.${i + 1}`, who: item.name, text: item.feedback ?? '' }));
}

/** Ordinary words of the texts that are also a name in the sources, or only ever begin a sentence there. */
const ORDINARY = ['there'];

function realNames() {
  const full = new Set();
  const single = new Set();
  const add = (name, alsoParts) => {
    const parts = words(name);
    if (parts.length > 1) full.add(parts.join(' '));
    if (alsoParts || parts.length === 1) for (const part of parts) if (part.length > 2) single.add(part);
  };
  const folder = join(source, 'hr', 'uk-organograms');
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('-senior.csv')) continue;
    for (const row of parseCsv(readFileSync(join(folder, file), 'utf8'))) {
      if (words(row.Name).length > 1) add(row.Name);
    }
  }
  for (const { name } of JSON.parse(read('mentoring', 'codingcoach-mentors.json'))) {
    if (words(name).length > 1) add(name);
  }
  for (const one of JSON.parse(read('recognition', 'all-contributors.all-contributorsrc.json'))
    .contributors) {
    if (words(one.name).length > 1) add(one.name);
  }
  for (const { who } of citations()) {
    for (const name of who.split(/, |\[|\]|\(|\)| (?=[A-Z][a-z]+ [A-Z][a-z]+, @)/)) {
      if (!name.includes('/')) add(name.replace('@', ''), true);
    }
  }
  const thanks = thanksOfMentees();
  const ordinary = new Set(
    [...citations(), ...thanks].flatMap(({ text }) => text.match(/(?<![\p{L}])\p{Ll}+/gu) ?? []).map(plain),
  );
  for (const { who, text } of thanks) {
    if (who !== 'Anonymous') add(who, true);
    // Mentors are named only inside the texts: capitalized words that nobody writes small.
    for (const [word] of text.matchAll(/\p{Lu}\p{Ll}+/gu))
      if (!ordinary.has(plain(word))) single.add(plain(word));
  }
  for (const word of ORDINARY) single.delete(word);
  return { full: [...full], single };
}

// --------------------------------------------------------------------------------------------- checks

function check(truth, what) {
  if (!truth) throw new Error(`Check failed: ${what}`);
}

function checkAll({ people, teams }, kudos, real) {
  const unique = (list, what) => check(new Set(list).size === list.length, `${what} are unique`);
  unique(
    people.map((p) => p.id),
    'ids',
  );
  unique(
    people.map((p) => p.externalId),
    'external ids',
  );
  unique(
    people.map((p) => p.email),
    'emails',
  );
  unique(
    people.map((p) => p.name),
    'names',
  );

  const byId = new Map(people.map((p) => [p.id, p]));
  const byExternal = new Map(people.map((p) => [p.externalId, p]));
  check(
    people.filter((p) => !p.managerExternalId).length === 1,
    'one root: ' + people.filter((p) => !p.managerExternalId).map((p) => p.title + p.department),
  );
  for (const person of people) {
    let steps = 0;
    for (let at = person; at.managerExternalId; at = byExternal.get(at.managerExternalId)) {
      check(byExternal.has(at.managerExternalId), `manager of ${at.id} exists`);
      check(++steps < 12, `no cycle above ${person.id}`);
    }
    check(GRADES.includes(person.grade), `grade of ${person.id}`);
    check(person.teams.length <= 3, `teams of ${person.id}`);
    check(person.skills.length <= 8, `skills of ${person.id}`);
    unique(
      person.skills.map((s) => s.skill),
      `skills of ${person.id}`,
    );
    unique(person.languages, `languages of ${person.id}`);
    check(/^[\w.-]+@harbour\.example$/.test(person.email), `email of ${person.id}: ${person.email}`);
    check(Intl.getCanonicalLocales([person.locale, ...person.languages]).length > 0, 'language tags');
    new Intl.DateTimeFormat('en', { timeZone: person.timeZone });
  }
  for (const [name, members] of teams) check(members.length >= 5 && members.length <= 20, `size of ${name}`);
  for (const id of Object.keys(CAST)) check(byId.has(id), `${id} is there`);
  const chidi = byId.get('chidi').externalId;
  check(byId.get('ben').managerExternalId === chidi, 'Chidi leads Ben');
  check(people.filter((p) => p.teams.includes('Pricing Platform')).length === 13, 'a team of thirteen');

  unique(
    kudos.map((k) => plain(k.message)),
    'messages',
  );
  unique(
    kudos.map((k) => k.minutesAgo),
    'moments',
  );
  kudos.forEach((k, i) => {
    const where = `kudos ${i}`;
    const members = k.receivers.flatMap((r) =>
      r.startsWith('team:') ? (teams.get(r.slice(5)) ?? []).map((seat) => seat.id) : [r],
    );
    check(members.length > 0 && k.receivers.length <= 4, `${where}: receivers`);
    check(byId.has(k.giver) && members.every((id) => byId.has(id)), `${where}: people exist`);
    check(!members.includes(k.giver), `${where}: nobody thanks themselves`);
    check(
      k.values.every((v) => VALUES.some((value) => value.id === v)) && k.values.length <= 2,
      `${where}: values`,
    );
    check(k.message.length <= 2000 && !/[[\]@{}<>]|https?:/.test(k.message), `${where}: plain text`);
    check(k.hearts.length <= 40 && k.hearts.every((id) => byId.has(id)), `${where}: hearts`);
    unique(k.hearts, `${where}: hearts`);
    check(k.comments.length <= 5, `${where}: comments`);
    k.comments.forEach((c, j) => {
      check(byId.has(c.by) && c.minutesAfter <= k.minutesAgo, `${where}: comment`);
      check(!j || c.minutesAfter > k.comments[j - 1].minutesAfter, `${where}: comments in order`);
    });
    if (i) check(k.minutesAgo < kudos[i - 1].minutesAgo, `${where}: oldest first`);
    const seen = k.audience === 'private' ? new Set([k.giver, ...members]) : undefined;
    check(
      !seen || [...k.hearts, ...k.comments.map((c) => c.by)].every((id) => seen.has(id)),
      `${where}: private`,
    );
  });

  // No real name: a full one nowhere, a part of one or a handle in none of the texts as they were written.
  const output = ` ${words(JSON.stringify([people, kudos])).join(' ')} `;
  for (const name of real.full) check(!output.includes(` ${name} `), 'a full real name in the output');
  const { texts, talk } = readTexts();
  const written = [
    ...texts.flatMap((t) => [t.message, t.impact ?? '']),
    ...talk('comments', 'en'),
    ...talk('replies', 'en'),
    ...Object.values(PAGES).flat(),
    ...NEWEST.flatMap((k) => [k.message, ...k.comments.map(([, text]) => text)]),
  ];
  for (const text of written) {
    for (const [word] of text.matchAll(/\p{Lu}[\p{L}\p{N}]+/gu)) {
      check(!real.single.has(plain(word)), `"${word}" is a name in the sources: ${text.slice(0, 80)}`);
    }
    for (const word of words(text))
      check(!(real.single.has(word) && /\d/.test(word)), `"${word}" is a handle`);
  }

  // Every reworked text stands on its source: it exists, it is used once, and enough of its words are kept.
  const sources = new Map([...citations(), ...thanksOfMentees()].map((s) => [s.key, s.text]));
  const reworked = texts.filter((t) => t.from);
  unique(
    reworked.map((t) => t.from),
    'sources of texts',
  );
  unique(
    reworked.map((t) => plain(sources.get(t.from).replace(/\s+/g, ' ').trim())),
    'source texts',
  );
  for (const t of reworked) {
    const stems = (text) => words(text).map((word) => word.slice(0, 5));
    const kept = new Set(stems(sources.get(t.from)));
    const own = stems(t.message);
    check(
      own.filter((w) => kept.has(w)).length >= Math.min(2, kept.size),
      `${t.from} has words of its source`,
    );
  }
  return reworked.length;
}

// ---------------------------------------------------------------------------------------------- write

const lines = (list) => `[\n${list.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`;

const real = realNames();
const org = makePeople(real.full);
const kudos = makeKudos(org);
const reworked = checkAll(org, kudos, real);
const files = { 'people.json': lines(org.people), 'values.json': lines(VALUES), 'kudos.json': lines(kudos) };
let size = 0;
for (const text of Object.values(files)) size += Buffer.byteLength(text);
check(size < 600_000, `under 600 kB: ${size}`);
for (const [name, text] of Object.entries(files)) writeFileSync(here(name), text);
console.log(
  `${org.people.length} people, ${org.teams.size} teams, ${kudos.length} kudos (${reworked} reworked), ${size} bytes`,
);
