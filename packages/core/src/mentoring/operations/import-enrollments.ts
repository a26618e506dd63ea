import { GuildhallError } from '../../errors.js';
import { command, type CommandContext } from '../../operation.js';
import { CATALOG_WRITES } from '../../people/catalog.js';
import { people, type PersonRecord } from '../../people/model.js';
import { membersAndSystem } from '../../policy.js';
import { id, z } from '../../schema.js';
import type { Reader } from '../../store/store.js';
import { enrollmentsOf } from '../enrollment-read.js';
import { mayChange } from '../enrollment-rules.js';
import { enrollmentRows, type EnrollmentRow, type RowProblem } from '../enrollment-rows.js';
import { tellEnrollment, topicsByName, writeEnrollment } from '../enrollment-write.js';
import type { EnrollmentRecord } from '../model/enrollment.js';
import { places } from '../model/places.js';
import type { ProgramRecord } from '../model/program.js';
import { placesId } from '../places.js';
import { managedProgram } from '../program-read.js';
import { isEligible, mayMatch } from '../program-rules.js';

/** How many errors one answer tells; `errorCount` counts them all. */
const MAX_ERRORS = 200;

const ImportResult = z.object({
  created: z.int(),
  changed: z.int(),
  dryRun: z.boolean(),
  /** Whether anything was stored: not on a dry run, and not with any error. */
  written: z.boolean(),
  /** The first 200, by line: where, and what to do. */
  errors: z.array(z.object({ line: z.int(), column: z.string().optional(), cause: z.string() })),
  errorCount: z.int(),
  /** The headers of the columns that were not understood. */
  ignoredColumns: z.array(z.string()),
});

/** A row whose person is known and may take part. */
interface Placed extends EnrollmentRow {
  person: PersonRecord;
  before: EnrollmentRecord | undefined;
}

export const importEnrollments = command({
  summary:
    'Enrolls people from a CSV file (externalId or email, side, capacity, topics), all accepted: all, or with any error none.',
  who: membersAndSystem,
  input: z.strictObject({
    programId: id,
    csv: z.string().max(5_000_000),
    /** Only tells what would change. */
    dryRun: z.boolean().default(false),
  }),
  output: ImportResult,
  refuses: ['program.unknown', 'program.notYours', 'program.notEnrolling'],
  alone: () => CATALOG_WRITES,
  async run(context, { programId, csv, dryRun }) {
    const program = await managedProgram(context.tx, programId, context.actor);
    if (!mayMatch(program))
      throw new GuildhallError(
        'conflict',
        'program.notEnrolling',
        'Nobody can be enrolled in this program now.',
      );
    const file = enrollmentRows(csv);
    const { placed, problems } = await place(context.tx, program, file.rows);
    const errors = [...file.problems, ...problems].sort((a, b) => a.line - b.line);
    const failed = errors.length > 0;
    if (!failed && !dryRun) await store(context, program, placed);
    const changed = placed.filter((row) => row.before).length;
    return {
      created: failed ? 0 : placed.length - changed,
      changed: failed ? 0 : changed,
      dryRun,
      written: !failed && !dryRun,
      errors: errors.slice(0, MAX_ERRORS),
      errorCount: errors.length,
      ignoredColumns: file.ignoredColumns,
    };
  },
});

async function place(
  tx: Reader,
  program: ProgramRecord,
  rows: readonly EnrollmentRow[],
): Promise<{ placed: Placed[]; problems: RowProblem[] }> {
  const found = await peopleOf(tx, rows);
  const before = new Map((await enrollmentsOf(tx, program.id)).map((one) => [one.personId, one]));
  const placed: Placed[] = [];
  const problems: RowProblem[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const person = found(row.who);
    const first = person && lines.get(person.id);
    const known = person && before.get(person.id);
    const cause = !person
      ? 'Nobody in the directory has this key.'
      : first !== undefined
        ? `The same person stands on line ${first}. Keep one of them.`
        : await hindrance(tx, program, person, known, row);
    if (person) lines.set(person.id, first ?? row.line);
    if (cause !== undefined) problems.push({ line: row.line, cause });
    else if (person) placed.push({ ...row, person, before: known });
  }
  return { placed, problems };
}

/** Why this person cannot be put in as the row says. */
async function hindrance(
  tx: Reader,
  program: ProgramRecord,
  person: PersonRecord,
  before: EnrollmentRecord | undefined,
  { words }: EnrollmentRow,
): Promise<string | undefined> {
  if (person.status !== 'active') return 'The person has left or is suspended.';
  if (!isEligible(program, person)) return 'The program is not for this person.';
  if (before?.state === 'withdrawn') return 'The person has withdrawn, and can only enroll again themself.';
  const pot = await tx.get(places, placesId(program.id, person.id));
  const taken = pot ? pot.capacity - pot.left : 0;
  if ((words.capacity ?? program.capacityDefault) < taken) return `${taken} places are taken already.`;
  return undefined;
}

/** Finds people by what the rows call them. E-mail addresses have no index: all people are walked through once. */
async function peopleOf(
  tx: Reader,
  rows: readonly EnrollmentRow[],
): Promise<(who: EnrollmentRow['who']) => PersonRecord | undefined> {
  const keys = rows.flatMap(({ who }) => ('externalId' in who ? who.externalId : []));
  const byKey = new Map<string, PersonRecord>();
  for (let at = 0; at < keys.length; at += 100) {
    const where = { externalId: keys.slice(at, at + 100) };
    const step = await tx.find(people, { where, order: '+id', limit: 100 });
    for (const person of step.items) byKey.set(person.externalId, person);
  }
  const wanted = new Set(rows.flatMap(({ who }) => ('email' in who ? who.email.toLowerCase() : [])));
  const byEmail = new Map<string, PersonRecord>();
  for (let after: string | undefined, more = wanted.size > 0; more; more = after !== undefined) {
    const step = await tx.find(people, {
      where: { status: 'active' },
      order: '+sortName',
      after,
      limit: 1000,
    });
    for (const person of step.items)
      if (person.email !== undefined && wanted.has(person.email.toLowerCase()))
        byEmail.set(person.email.toLowerCase(), person);
    after = step.next;
  }
  return (who) => ('email' in who ? byEmail.get(who.email.toLowerCase()) : byKey.get(who.externalId));
}

async function store(
  context: CommandContext,
  program: ProgramRecord,
  rows: readonly Placed[],
): Promise<void> {
  const skillIds = await topicsByName(
    context,
    rows.flatMap((row) => row.words.topics),
  );
  for (const { person, before, words } of rows) {
    const state = before && mayChange(before, program) && before.state === 'matched' ? 'matched' : 'accepted';
    // What people said about others, and why they take part, is theirs: a file cannot take it away.
    const kept = before && {
      preferences: before.preferences,
      notWith: before.notWith,
      ...(before.why !== undefined && { why: before.why }),
    };
    const said = { ...words, ...kept };
    const record = await writeEnrollment(context, program, person.id, said, skillIds, { before, state });
    await tellEnrollment(context.tx, program, record);
  }
}
