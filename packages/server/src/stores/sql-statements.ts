import { combinations, type Key, type Plan } from '@guildhall/core/store';
import { EVENTS, META } from './sql.js';
import { orderOf, quote, type Dialect } from './sql-dialect.js';
import type { KeyLayout, Layout } from './sql-layout.js';

/** The texts of the statements on one collection, built once. */
export class Statements {
  readonly layout: Layout;
  readonly get: string;
  readonly many: string;
  readonly batch: string;
  readonly insert: string;
  /** Takes a list of ids and bodies; gives a row for each record that was not taken. */
  readonly insertAll: string;
  readonly update: string;
  readonly remove: string;
  /** For each unique key: finds another record that has it. Takes the key's values, then the own id. */
  readonly taken: readonly (KeyLayout & { text: string })[];
  /** Whether replacing a record needs to know what it was. */
  readonly needsOld: boolean;
  readonly #dialect: Dialect;
  readonly #finds = new Map<string, string>();

  constructor(dialect: Dialect, layout: Layout) {
    const table = dialect.table(layout.table);
    this.layout = layout;
    this.#dialect = dialect;
    this.get = `SELECT "body" FROM ${table} WHERE "id" = $1`;
    this.many = `SELECT "id", "body" FROM ${table} WHERE "id" IN (SELECT r.value ->> 0 FROM ${dialect.each('$1')})`;
    this.batch = `SELECT "id", "body" FROM ${table} WHERE "id" > $1 ORDER BY "id" LIMIT $2`;
    this.insert = `INSERT INTO ${table} ("id", "body") VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING "id"`;
    this.insertAll =
      `INSERT INTO ${table} ("id", "body") SELECT r.value ->> 0, ${dialect.body('r.value ->> 1')} ` +
      `FROM ${dialect.each('$1')} WHERE true ON CONFLICT DO NOTHING RETURNING 1 AS "one"`;
    this.update = `UPDATE ${table} SET "body" = $2 WHERE "id" = $1 RETURNING "id"`;
    this.remove = `DELETE FROM ${table} WHERE "id" = $1`;
    this.needsOld = layout.uniques.length > 0 || layout.search !== undefined;
    this.taken = layout.uniques.map((key) => ({ ...key, text: takenText(table, key) }));
  }

  /** One ordered stream of a `find`. Takes what `streams` gives. */
  find(plan: Plan): string {
    const { index, direction, range, after } = plan;
    const bounds = [range?.from, range?.before, after]
      .map((bound) => (bound === undefined ? '-' : '+'))
      .join('');
    const shape = `${direction}${bounds}${index.join(' ')}`;
    const text = this.#finds.get(shape) ?? this.#findText(plan);
    this.#finds.set(shape, text);
    return text;
  }

  /** The values for each stream of a `find`; one record more than the page tells whether there is a next. */
  streams({ equals, order, range, after, limit }: Plan): Key[][] {
    const bounds = [range?.from, range?.before, after?.value].filter((bound) => bound !== undefined);
    const tie = after && order !== 'id' ? [after.id] : [];
    return combinations(equals.map(([, values]) => values)).map((keys) => [
      ...keys,
      ...bounds,
      ...tie,
      limit + 1,
    ]);
  }

