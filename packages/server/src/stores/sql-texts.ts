import type { AnyCollection } from '@guildhall/core/store';
import { baseTexts, searchTexts, Statements } from './sql-statements.js';
import type { Dialect } from './sql-dialect.js';
import type { Layout } from './sql-layout.js';

/** Every statement of one store, each text built once. */
export class Texts {
  readonly base: ReturnType<typeof baseTexts>;
  readonly #statements: ReadonlyMap<string, Statements>;
  readonly #searches: ReadonlyMap<string, ReturnType<typeof searchTexts>>;

  constructor(dialect: Dialect, layouts: readonly Layout[]) {
    this.base = baseTexts(dialect);
    this.#statements = new Map(layouts.map((layout) => [layout.table, new Statements(dialect, layout)]));
    this.#searches = new Map(
      layouts.flatMap(({ table, search }) =>
        search ? [[table, searchTexts(dialect, search)] as const] : [],
      ),
    );
  }

  of({ name }: AnyCollection): Statements {
    const statements = this.#statements.get(name);
    if (statements) return statements;
    throw new Error(`The store was made without the collection ${name}: add it to its \`collections\`.`);
  }

  searchOf({ name }: AnyCollection): ReturnType<typeof searchTexts> {
    const texts = this.#searches.get(name);
    if (texts) return texts;
    throw new Error(`${name} has no search fields: declare them in its collection.`);
  }
}
