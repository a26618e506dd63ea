import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personOf } from './cells.js';
import { columnsOf, missingColumns } from './columns.js';

const fieldsOf = (...header: string[]) => columnsOf(header).used.map(({ field, at }) => `${field}@${at}`);

/** Reads one row under a header; both are written with bars. */
function read(header: string, row: string) {
  return personOf(row.split('|'), columnsOf(header.split('|')).used);
}

function personIn(header: string, row: string) {
  const result = read(`id|name|${header}`, `1|Ana|${row}`);
  assert.ok(result.person, JSON.stringify(result));
  const { externalId: _externalId, name: _name, ...others } = result.person;
  return others;
}

function problemsIn(header: string, row: string): string[] {
  const result = read(header, row);
  return result.person ? [] : result.problems.map(({ field, column }) => `${field} in ${column}`);
}

test('headers are known in many spellings, in English and German', () => {
  assert.deepEqual(fieldsOf('EmployeeNumber', 'FULL NAME', 'E-Mail', ' job_title ', 'Dept.', 'reportsTo'), [
    ...['externalId@0', 'name@1', 'email@2', 'title@3', 'department@4', 'managerExternalId@5'],
  ]);
  assert.deepEqual(
    fieldsOf(
      'Personal-Nr.',
      'Vorname',
      'Nachname',
      'Abteilung',
      'Vorgesetzte',
      'Fähigkeiten',
      'Sprachen',
      'Aktiv',
    ),
    [
      ...['externalId@0', 'firstName@1', 'lastName@2', 'department@3', 'managerExternalId@4'],
      ...['skills@5', 'languages@6', 'status@7'],
    ],
  );
});

test('of several columns for one field the surest is used, and the others are told', () => {
  const { used, ignored } = columnsOf(['ID', 'Employee ID', 'First name', 'Name', '', 'Shoe size']);
  assert.deepEqual(
    used.map(({ field, header }) => [field, header]),
    [
      ['externalId', 'Employee ID'],
      ['name', 'Name'],
    ],
  );
  assert.deepEqual(ignored, ['ID', 'First name', 'column 5', 'Shoe size']);
});

test('what is missing is told in one sentence each', () => {
  assert.equal(missingColumns(columnsOf(['Shoe size'])).length, 2);
  assert.equal(missingColumns(columnsOf(['id', 'Vorname'])).length, 1);
  assert.deepEqual(missingColumns(columnsOf(['id', 'Vorname', 'Nachname'])), []);
});

test('a row becomes a person; what is empty is emptied', () => {
  assert.deepEqual(
    read(
      'Employee ID|First name|Last name|Email|Title|Department|Teams|Manager|Locale|Time zone|Languages|Status',
      ' 7 | Ana |Ruiz|ana@example.org||Sales|| |de_DE|Europe/Berlin|Spanish, en_GB; Deutsch|',
    ),
    {
      person: {
        externalId: '7',
        name: 'Ana Ruiz',
        email: 'ana@example.org',
        title: null,
        department: 'Sales',
        teams: [],
        managerExternalId: null,
        locale: 'de-DE',
        timeZone: 'Europe/Berlin',
        languages: ['es', 'en-GB', 'de'],
      },
    },
  );
});

test('skills come with a level or without, teams in a list', () => {
  assert.deepEqual(personIn('skills', 'Kubernetes: Strong;  C++ ; ISO 27001:2022; Go:expert'), {
    skills: [
      { skill: 'Kubernetes', level: 'strong' },
      { skill: 'C++', level: 'working' },
      { skill: 'ISO 27001:2022', level: 'working' },
      { skill: 'Go', level: 'teaching' },
    ],
  });
  assert.deepEqual(personIn('teams', 'Front desk; ;Rollback'), { teams: ['Front desk', 'Rollback'] });
  assert.deepEqual(problemsIn('id|name|skills', '1|A|Kubernetes:stong'), ['skills in skills']);
});

test('status has many words', () => {
  for (const [word, status] of [
    ['Aktiv', 'active'],
    ['TRUE', 'active'],
    ['1', 'active'],
    ['0', 'departed'],
    ['nein', 'departed'],
    ['Terminated', 'departed'],
    ['on leave', 'suspended'],
  ] as const)
    assert.deepEqual(personIn('Active', word), { status }, word);
  assert.deepEqual(problemsIn('id|name|status', '1|A|perhaps'), ['status in status']);
});

test('all that is wrong in a row is told at once, by column', () => {
  assert.deepEqual(problemsIn('ID|Name|E-Mail|Zeitzone|Sprachen', '1||not a mail|Berlin|??'), [
    'name in Name',
    'email in E-Mail',
    'timeZone in Zeitzone',
    'languages in Sprachen',
  ]);
  assert.deepEqual(problemsIn('ID|Vorname|Nachname', '1||'), ['firstName in Vorname']);
});

test('a file in another encoding is refused instead of stored as damage', () => {
  const result = read('id|name', '1|M\uFFFDller');
  assert.equal(result.person, undefined);
  assert.match(result.problems[0]?.cause ?? '', /UTF-8/);
});
