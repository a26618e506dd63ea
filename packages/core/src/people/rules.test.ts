import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { languageCodesOf, languageNamesOf, languageTagFor } from './languages.js';
import { PERSONAL_FIELDS, VISIBILITIES, type PersonRecord } from './model.js';
import {
  derive,
  differsInPublic,
  displayName,
  keyOf,
  managerCycles,
  maySee,
  meets,
  profileOf,
  refOf,
  sortNameOf,
  STRANGER,
  type PersonFacts,
  type Viewer,
} from './rules.js';

const facts: PersonFacts = {
  id: 'ana',
  externalId: 'e-ana',
  name: 'Ana Ruíz',
  pronouns: 'she/her',
  email: 'ana@example.org',
  title: 'Engineer',
  departmentId: 'd1',
  teamIds: ['t1', 't2'],
  managerId: 'lea',
  location: 'Lyon',
  timeZone: 'Europe/Paris',
  languages: ['es-MX', 'fr'],
  skills: [
    { skillId: 's1', level: 'learning', wantsToLearn: true, canHelp: false },
    { skillId: 's2', level: 'teaching', wantsToLearn: false, canHelp: true },
  ],
  visibility: {},
  status: 'active',
  own: [],
};
const names = new Map([
  ['d1', 'Support'],
  ['t1', 'Front desk'],
  ['t2', 'Rollback'],
  ['s1', 'Kubernetes'],
  ['s2', 'Facilitation'],
]);
const named = new Map([...names].map(([id, name]) => [id, { id, name }]));
const lookups = {
  people: new Map([['lea', { id: 'lea', name: 'Léa' }]]),
  units: named,
  skills: named,
  evidence: new Map([['ana s2', 3]]),
};
const ana = (changes: Partial<PersonFacts> = {}) => derive({ ...facts, ...changes }, names);

const viewers: Record<string, Viewer> = {
  ana: { id: 'ana', system: false, teamIds: ['t1', 't2'] },
  teammate: { id: 'ben', system: false, teamIds: ['t9', 't2'] },
  stranger: { id: 'eve', system: false, teamIds: ['t9'] },
  system: { id: 'system', system: true, teamIds: [] },
};

test('the preferred name stands for the name everywhere', () => {
  assert.equal(displayName({ name: 'Ana' }), 'Ana');
  assert.deepEqual(refOf({ id: 'x', name: 'Old', preferredName: 'New', title: 'CEO' }), {
    id: 'x',
    name: 'New',
    title: 'CEO',
  });
  const person = ana({ preferredName: 'Anouk' });
  assert.deepEqual([person.sortName, person.searchName], ['anouk', ['Anouk']]);
  assert.ok(!JSON.stringify(person.searchMore).includes('Ruíz'));
});

test('keys are alike however a name is typed, and apart where signs make another thing', () => {
  assert.equal(keyOf(' Front\t DESK '), keyOf('front desk'));
  assert.equal(keyOf('Résumé'), keyOf('resume'));
  assert.equal(new Set(['C', 'C++', 'C#', '.NET', 'net'].map(keyOf)).size, 5);
  assert.notEqual(keyOf('\u200d'), '', 'a name without a shape still has a key');
});

test('a name to sort by fits a cursor', () => {
  assert.equal(sortNameOf('Ørjan Ł'), 'orjan l');
  assert.ok(sortNameOf('ﷺ'.repeat(200)).length <= 200);
  assert.doesNotMatch(sortNameOf('𐐀'.repeat(200)), /\p{Cs}/u);
});

