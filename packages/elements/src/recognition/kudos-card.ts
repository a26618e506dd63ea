import type { Kudos, Marks } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { fill, isRightToLeft } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { later } from '../internal/later.js';
import { comment, heart } from '../parts/icons.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { RelativeTime } from '../parts/relative-time.js';
import { common } from '../strings/en/common.js';
import { failures } from '../strings/en/failures.js';
import { recognition } from '../strings/en/recognition.js';
import { KudosReactedEvent, type KudosEditedEvent } from './events.js';
import { kudosCardStyles } from './kudos-card.styles.js';
import { KnownKudos } from './known-kudos.js';
import { kudosDetails } from './kudos-details.js';
import { KudosHeart } from './kudos-heart.js';
import type { ChooseEvent, KudosChange } from './kudos-menu.js';

// Fetched when first needed: most readers only read.
const loadComments = async () => [(await import('./kudos-comments.js')).KudosComments];
const loadChanges = async () => (await import('./kudos-changes.js')).kudosChanges;

const unreachable: Failure = { code: 'unavailable', reason: 'network' };

/** How many of those thanked are named before "others". */
const NAMED = 4;
/** Shorter texts are never folded, so that they need no measuring. */
const LONG = 400;

/**
 * @summary One thank-you: who is thanked, by whom, and the words. Readers join in and comment; its giver mends it or takes it back.
 * @event {KudosEditedEvent} guild-kudos-edited - The viewer has mended the text.
 * @event {KudosReactedEvent} guild-kudos-reacted - The viewer has joined in, or no longer does.
 * @event {KudosWithdrawnEvent} guild-kudos-withdrawn - The viewer has taken it back, or removed it as a moderator.
 * @csspart avatar - The picture of who is thanked.
 * @csspart name - Who is thanked, by whom and when.
 * @csspart text - The words.
 * @csspart list - Values, impact, the thing thanked for.
 * @csspart actions - Joining in, comments, the menu.
 * @csspart button - Every button.
 * @csspart error - What went wrong.
 */
export class KudosCard extends GuildElement {
  static override readonly tag = 'kudos-card';
  static override readonly uses = [PersonAvatar, RelativeTime];
  static override styles = [hostStyles, kudosCardStyles];

  readonly #known = new KnownKudos(this);
  readonly #heart = new KudosHeart(this);

  @state() private doing: KudosChange | undefined;
  @state() private commenting = false;
  @state() private unfolded = false;
  @state() private lost = false;

  /** The kudos to show. Without it, the one that `kudos-id` names is loaded. */
  @property({ attribute: false }) kudos: Kudos | undefined;
  /** What is the viewer's own about it; null while whoever gives it is still asking. Loaded when left out. */
  @property({ attribute: false }) marks: Marks | null | undefined;
  /** The id of the kudos to load. */
  @property({ attribute: 'kudos-id' }) kudosId: string | undefined;
  /** It has just come: the edge is warm for a moment. */
  @property({ type: Boolean, reflect: true }) arrived = false;

