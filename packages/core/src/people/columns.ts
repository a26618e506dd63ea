import { fold } from '../store/search.js';
import type { DirectoryPerson } from './model.js';

/** What a column of a file can hold. First and last names together make the name. */
export type ColumnField = keyof DirectoryPerson | 'firstName' | 'lastName';

/**
 * The headers by which a column is known, without case, accents, spaces and signs; the surest name first, for
 * files that have several.
 */
const HEADERS: Readonly<Record<ColumnField, readonly string[]>> = {
  externalId: [
    'external id',
    ...['employee id', 'employee number', 'employee no', 'personnel number', 'staff id', 'staff number'],
    ...['Personalnummer', 'Personal-Nr', 'Pers.-Nr.', 'Mitarbeiternummer', 'Mitarbeiter-ID'],
    ...['Post Unique Reference', 'user name', 'id'],
  ],
  id: ['guildhall id', 'person id'],
  name: ['name', 'full name', 'display name', 'employee name', 'vollständiger Name', 'Anzeigename'],
  firstName: ['first name', 'given name', 'forename', 'Vorname'],
  lastName: ['last name', 'family name', 'surname', 'Nachname', 'Familienname'],
  preferredName: ['preferred name', 'known as', 'bevorzugter Name'],
  pronouns: ['pronouns', 'Pronomen'],
  email: ['email', 'e-mail', 'mail', 'email address', 'work email', 'E-Mail-Adresse'],
  title: [
    'title',
    'job title',
    'position',
    'job role',
    'Berufsbezeichnung',
    'Stellenbezeichnung',
    'Funktion',
  ],
  department: [
    ...['department', 'dept', 'department name', 'Abteilung'],
    ...['organisation unit', 'organizational unit', 'organisational unit', 'org unit', 'unit'],
    ...['Organisationseinheit', 'Bereich'],
  ],
  teams: ['teams', 'team', 'groups', 'Gruppen'],
  managerExternalId: [
    ...['manager external id', 'manager id', 'manager employee id', 'manager number', 'supervisor id'],
    ...['reports to', 'reports to id', 'manager', 'supervisor', 'line manager', 'Reports to Senior Post'],
    ...['Vorgesetzte', 'Vorgesetzter', 'Vorgesetzte/r', 'Vorgesetzte Personalnummer', 'Führungskraft'],
  ],
  grade: ['grade', 'level', 'job level', 'Grade (or equivalent)', 'Entgeltgruppe', 'Besoldungsgruppe'],
  location: ['location', 'office', 'site', 'city', 'Standort', 'Ort', 'Dienstort'],
  timeZone: ['time zone', 'tz', 'Zeitzone'],
  locale: ['locale', 'preferred language', 'Sprache'],
  languages: ['languages', 'spoken languages', 'Sprachen'],
  skills: ['skills', 'competencies', 'Kenntnisse', 'Fähigkeiten', 'Kompetenzen'],
  status: ['status', 'active', 'employment status', 'aktiv'],
};

/** A column of a file that is understood. */
export interface Column {
  field: ColumnField;
  /** Its place in the row. */
  at: number;
  header: string;
}

/** The columns of a header row: those understood, and the names of all others. */
export interface Columns {
  used: Column[];
  ignored: string[];
}

/** Recognizes the columns of a file. Of several for one field the surest is used and the others ignored. */
export function columnsOf(header: readonly string[]): Columns {
  const best = new Map<ColumnField, Column & { rank: number }>();
  for (const [at, name] of header.entries()) {
    const sign = PLACES.get(signOf(name));
    if (!sign) continue;
    const before = best.get(sign.field);
    if (!before || sign.rank < before.rank) best.set(sign.field, { ...sign, at, header: name.trim() });
  }
  if (best.has('name')) for (const part of ['firstName', 'lastName'] as const) best.delete(part);
  const used = [...best.values()].map(({ field, at, header: name }) => ({ field, at, header: name }));
  const places = new Set(used.map((column) => column.at));
  const ignored = header.flatMap((name, at) => (places.has(at) ? [] : name.trim() || `column ${at + 1}`));
  return { used, ignored };
}

/** What a file must have and lacks, as sentences. */
export function missingColumns({ used }: Columns): string[] {
  const has = (field: ColumnField) => used.some((column) => column.field === field);
  const missing: string[] = [];
  if (!has('externalId'))
    missing.push('No column tells who is who. Name one externalId, employee number or Personalnummer.');
  if (!has('name') && !(has('firstName') && has('lastName')))
    missing.push('No column tells the name. Name one name, or two first name and last name.');
  return missing;
}

/** What a known word could be, folded; text that is longer than any is left alone: folding it may take long. */
export function foldWord(text: string): string {
  return text.length > 200 ? text : fold(text);
}

function signOf(header: string): string {
  return foldWord(header).replace(/[^\p{L}\p{N}]/gu, '');
}

const PLACES: ReadonlyMap<string, { field: ColumnField; rank: number }> = new Map(
  Object.entries(HEADERS).flatMap(([field, names]) =>
    names.map((name, rank): [string, { field: ColumnField; rank: number }] => [
      signOf(name),
      // `Object.entries` widens the keys of HEADERS to string.
      { field: field as ColumnField, rank },
    ]),
  ),
);