test('each field is seen by those whom its visibility names, and by its person', () => {
  const seen = {
    everyone: ['ana', 'teammate', 'stranger', 'system'],
    team: ['ana', 'teammate', 'system'],
    me: ['ana', 'system'],
  };
  for (const field of PERSONAL_FIELDS)
    for (const visibility of VISIBILITIES) {
      const person = ana({ visibility: { [field]: visibility } });
      const sees = Object.keys(viewers).filter((name) => maySee(field, person, viewers[name] ?? STRANGER));
      assert.deepEqual(sees, seen[visibility], `${field}: ${visibility}`);
      for (const [name, viewer] of Object.entries(viewers))
        assert.equal(field in profileOf(person, viewer, lookups), sees.includes(name), `${field}: ${name}`);
      for (const other of PERSONAL_FIELDS.filter((one) => one !== field))
        assert.ok(maySee(other, person, STRANGER), 'the other fields stay open');
    }
});

test('a profile names units, manager and skills, the strongest first', () => {
  const { id: _id, ...profile } = profileOf(ana(), STRANGER, lookups);
  assert.deepEqual(profile, {
    name: 'Ana Ruíz',
    title: 'Engineer',
    department: 'Support',
    teams: [named.get('t1'), named.get('t2')],
    manager: { id: 'lea', name: 'Léa' },
    pronouns: 'she/her',
    email: 'ana@example.org',
    location: 'Lyon',
    timeZone: 'Europe/Paris',
    languages: ['es-MX', 'fr'],
    skills: [
      { id: 's2', name: 'Facilitation', level: 'teaching', wantsToLearn: false, canHelp: true },
      { id: 's1', name: 'Kubernetes', level: 'learning', wantsToLearn: true, canHelp: false },
    ],
    active: true,
  });
});

test('how often somebody was thanked for a skill is shown with their consent, and that consent to themself', () => {
  const consenting = ana({ skills: facts.skills.map((skill) => ({ ...skill, evidenceConsent: true })) });
  const shown = (person: typeof consenting, viewer: Viewer) =>
    profileOf(person, viewer, lookups).skills?.map(({ evidenced, evidenceConsent }) => [
      evidenced,
      evidenceConsent,
    ]);
  assert.deepEqual(shown(consenting, STRANGER), [
    [3, undefined],
    [undefined, undefined],
  ]);
  assert.deepEqual(shown(ana(), STRANGER)?.flat(), [undefined, undefined, undefined, undefined]);
  assert.deepEqual(shown(consenting, viewers.ana ?? STRANGER)?.[0], [3, true]);
  assert.deepEqual(shown(ana(), viewers.ana ?? STRANGER)?.[0], [undefined, false]);
});

test('who has left or is suspended shows the name and nothing personal, and is found by no word', () => {
  for (const status of ['departed', 'suspended'] as const) {
    const person = ana({ status });
    for (const viewer of [viewers.teammate, viewers.stranger]) {
      const profile = profileOf(person, viewer ?? STRANGER, lookups);
      assert.equal(profile.active, false);
      assert.deepEqual(profile.teams, []);
      for (const field of PERSONAL_FIELDS) assert.ok(!(field in profile), field);
    }
    assert.deepEqual([person.searchName, person.searchMore], [[], []]);
    assert.equal(meets(person, {}), false);
  }
});

const hidden = fc.constantFrom('team' as const, 'me' as const);
const field = fc.constantFrom(...PERSONAL_FIELDS);

test('what not everyone may see changes neither what is derived nor what is told to everyone', () => {
  const secrets: Partial<PersonFacts> = {
    pronouns: 'they/them',
    email: 'x@example.org',
    location: 'Nowhere',
    timeZone: 'Asia/Tokyo',
    languages: ['ja'],
    skills: [{ skillId: 's2', level: 'strong', wantsToLearn: false, canHelp: false }],
  };
  fc.assert(
    fc.property(field, hidden, (secret, visibility) => {
      const before = ana({ visibility: { [secret]: visibility } });
      const after = ana({ visibility: { [secret]: visibility }, [secret]: secrets[secret] });
      const { sortName, searchName, searchMore, skillIds, languageCodes } = after;
      const derived = { sortName, searchName, searchMore, skillIds, languageCodes };
      assert.deepEqual({ ...before, ...derived }, before);
      assert.equal(differsInPublic(before, after), false);
      assert.equal(differsInPublic(ana(), ana({ [secret]: secrets[secret] })), true);
      assert.equal(differsInPublic(ana(), before), true, 'hiding is seen by everyone');
    }),
  );
});