  #findText({ index, order, direction, range, after }: Plan): string {
    const { from, column, label } = this.#path(index);
    let count = 0;
    const next = (): string => `$${(count += 1)}`;
    const where = index.slice(0, -1).map((field) => `${quote(field)} = ${next()}`);
    // Says what the index says, so that the planner sees that the index holds all there is to find.
    if (order !== 'id') where.push(`${column} IS NOT NULL`);
    where.push(...label);
    if (range?.from !== undefined) where.push(`${column} >= ${next()}`);
    if (range?.before !== undefined) where.push(`${column} < ${next()}`);
    const beyond = direction === 1 ? '>' : '<';
    if (after && order === 'id') where.push(`${column} ${beyond} ${next()}`);
    if (after && order !== 'id') where.push(`(${column}, "id") ${beyond} (${next()}, ${next()})`);
    const way = direction === 1 ? 'ASC' : 'DESC';
    const ordered = order === 'id' ? `${column} ${way}` : `${column} ${way}, "id" ${way}`;
    const condition = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
    return `${from}${condition} ORDER BY ${ordered} LIMIT ${next()}`;
  }

  /** Where a find reads: from what, by which column in order, and what makes the planner take this very index. */
  #path(fields: readonly string[]): { from: string; column: string; label: readonly string[] } {
    const { table, sides, indexes } = this.layout;
    const isAsked = (key: KeyLayout): boolean => key.fields.join() === fields.join();
    const column = quote(fields.at(-1) ?? 'id');
    const side = sides.find(isAsked);
    if (side) {
      // A subquery, not a join: it leaves the planner no choice but to walk the side table in its order.
      const body = `(SELECT t."body" FROM ${this.#dialect.table(table)} AS t WHERE t."id" = s."id")`;
      return {
        from: `SELECT ${body} AS "body" FROM ${this.#dialect.table(side.name)} AS s`,
        column,
        label: [],
      };
    }
    const index = indexes.find(isAsked);
    if (!index) return { from: `SELECT "body" FROM ${this.#dialect.table(table)}`, column, label: [] };
    const from = `SELECT "body" FROM ${this.#dialect.tableBy(table, index.name)}`;
    return { from, column: orderOf(this.#dialect, fields), label: this.#dialect.label(index.name) };
  }
}

function takenText(table: string, { fields }: KeyLayout): string {
  const same = fields.map((field, at) => `${quote(field)} = $${at + 1}`).join(' AND ');
  return `SELECT "id" FROM ${table} WHERE ${same} AND "id" <> $${fields.length + 1} LIMIT 1`;
}

/** The texts of search in one collection. */
export function searchTexts(dialect: Dialect, search: { words: string; deletions: string }) {
  const words = dialect.table(search.words);
  const deletions = dialect.table(search.deletions);
  const given = dialect.each('$2');
  const all = dialect.each('$1');
  const [word, key, field] = ['r.value ->> 0', 'r.value ->> 1', 'r.value ->> 2'];
  return {
    prefix: `SELECT "id", "word", "field" FROM ${words} WHERE "word" >= $1 AND "word" < $2`,
    typo: `SELECT "id", "word", "field" FROM ${deletions} WHERE "deletion" IN (SELECT r.value ->> 0 FROM ${dialect.each('$1')})`,
    addWords: `INSERT INTO ${words} ("id", "word", "field") SELECT CAST($1 AS TEXT), ${word}, CAST(${key} AS INTEGER) FROM ${given}`,
    addDeletions: `INSERT INTO ${deletions} ("id", "word", "deletion", "field") SELECT CAST($1 AS TEXT), ${word}, ${key}, CAST(${field} AS INTEGER) FROM ${given}`,
    // In the order of the key, so that neighbors are written together.
    addAllWords: `INSERT INTO ${words} ("id", "word", "field") SELECT ${word}, ${key}, CAST(${field} AS INTEGER) FROM ${all} ORDER BY 2, 1`,
    addAllDeletions: `INSERT INTO ${deletions} ("id", "word", "deletion", "field") SELECT ${word}, ${key}, ${field}, CAST(r.value ->> 3 AS INTEGER) FROM ${all} ORDER BY 3, 2, 1`,
    removeWords: `DELETE FROM ${words} WHERE "id" = $1 AND "word" IN (SELECT ${word} FROM ${given})`,
    removeDeletions: `DELETE FROM ${deletions} WHERE "id" = $1 AND ("word", "deletion") IN (SELECT ${word}, ${key} FROM ${given})`,
    clear: [`DELETE FROM ${words}`, `DELETE FROM ${deletions}`],
  };
}

/** The texts on the store's own tables. */
export function baseTexts(dialect: Dialect) {
  const meta = dialect.table(META);
  const events = dialect.table(EVENTS);
  return {
    tell: `INSERT INTO ${events} ("event", "at") VALUES ($1, $2)`,
    marker: `SELECT "value" FROM ${meta} WHERE "key" = $1`,
    setMarker: `INSERT INTO ${meta} ("key", "value") VALUES ($1, $2) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"`,
  };
}
