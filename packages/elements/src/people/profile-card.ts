import type { Me, Profile } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { pencil } from '../parts/icons.js';
import { lateElement } from '../parts/late-element.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { errorState, loadingState } from '../parts/states.js';
import { people } from '../strings/en/people.js';
import { between } from './between.js';
import { ThankEvent } from './events.js';
import { KeptProfile } from './kept-profile.js';
import { profileCardStyles } from './profile-card.styles.js';
import { profileFacts, profileSkills } from './profile-facts.js';
import { ProfileThanks } from './profile-thanks.js';
import { changesOf } from './profile-writing.js';

/** The place of the profile that comes. */
const shape = html`<div class="head">
    <div class="skeleton"></div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
  </div>
  <div class="skeleton"></div>
  <div class="skeleton"></div>`;

/**
 * @summary Who somebody is: what they do, where, what they can do, and what they were thanked for. One's own can be edited.
 * @event {ThankEvent} guild-thank - The viewer wants to thank the person; unless prevented, a form for it opens here.
 * @csspart header - Picture, name, and what the person does.
 * @csspart avatar - The picture.
 * @csspart name - The name.
 * @csspart text - What the person does.
 * @csspart list - Where and how to reach them.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 * @cssstate own - It is the viewer's own.
 */
export class ProfileCard extends GuildElement {
  static override readonly tag = 'profile-card';
  static override readonly uses = [PersonAvatar, ProfileThanks];
  static override styles = [hostStyles, profileCardStyles];

  readonly #profile = new Query<Profile | Me, readonly [string]>(this, {
    areas: ['people'],
    args: () => this.#wanted(),
    load: (client, [id], signal) =>
      id ? client.people.get({ id }, { signal }) : client.people.me({}, { signal }),
    onChange: (heard) =>
      'type' in heard && heard.type === 'person.changed' && !heard.ids.some((id) => this.#names(id)),
  });
  readonly #kept = new KeptProfile(this);
  readonly #editor = lateElement(
    this,
    () => this.editing,
    async () => (await import('./profile-edit.js')).ProfileEdit,
  );
  readonly #composer = lateElement(
    this,
    () => this.thanking,
    async () => (await import('../recognition/kudos-composer.js')).KudosComposer,
  );
  #clock: ReturnType<typeof setInterval> | undefined;

  @state() private editing = false;
  @state() private thanking = false;

  /** The id of the person. Default: the viewer. */
  @property({ attribute: 'person-id' }) personId: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('personId')) this.editing = this.thanking = false;
    this.setState('own', isOwn(this.#profile.data));
  }

  #wanted(): readonly [string] | undefined {
    const { me, personId } = this;
    if (!personId) return [''];
    // One's own tells more: it must be known who looks.
    return me && [personId === me.id ? '' : personId];
  }

  #names(id: string): boolean {
    const { data } = this.#profile;
    return !data || data.id === id || data.manager?.id === id;
  }

  async #edit(): Promise<void> {
    this.editing = true;
    await this.updateComplete;
    await this.#editor.reload();
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-profile-edit')?.focus();
  }

  #change(): void {
    this.#kept.keep(this.renderRoot.querySelector('guild-profile-edit')?.draft);
  }

  async #save(): Promise<void> {
    const { data } = this.#profile;
    if (!isOwn(data)) return;
    const saving = this.#kept.save(data, {
      // What is shown while the form can be seen is the own profile.
      mutate: (change) => this.#profile.mutate((shown) => (isOwn(shown) ? change(shown) : shown)),
    });
    await this.#close();
    if (await saving) {
      this.announce(this.strings(people).profileSaved);
      // The name may be shown elsewhere on the page.
      void this.hall?.greet();
    } else await this.#edit();
  }

  #cancel(): void {
    this.#kept.keep();
    void this.#close();
  }

  async #close(): Promise<void> {
    this.editing = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.actions .button')?.focus();
  }

  async #thank({ id, name, title }: Profile): Promise<void> {
    const person = { id, name, ...(title !== undefined && { title }) };
    if (!this.fire(new ThankEvent(person))) return;
    this.thanking = true;
    await this.updateComplete;
    await this.#composer.reload();
    await this.updateComplete;
    const composer = this.renderRoot.querySelector('kudos-composer');
    await composer?.updateComplete;
    composer?.focus();
  }

  #header({ id, name, pronouns, title, department, active }: Profile): TemplateResult {
    const { departed } = this.strings(people);
    const does = [title, department].flatMap((each) => (each ? [html`<bdi>${each}</bdi>`] : []));
    return html`<header part="header">
      <guild-avatar part="avatar" .person=${{ id, name }}></guild-avatar>
      <div>
        <h2 class="title">
          <bdi part="name">${name}</bdi>
          ${pronouns ? html`<span class="quiet"><bdi>${pronouns}</bdi></span>` : nothing}
        </h2>
        ${does.length ? html`<p class="quiet" part="text">${between(does, '\u00a0· ')}</p>` : nothing}
        ${active ? nothing : html`<p class="quiet" part="text">${departed}</p>`}
      </div>
    </header>`;
  }

  #ownActions(me: Me): TemplateResult {
    const { discard, draftKept, profileEdit, resume } = this.strings(people);
    const begun = !this.#kept.pending && Object.keys(changesOf(me, this.#kept.draft)).length > 0;
    return html`${begun ? html`<p class="quiet">${draftKept}</p>` : nothing}
      <div class="actions" part="actions">
        <button class="button" part="button" @click=${this.#edit}>
          ${pencil}${begun ? resume : profileEdit}
        </button>
        ${
          begun
            ? html`<button class="button quiet" part="button" @click=${this.#cancel}>${discard}</button>`
            : nothing
        }
      </div>`;
  }

  #actions(profile: Profile | Me): unknown {
    if (isOwn(profile)) return this.#ownActions(profile);
    if (!profile.active) return nothing;
    if (this.thanking) {
      return this.#composer.render({
        data: () => html`<kudos-composer open .receiver=${profile.id}></kudos-composer>`,
      });
    }
    return html`<div class="actions" part="actions">
      <button class="button primary" part="button" @click=${() => this.#thank(profile)}>
        <span>${this.strings(people).thank(profile.name)}</span>
      </button>
    </div>`;
  }

  #card(profile: Profile | Me): unknown {
    const strings = this.strings(people);
    if (this.editing && isOwn(profile)) {
      return this.#editor.render({
        data: () =>
          html`<guild-profile-edit
            .saved=${profile}
            .draft=${this.#kept.draft}
            .failure=${this.#kept.failure}
            @guild-change=${this.#change}
            @guild-save=${this.#save}
            @guild-close=${this.#cancel}
          ></guild-profile-edit>`,
      });
    }
    return html`<div class="card">
      ${this.#header(profile)} ${this.#actions(profile)}
      ${profileFacts(profile, { strings, formats: this.formats, locale: this.locale })}
      ${profileSkills(profile.skills, strings)}
      <guild-profile-thanks .receiver=${profile.id}></guild-profile-thanks>
    </div>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    return this.#profile.render({
      loading: () => loadingState(this.locale, shape),
      error: (failure, retry) => {
        // The reason is worded for those who choose people; here there was nothing to choose.
        const { code } = failure;
        return errorState(code === 'not_found' ? { code, reason: code } : failure, this.locale, retry);
      },
      data: (profile) => this.#card(profile),
    });
  }
}

function isOwn(profile: Profile | Me | undefined): profile is Me {
  return profile !== undefined && 'visibility' in profile;
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-card': ProfileCard;
  }
}
