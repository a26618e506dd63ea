import { plural } from '../../internal/format.js';
import type { Translated } from '../index.js';
import type { people as english } from '../en/people.js';

const count = /* @__PURE__ */ plural('de');

export const people: Translated<typeof english> = {
  directoryTitle: 'Menschen',
  search: 'Nach Menschen suchen',
  searchHelp: 'Name, Aufgabe, Team oder Fähigkeit',
  found: (n) => count(n, { one: '# Person', other: '# Personen' }),
  directoryEmpty: 'Hier ist noch niemand. Menschen erscheinen, sobald das Verzeichnis abgeglichen ist.',
  nobodyFound: 'Niemand gefunden. Versuch es mit weniger Buchstaben oder anders geschrieben.',
  filterDepartment: 'Abteilung',
  filterSkill: 'Fähigkeit',
  filterLanguage: 'Sprache',
  filterAny: 'Beliebig',

  profileLabel: (name) => `Profil von ${name}`,
  profileEdit: 'Profil bearbeiten',
  profileSaved: 'Dein Profil ist gespeichert.',
  department: 'Abteilung',
  teams: 'Teams',
  manager: 'Vorgesetzt',
  pronouns: 'Pronomen',
  email: 'E-Mail',
  location: 'Ort',
  timeZone: 'Zeitzone',
  localTime: (time) => `dort ist es jetzt ${time}`,
  languages: 'Sprachen',
  skills: 'Fähigkeiten',
  skillsEmpty: 'Noch keine Fähigkeiten genannt.',
  levelLearning: 'lernt es',
  levelWorking: 'kann damit arbeiten',
  levelStrong: 'kann es gut',
  levelTeaching: 'bringt es anderen bei',
  wantsToLearn: 'möchte mehr lernen',
  canHelp: 'hilft gern',
  departed: 'Nicht mehr in der Organisation',
  visibility: 'Wer kann es sehen?',
  visibleEveryone: 'Alle',
  visibleTeam: 'Meine Teams',
  visibleMe: 'Nur ich',
  thank: (name) => `${name} danken`,

  pickerResults: (n) => count(n, { one: '# Treffer', other: '# Treffer' }),
  pickerNone: 'Kein Treffer',
  pickerAdded: (name) => `${name} hinzugefügt`,
  pickerRemoved: (name) => `${name} entfernt`,
  team: 'Team',
};
