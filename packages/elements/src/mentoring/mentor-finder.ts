import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, errorState, loadingState } from '../parts/states.js';
import { SearchField } from '../people/search-field.js';
import { common } from '../strings/en/common.js';
import { finder } from '../strings/en/finder.js';
import {
  asksAlike,
  directionOf,
  isNarrowed,
  kindOf,
  type Answer,
  type Asked,
  type Direction,
  type Kind,
} from './find-mentors.js';
import { FoundMentors } from './found-mentors.js';
import { MentorCard } from './mentor-card.js';
import { MentorFilters } from './mentor-filters.js';
import { mentorFinderStyles } from './mentor-finder.styles.js';
import { OwnOffer } from './own-offer.js';

/**
 * @summary Finds mentors with a free place by skill, language, kind and direction, and says why each of them fits.
 * @slot empty - What to show when nobody is found, in place of our line.
 * @csspart header - The title, which is the label of the field.
 * @csspart field - The field.
 * @csspart list - Those found.
 * @csspart item - A mentor.
 * @csspart button - A button of the finder: for the own offer, and to show more.
 * @csspart empty - What is said when nobody is found.
 * @csspart error - What went wrong.
 */
export class MentorFinder extends GuildElement {
  static override readonly tag = 'mentor-finder';
  static override readonly uses = [MentorCard, MentorFilters, OwnOffer, SearchField];
  static override styles = [hostStyles, rowSkeletonStyles, mentorFinderStyles];

