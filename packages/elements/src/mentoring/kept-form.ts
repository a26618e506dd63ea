import type { ReactiveController } from 'lit';
import { Drafts } from '../internal/drafts.js';
import type { GuildElement } from '../internal/guild-element.js';

/** What a form begins with, and what tells its draft from those of others. */
export interface KeptFormOptions<T extends object> {
  /** The name of the draft, such as `reflection 42`. Undefined: it is not known yet, and nothing is kept. */
  name: () => string | undefined;
  /** The form as it begins: texts, numbers, booleans and lists, each field present. */
  blank: () => T;
}

/** A form whose changes are kept in this browser for its viewer, until they are sent or dropped. */
export class KeptForm<T extends object> implements ReactiveController {
  readonly #host: GuildElement;
  readonly #options: KeptFormOptions<T>;
  #changes: Partial<T> = {};
  #name: string | undefined;
  #viewer: string | undefined;

  constructor(host: GuildElement, options: KeptFormOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The form as it is written now. What was not touched follows what it begins with. */
  get value(): T {
    return { ...this.#options.blank(), ...this.#changes };
  }

  /** Whether anything is written that it did not begin with. */
  get begun(): boolean {
    return JSON.stringify(this.value) !== JSON.stringify(this.#options.blank());
  }

  /** Changes some fields, and keeps them. */
  edit(change: Partial<T>): void {
    this.#changes = { ...this.#changes, ...change };
    this.#write(this.begun ? this.#changes : undefined);
  }

  /** Takes what somebody has typed into a field that has the name of one of the form's. */
  input({ target }: Event): void {
    const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (!isText && !(target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    if (!Object.hasOwn(this.#options.blank(), name)) return;
    const isBox = target instanceof HTMLInputElement && target.type === 'checkbox';
    // The name is one of the form's; the types of its controls are those of its fields.
    this.edit({ [name]: isBox ? target.checked : value } as Partial<T>);
  }

  /** Forgets what was written. */
  drop(): void {
    this.#changes = {};
    this.#write(undefined);
  }

  hostUpdate(): void {
    const viewer = this.#host.me?.id;
    const name = this.#options.name();
    if (viewer === this.#viewer && name === this.#name) return;
    // What was typed before the viewer was known is theirs.
    const early = name === this.#name && !this.#viewer ? this.#changes : {};
    [this.#viewer, this.#name] = [viewer, name];
    this.#changes = { ...((viewer && this.#drafts?.read(viewer)) || {}), ...early };
  }

  get #drafts(): Drafts<Partial<T>> | undefined {
    return this.#name === undefined ? undefined : new Drafts(this.#name, (kept) => this.#isDraft(kept));
  }

  #isDraft(value: unknown): value is Partial<T> {
    if (typeof value !== 'object' || value === null) return false;
    const blank = new Map<string, unknown>(Object.entries(this.#options.blank()));
    return Object.entries(value).every(
      ([name, kept]) =>
        blank.has(name) &&
        typeof kept === typeof blank.get(name) &&
        Array.isArray(kept) === Array.isArray(blank.get(name)),
    );
  }

  #write(changes: Partial<T> | undefined): void {
    if (this.#viewer) this.#drafts?.write(this.#viewer, changes);
    this.#host.requestUpdate();
  }
}
