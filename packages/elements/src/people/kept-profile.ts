import type { Me } from '@guildhall/core';
import type { ReactiveController } from 'lit';
import { Command } from '../internal/command.js';
import { Drafts } from '../internal/drafts.js';
import type { Failure } from '../internal/failure.js';
import type { GuildElement } from '../internal/guild-element.js';
import { applied, changesOf, isProfileDraft, type Changes, type ProfileDraft } from './profile-writing.js';

/** The own profile as it is shown, which saving changes before the server has agreed. */
export interface ShownProfile {
  mutate(change: (shown: Me) => Me): () => void;
}

/** The changes to the own profile: kept in the browser while they are made, and saved in one go. */
export class KeptProfile implements ReactiveController {
  /** What has been changed and is not saved. */
  draft: ProfileDraft = {};

  readonly #host: GuildElement;
  readonly #drafts = new Drafts('profile', isProfileDraft);
  readonly #profile: Command<NonNullable<Changes['profile']>, Me>;
  readonly #skills: Command<NonNullable<Changes['skills']>, Me>;
  #viewer: string | undefined;

  constructor(host: GuildElement) {
    this.#host = host;
    this.#profile = new Command(host, (client, input, options) =>
      client.people.updateProfile(input, options),
    );
    this.#skills = new Command(host, (client, skills, options) =>
      client.people.setSkills({ skills }, options),
    );
    host.addController(this);
  }

  /** Why the last saving failed. */
  get failure(): Failure | undefined {
    return this.#profile.error ?? this.#skills.error;
  }

  /** Whether an answer is awaited. */
  get pending(): boolean {
    return this.#profile.pending || this.#skills.pending;
  }

  hostUpdate(): void {
    const viewer = this.#host.me?.id;
    if (viewer === this.#viewer) return;
    this.#viewer = viewer;
    this.draft = (viewer && this.#drafts.read(viewer)) || {};
  }

  /** Keeps the draft in place of the one before; without an argument all changes are dropped. */
  keep(draft: ProfileDraft = {}): void {
    this.draft = draft;
    this.#profile.reset();
    this.#skills.reset();
    if (this.#viewer) this.#drafts.write(this.#viewer, Object.keys(draft).length ? draft : undefined);
  }

  /**
   * Saves the draft, and shows it at once. Resolves with the profile as it is then; when that fails, with undefined,
   * and what was saved of it stays.
   */
  async save(me: Me, shown: ShownProfile): Promise<Me | undefined> {
    const { draft } = this;
    const { profile, skills } = changesOf(me, draft);
    const undo = shown.mutate((now) => applied(now, draft));
    const first = profile ? await this.#profile.run(profile) : me;
    const saved = first && skills ? await this.#skills.run(skills) : first;
    if (saved) this.keep();
    undo();
    const known = saved ?? first;
    if (known) shown.mutate(() => known);
    return saved;
  }
}
