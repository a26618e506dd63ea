import type { Profile } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { inOrder } from '../internal/in-order.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { rowSkeletons, rowSkeletonStyles } from '../parts/row-skeleton.js';
import { emptyState, errorState, loadingState } from '../parts/states.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { DirectoryFilters } from './directory-filters.js';
import type { ThankEvent } from './events.js';
import { asksAlike, asksSame, findPeople, type Answer, type Asked } from './find-people.js';
import { peopleDirectoryStyles } from './people-directory.styles.js';
import { personRow, rowElements } from './person-row.js';
import { SearchField } from './search-field.js';

/**
 * @summary Finds people by name, title, skill, language or department, and shows who they are.
 * @slot empty - What to show when nobody is found, in place of our line.
 * @csspart header - The title, which is the label of the field.
 * @csspart field - The field.
 * @csspart list - Those found.
 * @csspart item - A person.
 * @csspart avatar - Their picture.
 * @csspart name - Their name.
 * @csspart text - What they do, and can do.
 * @csspart button - The button that shows more.
 * @csspart empty - What is said when nobody is found.
 * @csspart error - What went wrong.
 */
export class PeopleDirectory extends GuildElement {
  static override readonly tag = 'people-directory';
  static override readonly uses = [DirectoryFilters, ModalDialog, SearchField, ...rowElements];
  static override styles = [hostStyles, rowSkeletonStyles, peopleDirectoryStyles];

