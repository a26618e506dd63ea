import type { CommandContext } from '../operation.js';
import type { Reader } from '../store/store.js';
import {
  LEVELS,
  skills,
  units,
  type PersonRecord,
  type SkillDraft,
  type SkillRecord,
  type UnitRecord,
} from './model.js';
import { keyOf, sortNameOf } from './rules.js';

/** The names that a directory or a person writes and that stand for records of their own. */
export interface CatalogNames {
  departments: readonly string[];
  teams: readonly string[];
  skills: readonly string[];
}

/** What makes writes that may add to the catalog wait for each other, so that none is refused as a double. */
export const CATALOG_WRITES = 'people.catalog';

/** How many keys one `find` looks up. */
const STEP = 100;

/**
 * Departments, teams and skills by name. A name that is not known yet becomes a new record, which is only
 * stored by `save`, so that a plan can be thrown away.
 */
export class Catalog {
  /** The names of units and skills by id, as far as they were read. */
  readonly names = new Map<string, string>();
  readonly #units = new Map<string, UnitRecord>();
  readonly #skills = new Map<string, SkillRecord>();
  readonly #newUnits: UnitRecord[] = [];
  /** Skills to be stored, by id; those in `#stored` are there already. */
  readonly #changed = new Map<string, SkillRecord>();
  readonly #stored = new Set<string>();
  readonly #newId: () => string;

  private constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Reads the records that the names stand for. */
  static async read(tx: Reader, sought: CatalogNames, newId: () => string): Promise<Catalog> {
    const catalog = new Catalog(newId);
    const unitKeys = [
      ...sought.departments.map((name) => unitKey('department', name)),
      ...sought.teams.map((name) => unitKey('team', name)),
    ];
    for (const key of inParts([...new Set(unitKeys)])) {
      const found = await tx.find(units, { where: { key }, order: '+id', limit: STEP });
      for (const unit of found.items) catalog.#keep(catalog.#units, unit);
    }
    for (const key of inParts([...new Set(sought.skills.map(keyOf))])) {
      const found = await tx.find(skills, { where: { key }, order: '+id', limit: STEP });
      for (const skill of found.items) catalog.#know(skill);
    }
    return catalog;
  }

  /** Reads the names of all units and skills that these people have. */
  async learn(tx: Reader, people: readonly PersonRecord[]): Promise<void> {
    const unitIds = people.flatMap((person) => [person.departmentId ?? [], person.teamIds].flat());
    const skillIds = people.flatMap((person) => person.skills.map((skill) => skill.skillId));
    for (const unit of await tx.getMany(units, [...new Set(unitIds)])) this.names.set(unit.id, unit.name);
    for (const skill of await tx.getMany(skills, [...new Set(skillIds)]))
      this.names.set(skill.id, skill.name);
  }

  /** The id of a department or team. */
  unit(kind: UnitRecord['kind'], name: string): string {
    const key = unitKey(kind, name);
    const known = this.#units.get(key);
    if (known) return known.id;
    const unit = { id: this.#newId(), kind, name, key, sortName: sortNameOf(name) };
    this.#newUnits.push(unit);
    return this.#keep(this.#units, unit);
  }

  /**
   * A person's skills as stored; one that is named twice counts as what is better of both. `open`: everyone may
   * see them, so that the catalog lists them.
   */
  skills(drafts: readonly SkillDraft[], open: boolean): PersonRecord['skills'] {
    const found = new Map<string, PersonRecord['skills'][number]>();
    for (const { skill, level, wantsToLearn = false, canHelp = false, evidenceConsent = false } of drafts) {
      const skillId = this.#skill(skill, open);
      const before = found.get(skillId);
      found.set(skillId, {
        skillId,
        level: before && LEVELS.indexOf(before.level) > LEVELS.indexOf(level) ? before.level : level,
        wantsToLearn: wantsToLearn || (before?.wantsToLearn ?? false),
        canHelp: canHelp || (before?.canHelp ?? false),
        ...((evidenceConsent || before?.evidenceConsent) && { evidenceConsent: true }),
      });
    }
    return [...found.values()];
  }

  /** Stores the new records, and tells of them. */
  async save(tx: CommandContext['tx']): Promise<void> {
    await tx.insertAll(units, this.#newUnits);
    const changed = [...this.#changed.values()];
    await tx.insertAll(
      skills,
      changed.filter(({ id }) => !this.#stored.has(id)),
    );
    for (const skill of changed) if (this.#stored.has(skill.id)) await tx.replace(skills, skill);
    const grown = [...this.#changed.values()].filter((skill) => skill.listed !== undefined);
    const ids = [...this.#newUnits, ...grown].map((record) => record.id);
    for (const part of inParts(ids))
      await tx.tell({ type: 'catalog.grown', ids: part, audience: 'everyone' });
  }

  /** Lists these skills too: from now on everyone may see who has them. */
  async open(tx: Reader, skillIds: readonly string[]): Promise<void> {
    for (const skill of await tx.getMany(skills, skillIds)) {
      this.#know(skill);
      this.#skill(skill.name, true);
    }
  }

  #skill(name: string, open: boolean): string {
    const key = keyOf(name);
    const known = this.#skills.get(key);
    if (known && (!open || known.listed !== undefined)) return known.id;
    // Whoever names it for all to see writes it as it will be read.
    const skill = { id: known?.id ?? this.#newId(), name, key, ...(open && { listed: key }) };
    this.#changed.set(skill.id, skill);
    return this.#keep(this.#skills, skill);
  }

  #know(skill: SkillRecord): void {
    this.#stored.add(skill.id);
    this.#keep(this.#skills, skill);
  }

  #keep<T extends UnitRecord | SkillRecord>(records: Map<string, T>, record: T): string {
    records.set(record.key, record);
    this.names.set(record.id, record.name);
    return record.id;
  }
}

function unitKey(kind: UnitRecord['kind'], name: string): string {
  return `${kind}:${keyOf(name)}`;
}

function inParts(items: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < items.length; at += STEP) parts.push(items.slice(at, at + STEP));
  return parts;
}