  get #mayChange(): boolean {
    return Object.values(this.#known.marks?.may ?? {}).includes(true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasAttribute('role')) this.setAttribute('role', 'article');
    if (!this.hasAttribute('tabindex')) this.setAttribute('tabindex', '0');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kudosId') || (changed.has('kudos') && changed.get('kudos')?.id !== this.kudos?.id)) {
      this.doing = undefined;
      this.commenting = this.unfolded = this.#known.isGone = false;
    }
  }

  protected override updated(): void {
    const { kudos } = this.#known;
    if (kudos) {
      const names = this.formats.list([...kudos.receivers, ...kudos.teams].map(({ name }) => name));
      const parts = { receivers: names, giver: kudos.giver.name };
      this.setAttribute('aria-label', fill(this.strings(recognition).cardLabel, parts).join(''));
    }
    if (this.#mayChange && !customElements.get('guild-kudos-menu')) void later(loadChanges);
    // How many lines a text has depends on the width: only the page can tell.
    const words = this.renderRoot.querySelector('.folded');
    const more = this.renderRoot.querySelector<HTMLElement>('.more');
    if (words && more) more.hidden = words.scrollHeight <= words.clientHeight + 1;
  }

  #toggleHeart(): void {
    const { kudos } = this.#known;
    if (!kudos) return;
    void this.#heart.toggle(kudos, this.#known.hasReacted, ({ reactions, reacted }) => {
      const now = { ...(this.#known.kudos ?? kudos), reactions };
      this.#known.take(now, { reacted });
      this.fire(new KudosReactedEvent(now, reacted));
    });
  }

  async #toggleComments(): Promise<void> {
    this.commenting = !this.commenting;
    this.lost = this.commenting && !(await later(loadComments));
    if (this.lost) this.commenting = false;
  }

  #unfold(): void {
    this.unfolded = true;
  }

  #withdrawn(): void {
    this.#known.leave();
  }

  #edited({ kudos }: KudosEditedEvent): void {
    this.#known.take(kudos);
    void this.#done();
  }

  async #begin({ change }: ChooseEvent): Promise<void> {
    this.doing = change;
    await this.updateComplete;
    this.renderRoot.querySelector<GuildElement>('guild-kudos-edit, guild-kudos-withdraw')?.focus();
  }

  async #done(): Promise<void> {
    this.doing = undefined;
    await this.updateComplete;
    (this.renderRoot.querySelector('guild-kudos-menu') ?? this).focus();
  }

  #names({ receivers, teams }: Kudos): unknown[] {
    const all = [...receivers, ...teams];
    const named = this.unfolded || all.length <= NAMED ? all : all.slice(0, NAMED - 1);
    const names: unknown[] = named.map(({ name }) => html`<bdi>${name}</bdi>`);
    if (named.length < all.length) {
      names.push(
        html`<button class="link" part="button" @click=${this.#unfold}>
          ${this.strings(common).others(all.length - named.length)}
        </button>`,
      );
    }
    return this.formats.pieces(names);
  }

  #words({ message }: Kudos): TemplateResult {
    const isLong = !this.unfolded && (message.length > LONG || message.split('\n').length > 12);
    return html`<p class="words ${isLong ? 'folded' : ''}" part="text" dir="auto">${message}</p>
      ${
        isLong
          ? html`<button class="link more" part="button" hidden @click=${this.#unfold}>
              ${this.strings(common).more}
            </button>`
          : nothing
      }`;
  }

  #actions(kudos: Kudos): TemplateResult {
    const strings = this.strings(recognition);
    const { number } = this.formats;
    const { on, count } = this.#heart.shown(kudos, this.#known.hasReacted);
    return html`<span class="acts" part="actions">
      <button
        class="button quiet"
        part="button"
        aria-pressed=${on}
        aria-label=${count ? `${strings.react}, ${strings.reactions(count)}` : strings.react}
        @click=${this.#toggleHeart}
      >
        ${heart}${count ? number(count) : nothing}
      </button>
      <button
        class="button quiet"
        part="button"
        aria-expanded=${this.commenting}
        aria-label=${strings.comments(kudos.comments)}
        @click=${this.#toggleComments}
      >
        ${comment}${kudos.comments ? number(kudos.comments) : nothing}
      </button>
      ${
        this.#mayChange
          ? html`<guild-kudos-menu
              .may=${this.#known.marks?.may}
              @guild-choose=${this.#begin}
            ></guild-kudos-menu>`
          : nothing
      }
    </span>`;
  }

  #form(kudos: Kudos): TemplateResult {
    if (this.doing === 'edit') {
      return html`<guild-kudos-edit
        .kudos=${kudos}
        .until=${this.#known.marks?.editUntil}
        @guild-kudos-edited=${this.#edited}
        @guild-close=${this.#done}
      ></guild-kudos-edit>`;
    }
    return html`<guild-kudos-withdraw
      .kudosId=${kudos.id}
      .moderate=${this.doing === 'moderate'}
      @guild-kudos-withdrawn=${this.#withdrawn}
      @guild-close=${this.#done}
    ></guild-kudos-withdraw>`;
  }

  #card(kudos: Kudos): TemplateResult {
    const strings = this.strings(recognition);
    const error = this.lost ? unreachable : this.#heart.error;
    const dir = isRightToLeft(this.locale) ? 'rtl' : 'ltr';
    return html`<guild-avatar part="avatar" .person=${kudos.receivers[0] ?? kudos.teams[0]}></guild-avatar>
      <p class="who" part="name" dir=${dir}>
        ${this.#names(kudos)}
        ${fill(strings.thankedBy, { giver: html`<bdi class="quiet">${kudos.giver.name}</bdi>` })} ·
        <guild-relative-time datetime=${kudos.givenAt}></guild-relative-time
        >${kudos.editedAt ? ` · ${strings.edited}` : nothing}
      </p>
      ${this.doing === 'edit' ? this.#form(kudos) : this.#words(kudos)}
      <div class="meta" part="list">
        ${kudosDetails(kudos, { points: this.#known.marks?.points, strings, dir })} ${this.#actions(kudos)}
      </div>
      ${error ? html`<p class="error" part="error" role="alert">${errorText(error, this.locale)}</p>` : nothing}
      ${this.doing && this.doing !== 'edit' ? this.#form(kudos) : nothing}
      ${this.commenting ? html`<guild-kudos-comments .kudos=${kudos}></guild-kudos-comments>` : nothing}`;
  }

  protected override view(): unknown {
    if (this.#known.isGone) return html`<p class="quiet">${this.strings(failures)['kudos.withdrawn']}</p>`;
    if (this.#known.kudos) return this.#card(this.#known.kudos);
    return this.#known.render();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kudos-card': KudosCard;
  }
}