  readonly #found = new Query(this, {
    areas: ['people'],
    args: () => this.#asked(),
    keep: true,
    load: async (client, asked, signal) => {
      const answer = await findPeople(client, asked, signal);
      if (!signal.aborted) this.#tell(answer);
      return answer;
    },
  });
  readonly #card = lateElement(
    this,
    () => this.opened !== undefined,
    async () => (await import('./profile-card.js')).ProfileCard,
  );
  #told: Asked | undefined;
  #focusAt: number | undefined;

  @state() private text = '';
  @state() private pages = 1;
  @state() private opened: Profile | undefined;

  /** Only the field and a short list, for a narrow place on a page: at first the viewer's own team. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** The id of a skill that those shown have. */
  @property() skill: string | undefined;
  /** The tag of a language that those shown speak, such as `es`. */
  @property() language: string | undefined;
  /** The id of the department of those shown. */
  @property() department: string | undefined;
  /** The id of a team of those shown. */
  @property() team: string | undefined;
  /** How many people are shown at a time. Default: 20, and 5 where it is compact. */
  @property({ type: Number }) limit: number | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('guild-search-field')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const asks = ['text', 'skill', 'language', 'department', 'team', 'limit'];
    if (asks.some((name) => changed.has(name))) this.pages = 1;
  }

  protected override updated(): void {
    const { data, stale } = this.#found;
    if (this.#focusAt === undefined || stale) return;
    // Who asked for more goes on with the first of them.
    if (data && data.items.length > this.#focusAt) {
      this.renderRoot.querySelectorAll<HTMLElement>('.name')[this.#focusAt]?.focus();
    }
    this.#focusAt = undefined;
  }

  /** Whether the viewer or the page has asked for some people and not others. */
  get #isNarrowed(): boolean {
    return !!(this.text || this.skill || this.language || this.department || this.team);
  }

  get #ownTeam(): string | undefined {
    return this.compact && !this.#isNarrowed ? this.me?.teams[0]?.id : undefined;
  }

  #asked(): Asked | undefined {
    // What is shown first in a narrow place depends on who looks.
    if (this.compact && !this.#isNarrowed && !this.me) return undefined;
    const { text, skill, language, department } = this;
    const team = this.team || this.#ownTeam;
    const step = Math.max(1, Math.trunc(this.limit || (this.compact ? 5 : 20)));
    const count = step * this.pages;
    return [text, skill || undefined, language || undefined, department || undefined, team, count];
  }

  #tell(answer: Answer): void {
    if (this.#told && !asksSame(this.#told, answer.asked)) this.announce(this.#count(answer));
    this.#told = answer.asked;
  }

  #count({ items, isPart }: Answer): string {
    const { found, foundFirst, nobodyLeft } = this.strings(people);
    if (!items.length) return nobodyLeft;
    return (isPart ? foundFirst : found)(items.length);
  }

  #search({ currentTarget }: Event): void {
    if (currentTarget instanceof SearchField) this.text = currentTarget.value;
  }

  #filter({ currentTarget }: Event): void {
    if (currentTarget instanceof DirectoryFilters) Object.assign(this, currentTarget.value);
  }

  async #open(person: Profile): Promise<void> {
    this.opened = person;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
  }

  #thank(event: ThankEvent): void {
    // When the page thanks in its own way, nothing of ours shall lie over it.
    queueMicrotask(() => {
      if (event.defaultPrevented) this.renderRoot.querySelector('guild-dialog')?.close();
    });
  }

  #more(): void {
    this.#focusAt = this.#found.data?.items.length;
    this.pages += 1;
  }

  #row(person: Profile): TemplateResult {
    // Only their beginnings: what was found may be written otherwise than what was typed.
    const words = this.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return personRow(person, {
      strings: this.strings(people),
      formats: this.formats,
      isSought: ({ id, name }) =>
        id === this.skill || words.some((word) => name.toLocaleLowerCase().startsWith(word.slice(0, 5))),
      open: (one) => void this.#open(one),
    });
  }

  #list(answer: Answer): TemplateResult {
    const strings = this.strings(people);
    const { items, isPart } = answer;
    const { stale } = this.#found;
    if (!items.length && !stale) {
      return emptyState(this.#isNarrowed ? strings.nobodyLeft : strings.directoryEmpty);
    }
    const caption = this.#ownTeam ? strings.inYourTeam : this.#isNarrowed && this.#count(answer);
    return html`${caption ? html`<p class="quiet small"><bdi>${caption}</bdi></p>` : nothing}
      <ul
        part="list"
        role="list"
        class="${this.compact ? '' : 'wide'} ${stale ? 'old' : ''}"
        aria-label=${strings.directoryTitle}
        aria-busy=${stale}
      >
        ${inOrder(
          items,
          ({ id }) => id,
          (person) => this.#row(person),
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
    const { data, error } = this.#found;
    const asked = this.#asked();
    const failure =
      error && !asksSame(data?.asked, asked)
        ? errorState(error, this.locale, () => void this.#found.reload())
        : nothing;
    // Those found for other words would be a wrong answer; those before the next ones stay.
    if (failure !== nothing && !asksAlike(data?.asked, asked)) return failure;
    const loading = () => loadingState(this.locale, rowSkeletons);
    return html`${this.#found.render({ loading, data: (answer) => this.#list(answer) })}${failure}`;
  }

  protected override view(): unknown {
    const { hall, me, opened, skill, language, department } = this;
    const strings = this.strings(people);
    const failure = me ? undefined : hall?.failure;
    const skills = this.#found.data?.items.flatMap((person) => person.skills ?? []) ?? [];
    return html`<div class="whole">
        <guild-search-field
          exportparts="header, field"
          .label=${strings.findPeople}
          .help=${strings.searchHelp}
          @guild-change=${this.#search}
        ></guild-search-field>
        ${
          this.compact
            ? nothing
            : html`<guild-directory-filters
                .value=${{ skill, language, department }}
                .skills=${skills}
                @guild-change=${this.#filter}
              ></guild-directory-filters>`
        }
        <div class="results">
          ${failure ? errorState(failure, this.locale, () => void hall?.greet()) : this.#results()}
        </div>
      </div>
      <guild-dialog
        .label=${opened ? strings.profileLabel(opened.name) : ''}
        @close=${() => (this.opened = undefined)}
        @guild-thank=${this.#thank}
      >
        ${
          opened
            ? this.#card.render({ data: () => html`<profile-card person-id=${opened.id}></profile-card>` })
            : nothing
        }
      </guild-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-directory': PeopleDirectory;
  }
}