  readonly #mentors = new FoundMentors(this, {
    asked: () => this.#asked(),
    isHeld: () => [...this.renderRoot.querySelectorAll('mentor-card')].some((card) => card.isOpen),
    onOthers: (answer) => this.announce(this.#count(answer)),
  });
  #focusAt: number | undefined;

  @state() private text = '';
  @state() private pages = 1;

  /** Only the field and a short list, for a narrow place on a page. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** The id of a skill that the mentors know. */
  @property() skill: string | undefined;
  /** The tag of a language that the mentors speak, such as `es`. */
  @property() language: string | undefined;
  /** What it is for: `mentoring`, `coaching`, `buddy`, `peer` or `circle`. */
  @property() kind: Kind | undefined;
  /** Whom to learn from: `forward` for people more senior than the viewer, `reverse` for more junior ones. */
  @property() direction: Direction | undefined;
  /** Only mentors who welcome single conversations. */
  @property({ type: Boolean, attribute: 'one-off' }) oneOff = false;
  /** How many mentors are shown at a time. Default: 20, and 3 where it is compact. */
  @property({ type: Number }) limit: number | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('guild-search-field')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const asks = ['text', 'skill', 'language', 'kind', 'direction', 'oneOff', 'limit'];
    if (asks.some((name) => changed.has(name))) this.pages = 1;
  }

  protected override updated(): void {
    const { data, stale } = this.#mentors.query;
    if (this.#focusAt === undefined || stale) return;
    // Who asked for more goes on with the first of them.
    if (data && data.items.length > this.#focusAt) void this.#focusOn(this.#focusAt);
    this.#focusAt = undefined;
  }

  async #focusOn(index: number): Promise<void> {
    const card = this.renderRoot.querySelectorAll('mentor-card')[index];
    await card?.updateComplete;
    card?.focus();
  }

  #asked(): Asked {
    const step = Math.max(1, Math.trunc(this.limit || (this.compact ? 3 : 20)));
    return {
      text: this.text,
      skill: this.skill || undefined,
      language: this.language || undefined,
      kind: kindOf(this.kind),
      direction: directionOf(this.direction),
      oneOff: this.oneOff || undefined,
      count: step * this.pages,
    };
  }

  #count({ items, isPart }: Answer): string {
    const { found, foundFirst, nobodyFits } = this.strings(finder);
    if (!items.length) return nobodyFits;
    return (isPart ? foundFirst : found)(items.length);
  }

  #search({ currentTarget }: Event): void {
    if (currentTarget instanceof SearchField) this.text = currentTarget.value;
  }

  #filter({ currentTarget }: Event): void {
    if (!(currentTarget instanceof MentorFilters)) return;
    const { oneOff = false, ...rest } = currentTarget.value;
    Object.assign(this, rest, { oneOff });
  }

  #lookWider(): void {
    this.skill = this.language = this.kind = this.direction = undefined;
    this.oneOff = false;
    this.text = '';
    const field = this.renderRoot.querySelector('guild-search-field');
    field?.clear();
    field?.focus();
  }

  #more(): void {
    this.#focusAt = this.#mentors.query.data?.items.length;
    this.pages += 1;
  }

  #nobody(asked: Asked): TemplateResult {
    const strings = this.strings(finder);
    if (!isNarrowed(asked)) {
      const offer = () => this.renderRoot.querySelector('guild-own-offer')?.show();
      return emptyState(
        strings.noMentors,
        html`<button class="button" part="button" @click=${offer}>${strings.offerOpen}</button>`,
      );
    }
    const name = this.renderRoot.querySelector('guild-mentor-filters')?.skillName;
    return emptyState(
      name ? strings.nobodyFitsSkill(name) : strings.nobodyFits,
      html`<button class="button" part="button" @click=${this.#lookWider}>${strings.lookWider}</button>`,
    );
  }

  #list(answer: Answer): TemplateResult {
    const { items, isPart, asked } = answer;
    const { stale } = this.#mentors.query;
    if (!items.length && !stale) return this.#nobody(asked);
    return html`${isNarrowed(asked) ? html`<p class="quiet small"><bdi>${this.#count(answer)}</bdi></p>` : nothing}
      <ul
        part="list"
        role="list"
        class="${this.compact ? '' : 'wide'} ${stale ? 'old' : ''}"
        aria-label=${this.strings(finder).listLabel}
        aria-busy=${stale}
      >
        ${inOrder(
          items,
          ({ person }) => person.id,
          (mentor) =>
            html`<li part="item">
              <mentor-card
                .mentor=${mentor}
                .skill=${asked.skill}
                ?compact=${this.compact}
                @guild-close=${() => this.#mentors.release()}
              ></mentor-card>
            </li>`,
        )}
      </ul>
      ${
        isPart
          ? html`<button class="button more" part="button" aria-busy=${stale} @click=${this.#more}>
              ${this.strings(common).more}
            </button>`
          : nothing
      }`;
  }

  #results(): unknown {
    const { data, error } = this.#mentors.query;
    const asked = this.#asked();
    const failure =
      error && JSON.stringify(data?.asked) !== this.#mentors.key
        ? errorState(error, this.locale, () => void this.#mentors.query.reload())
        : nothing;
    // Those found for other words would be a wrong answer; those before the next ones stay.
    if (failure !== nothing && !asksAlike(data?.asked, asked)) return failure;
    const loading = () => loadingState(this.locale, rowSkeletons);
    return html`${this.#mentors.query.render({ loading, data: (answer) => this.#list(answer) })}${failure}`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    const strings = this.strings(finder);
    const failure = me ? undefined : hall?.failure;
    const skills =
      this.#mentors.query.data?.items.flatMap((mentor) => mentor.skills.map(({ skill }) => skill)) ?? [];
    return html`<div class="whole">
      <guild-search-field
        exportparts="header, field"
        .label=${strings.finderTitle}
        .help=${strings.searchHelp}
        @guild-change=${this.#search}
      >
        <guild-own-offer exportparts="button, error"></guild-own-offer>
      </guild-search-field>
      ${
        this.compact
          ? nothing
          : html`<guild-mentor-filters
              .value=${this.#filters()}
              .skills=${skills}
              @guild-change=${this.#filter}
            ></guild-mentor-filters>`
      }
      <div class="results">
        ${failure ? errorState(failure, this.locale, () => void hall?.greet()) : this.#results()}
      </div>
    </div>`;
  }

  #filters() {
    const { text: _text, count: _count, ...filters } = this.#asked();
    return filters;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mentor-finder': MentorFinder;
  }
}