test('all that is on every card is told to everyone when it changes', () => {
  const changes: Partial<PersonFacts>[] = [
    { name: 'B' },
    { preferredName: 'B' },
    { title: undefined },
    { departmentId: 'd2' },
    { teamIds: [] },
    { managerId: undefined },
    { status: 'departed' },
  ];
  for (const change of changes)
    assert.equal(differsInPublic(ana(), ana(change)), true, JSON.stringify(change));
  assert.equal(differsInPublic(ana(), ana({ grade: 'E5', locale: 'de' })), false);
});

test('the words hold title, skills, units, languages and place', () => {
  const { searchMore } = ana();
  for (const word of [
    'Engineer',
    'Kubernetes',
    'Support',
    'Rollback',
    'Lyon',
    'Spanish',
    'español',
    'français',
  ])
    assert.ok(searchMore.includes(word), word);
  assert.deepEqual(ana().skillIds, ['s1', 's2']);
});

test('filters must all be met', () => {
  assert.ok(meets(ana(), { skill: 's1', language: 'es', department: 'd1', team: 't2' }));
  for (const wrong of [{ skill: 's9' }, { language: 'de' }, { department: 't1' }, { team: 'd1' }])
    assert.equal(meets(ana(), { skill: 's1', ...wrong }), false, JSON.stringify(wrong));
});

test('a language is also its shorter forms, and known by its names', () => {
  assert.deepEqual(languageCodesOf(['zh-Hant-TW', 'zh', 'es-MX']), [
    'zh-Hant-TW',
    'zh-Hant',
    'zh',
    'es-MX',
    'es',
  ]);
  const spoken = languageNamesOf(['pt-BR']);
  for (const name of ['Portuguese', 'português', 'Brazilian Portuguese'])
    assert.ok(spoken.includes(name), name);
  assert.deepEqual(languageNamesOf(['qq-x-secret']), []);
  for (const [name, tag] of [
    ['Spanish', 'es'],
    ['Spanisch', 'es'],
    ['ESPAÑOL', 'es'],
    ['hebrew', 'he'],
    ['日本語', 'ja'],
  ] as const)
    assert.equal(languageTagFor(name), tag, name);
  assert.equal(languageTagFor('Klingonese'), undefined);
});

test('rings of managers are found, each once, and nothing else is', () => {
  const ring = (pairs: [string, string][]) => managerCycles(new Map(pairs)).map((ids) => [...ids].sort());
  assert.deepEqual(ring([]), []);
  assert.deepEqual(ring([['a', 'a']]), [['a']]);
  const pairs: [string, string][] = [
    ['x', 'a'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['p', 'q'],
    ['q', 'p'],
    ['m', 'n'],
  ];
  assert.deepEqual(ring(pairs), [
    ['a', 'b', 'c'],
    ['p', 'q'],
  ]);
  const chain = new Map(Array.from({ length: 50_000 }, (_, n) => [`${n}`, `${n + 1}`]));
  assert.deepEqual(managerCycles(chain), []);
});

test('a person lies in a ring exactly when walking up leads back to them', () => {
  const people = fc.constantFrom(...'abcdefgh');
  fc.assert(
    fc.property(fc.dictionary(people, people, { noNullPrototype: true }), (managers) => {
      const managerOf = new Map(Object.entries(managers));
      const inRing = [...managerOf.keys()].filter((start) => {
        let id = managerOf.get(start);
        for (let step = 0; step < 10 && id !== undefined && id !== start; step++) id = managerOf.get(id);
        return id === start;
      });
      assert.deepEqual(managerCycles(managerOf).flat().sort(), inRing.sort());
    }),
  );
});

test('deriving twice changes nothing', () => {
  const once: PersonRecord = ana({ preferredName: 'Ann' });
  assert.deepEqual(derive(once, names), once);
});
