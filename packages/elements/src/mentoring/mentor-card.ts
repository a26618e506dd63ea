import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { rowSkeletonStyles } from '../parts/row-skeleton.js';
import { errorState, loadingState } from '../parts/states.js';
import { between } from '../people/between.js';
import { finder } from '../strings/en/finder.js';
import { people } from '../strings/en/people.js';
import { callName } from './call-name.js';
import type { Mentor } from './find-mentors.js';
import { mentorCardStyles } from './mentor-card.styles.js';
import { MentorAskEvent } from './mentor-events.js';
import { mentorWhy } from './mentor-why.js';

/** The place of a mentor who comes. */
const shape = html`<div class="shape">
  <div class="skeleton"></div>
  <div class="skeleton"></div>
  <div class="skeleton"></div>
</div>`;

/**
 * @summary One mentor: who it is, why they fit, how many places are left; and the way to ask.
 * @slot actions - What else can be done, beside the button.
 * @event {MentorAskEvent} guild-mentor-ask - The viewer wants to ask the mentor; unless prevented, the form opens here.
 * @event guild-close - The profile or the form that lay over the page has been closed.
 * @event {RequestSentEvent} guild-request-sent - The viewer has asked; `request` says what.
 * @csspart avatar - The picture.
 * @csspart name - The name, which opens the profile.
 * @csspart text - What the mentor does, and how many places are left.
 * @csspart list - Why the mentor fits.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class MentorCard extends GuildElement {
  static override readonly tag = 'mentor-card';
  static override readonly uses = [ModalDialog, PersonAvatar];
  static override styles = [hostStyles, rowSkeletonStyles, mentorCardStyles];

  readonly #own = new Query(this, {
    areas: ['mentoring', 'people'],
    keep: true,
    args: () => (this.mentor || !this.personId ? undefined : ([this.personId] as const)),
    load: (client, [personId], signal) => client.mentoring.mentor({ personId }, { signal }),
  });
  readonly #profile = lateElement(
    this,
    () => this.opened === 'profile',
    async () => (await import('../people/profile-card.js')).ProfileCard,
  );
  readonly #form = lateElement(
    this,
    () => this.opened === 'ask',
    async () => (await import('./mentorship-request.js')).MentorshipRequest,
  );

  @state() private opened: 'profile' | 'ask' | undefined;

  /** The mentor to show, as the finder has it. Without it, the one that `person-id` names is loaded. */
  @property({ attribute: false }) mentor: Mentor | undefined;
  /** The id of the person to load. */
  @property({ attribute: 'person-id' }) personId: string | undefined;
  /** The id of the skill that it is about: said first, and filled in when the viewer asks. */
  @property() skill: string | undefined;
  /** Only the lines that matter most, for a narrow place on a page. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Whether the profile or the form lies over the page. */
  get isOpen(): boolean {
    return this.opened !== undefined;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.name')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('personId')) this.opened = undefined;
  }

  async #open(what: 'profile' | 'ask'): Promise<void> {
    this.opened = what;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
    if (what !== 'ask') return;
    await this.#form.reload();
    await this.updateComplete;
    await this.renderRoot.querySelector('mentorship-request')?.focus();
  }

  #ask(mentor: Mentor): void {
    if (this.fire(new MentorAskEvent(mentor))) void this.#open('ask');
  }

  #closed(): void {
    this.opened = undefined;
    this.fire(new Event('guild-close'));
  }

  #close(): void {
    this.renderRoot.querySelector('guild-dialog')?.close();
  }

  #actions(mentor: Mentor): unknown {
    const strings = this.strings(finder);
    if (mentor.requestId) {
      return html`<p class="quiet small asked" part="text"><bdi>${strings.asked}</bdi></p>`;
    }
    if (mentor.left < 1) return nothing;
    const { name } = mentor.person;
    return html`<button
      class="ask"
      part="button"
      aria-haspopup="dialog"
      aria-label=${fill(strings.ask, { name }).join('')}
      @click=${() => this.#ask(mentor)}
    >
      <bdi>${fill(strings.ask, { name: html`<bdi>${callName(name)}</bdi>` })}</bdi>
    </button>`;
  }

  #card(mentor: Mentor): TemplateResult {
    const strings = this.strings(finder);
    const { person, department, about, left } = mentor;
    const does = [person.title, department].flatMap((each) => (each ? [html`<bdi>${each}</bdi>`] : []));
    const places = html`<span class="places"
      >${left > 0 ? strings.placesLeft(left) : strings.noPlaces}</span
    >`;
    const why = mentorWhy(mentor, { strings, locale: this.locale, skill: this.skill });
    return html`<div class="card">
      <guild-avatar part="avatar" .person=${person}></guild-avatar>
      <div>
        <button class="name" part="name" aria-haspopup="dialog" @click=${() => this.#open('profile')}>
          <bdi>${person.name}</bdi>
        </button>
        <p class="quiet small" part="text"><bdi>${between([...does, places], '\u00a0· ')}</bdi></p>
        ${why.length ? html`<p class="why small" part="list"><bdi>${between(why, '\u00a0· ')}</bdi></p>` : nothing}
        ${about && !this.compact ? html`<p class="about" dir="auto" part="text">${about}</p>` : nothing}
        <div class="actions" part="actions">${this.#actions(mentor)}<slot name="actions"></slot></div>
      </div>
    </div>`;
  }

  #dialog(mentor: Mentor): TemplateResult {
    const { opened } = this;
    const { person } = mentor;
    const label =
      opened === 'profile' ? this.strings(people).profileLabel(person.name) : this.#askLabel(person);
    return html`<guild-dialog .label=${opened ? label : ''} @close=${this.#closed}>
      ${
        opened === 'profile'
          ? this.#profile.render({ data: () => html`<profile-card person-id=${person.id}></profile-card>` })
          : nothing
      }
      ${
        opened === 'ask'
          ? this.#form.render({
              data: () =>
                html`<mentorship-request
                  .mentor=${mentor}
                  skill=${this.skill ?? nothing}
                  @guild-close=${this.#close}
                ></mentorship-request>`,
            })
          : nothing
      }
    </guild-dialog>`;
  }

  #askLabel({ name }: Mentor['person']): string {
    return fill(this.strings(finder).askTitle, { name }).join('');
  }

  #whole(mentor: Mentor): TemplateResult {
    return html`${this.#card(mentor)}${this.#dialog(mentor)}`;
  }

  protected override view(): unknown {
    if (this.mentor) return this.#whole(this.mentor);
    if (!this.personId) return nothing;
    return this.#own.render({
      loading: () => loadingState(this.locale, shape),
      error: (failure, retry) =>
        failure.code === 'not_found'
          ? html`<p class="quiet" part="error">${this.strings(finder).mentorGone}</p>`
          : errorState(failure, this.locale, retry),
      data: (mentor) => this.#whole(mentor),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mentor-card': MentorCard;
  }
}
