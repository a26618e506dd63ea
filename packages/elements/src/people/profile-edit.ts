import type { Me } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { LanguagesEdit } from './languages-edit.js';
import { profileEditStyles } from './profile-edit.styles.js';
import { profilePreview } from './profile-preview.js';
import {
  placesOf,
  problemsOf,
  writingOf,
  type PersonalField,
  type Place,
  type ProfileDraft,
  type ProfileWriting,
} from './profile-writing.js';
import { SkillsEdit } from './skills-edit.js';

/** The fields of one line. */
type Line = 'preferredName' | 'pronouns' | 'location' | 'timeZone';

/**
 * @summary The fields of the own profile and who sees them. The card around it keeps what is changed and saves it.
 * @event guild-change - The viewer has changed `draft`.
 * @event guild-save - The viewer wants to save, and nothing is wrong that can be known here.
 * @event guild-close - The viewer wants no changes.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class ProfileEdit extends GuildElement {
  static override readonly tag = 'guild-profile-edit';
  static override readonly uses = [LanguagesEdit, SkillsEdit];
  static override styles = [hostStyles, profileEditStyles];

  @state() private problems: Partial<Record<Place, string>> = {};

  /** The profile as it is saved. */
  @property({ attribute: false }) saved: Me | undefined;
  /** What is changed in it. */
  @property({ attribute: false }) draft: ProfileDraft = {};
  /** Why the server has refused it. */
  @property({ attribute: false }) failure: Failure | undefined;

  /** Goes to what is wrong, else to the first field. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong = 'preferredName'] = Object.keys(this.problems);
    const control = this.renderRoot.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(
      `#${wrong}`,
    );
    await control?.updateComplete;
    control?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { failure } = this;
    if (!changed.has('failure') || !failure) return;
    const text = errorText(failure, this.locale);
    this.problems = Object.fromEntries(placesOf(failure).map((place) => [place, text]));
  }

  #edit(change: ProfileDraft): void {
    this.draft = { ...this.draft, ...change };
    const { save: _said, ...problems } = this.problems;
    for (const name of Object.keys(change)) Reflect.deleteProperty(problems, name);
    this.problems = problems;
    this.fire(new Event('guild-change'));
  }

  #input({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.#edit({ [target.name]: target.value });
  }

  #see({ target }: Event): void {
    const before = this.draft.visibility ?? this.saved?.visibility;
    // The names and values are given below.
    if (before && target instanceof HTMLSelectElement) {
      this.#edit({ visibility: { ...before, [target.name]: target.value } });
    }
  }

  #choose({ currentTarget }: Event): void {
    if (currentTarget instanceof LanguagesEdit) this.#edit({ languages: currentTarget.value });
    if (currentTarget instanceof SkillsEdit) this.#edit({ skills: currentTarget.value });
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) this.#save();
  }

  #save(): void {
    const skills = this.renderRoot.querySelector('guild-skills-edit');
    if (skills && !skills.settle()) return skills.focus();
    this.problems = problemsOf(this.draft, this.strings(people));
    if (Object.keys(this.problems).length) void this.focus();
    else this.fire(new Event('guild-save'));
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  #note(name: Place, help = ''): unknown {
    const problem = this.problems[name];
    if (problem) return html`<p class="error" part="error" id="${name}-note" role="alert">${problem}</p>`;
    return help ? html`<p class="help" id="${name}-note">${help}</p>` : nothing;
  }

  #seers(field: PersonalField, label: string, { visibility }: ProfileWriting): TemplateResult {
    const { visibilityOf, visibleEveryone, visibleMe, visibleTeam } = this.strings(people);
    const choices = { everyone: visibleEveryone, team: visibleTeam, me: visibleMe };
    return html`<select class="who" name=${field} aria-label=${visibilityOf(label)} @change=${this.#see}>
      ${Object.entries(choices).map(
        ([value, text]) =>
          html`<option value=${value} ?selected=${visibility[field] === value}>${text}</option>`,
      )}
    </select>`;
  }

  #line(name: Line, label: string, writing: ProfileWriting, help?: string): TemplateResult {
    const isNoted = this.problems[name] ?? help;
    return html`<div class="field" part="field">
      <div class="head">
        <label for=${name}>${label}</label>
        ${name === 'preferredName' ? nothing : this.#seers(name, label, writing)}
      </div>
      <input
        class="input"
        id=${name}
        name=${name}
        dir="auto"
        autocomplete="off"
        list=${name === 'timeZone' ? 'zones' : nothing}
        placeholder=${name === 'timeZone' ? this.strings(people).timeZoneHelp : nothing}
        .value=${writing[name]}
        aria-invalid=${this.problems[name] ? 'true' : nothing}
        aria-describedby=${isNoted ? `${name}-note` : nothing}
        @input=${this.#input}
      />
      ${this.#note(name, help)}
    </div>`;
  }

  /** A part of the profile that is more than a line, under its name. */
  #part(field: PersonalField, label: string, writing: ProfileWriting, control: unknown): TemplateResult {
    return html`<div class="field" part="field" role="group" aria-labelledby="${field}-label">
      <div class="head"><span id="${field}-label">${label}</span>${this.#seers(field, label, writing)}</div>
      ${control}
    </div>`;
  }

  #fields(writing: ProfileWriting, email: string | undefined): TemplateResult {
    const strings = this.strings(people);
    const languages = html`<guild-languages-edit
      id="languages"
      .value=${writing.languages}
      .error=${this.problems.languages ?? ''}
      @guild-change=${this.#choose}
    ></guild-languages-edit>`;
    const skills = html`<guild-skills-edit
      id="skills"
      .value=${writing.skills}
      .error=${this.problems.skills ?? ''}
      @guild-change=${this.#choose}
    ></guild-skills-edit>`;
    const mail = html`<p class="fixed"><bdi>${email}</bdi></p>
      <p class="help">${strings.fromDirectory}</p>`;
    return html`${this.#line('preferredName', strings.preferredName, writing, strings.preferredNameHelp)}
    ${this.#line('pronouns', strings.pronouns, writing)} ${this.#line('location', strings.location, writing)}
    ${this.#line('timeZone', strings.timeZone, writing)} ${zones}
    ${email ? this.#part('email', strings.email, writing, mail) : nothing}
    ${this.#part('languages', strings.languages, writing, languages)}
    ${this.#part('skills', strings.skills, writing, skills)}`;
  }

  protected override view(): unknown {
    const { saved } = this;
    if (!saved) return nothing;
    const strings = this.strings(people);
    const { cancel, save } = this.strings(common);
    const writing = { ...writingOf(saved), ...this.draft };
    return html`<div class="form" role="group" aria-label=${strings.profileEdit} @keydown=${this.#key}>
      ${this.#fields(writing, saved.email)}
      ${profilePreview(writing, saved.email, strings, this.formats, this.locale)} ${this.#note('save')}
      <div class="actions" part="actions">
        <button class="button primary" part="button" id="save" @click=${this.#save}>${save}</button>
        <button class="button quiet" part="button" @click=${this.#close}>${cancel}</button>
      </div>
    </div>`;
  }
}

/** All time zones that the browser knows: made once, since there are hundreds. */
const zones = html`<datalist id="zones">
  ${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}
</datalist>`;

declare global {
  interface HTMLElementTagNameMap {
    'guild-profile-edit': ProfileEdit;
  }
}
