import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { floats } from '../internal/floats.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { ChoiceEvent, type Choice } from './choice.js';
import { choiceFieldStyles } from './choice-field.styles.js';

const TYPING_MS = 120;

/**
 * @summary A field that finds one thing in a long list while one types.
 * @event {ChoiceEvent} guild-choose - The viewer has chosen something, or emptied the field.
 * @csspart field - Label, field and error.
 * @csspart list - What was found.
 * @csspart item - One of those found.
 * @csspart error - What is wrong.
 */
export class ChoiceField extends GuildElement {
  static override readonly tag = 'guild-choice-field';
  static override styles = [hostStyles, choiceFieldStyles];

  readonly #found = new Query(this, {
    areas: [],
    args: () => (this.expanded ? ([this.sought] as const) : undefined),
    keep: true,
    load: async (client, [text], signal) => {
      const found = await this.find(client, text, signal);
      if (!signal.aborted) this.#tell(found);
      return { text, found };
    },
  });
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the viewer has gone to the active option, which then stays when other results come. */
  #went = false;

  @state() private sought = '';
  @state() private expanded = false;
  @state() private active = -1;

  /** Finds what a text may mean; an empty text asks for what comes first. */
  @property({ attribute: false }) find: (
    client: Client,
    text: string,
    signal: AbortSignal,
  ) => Promise<readonly Choice[]> = () => Promise.resolve([]);
  /** The name of what is chosen. */
  @property() value = '';
  /** What the field is called. */
  @property() label = '';
  /** What it is for, shown while it is empty. */
  @property() help = '';
  /** What is wrong. */
  @property() error = '';
  /** The viewer may also write what is in no list. */
  @property({ type: Boolean }) free = false;

  /** What is written and not chosen yet. */
  get written(): string {
    const text = this.#input?.value.trim() ?? '';
    return text === this.value ? '' : text;
  }

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(): void {
    const popup = this.renderRoot.querySelector<HTMLElement>('.popup');
    if (floats && this.isConnected) popup?.togglePopover(this.expanded);
    popup?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  /** What can be chosen now: what was found, and where that is allowed, what is written. */
  get #offered(): readonly Choice[] {
    const found = this.#found.data?.found ?? [];
    const name = this.written;
    const own = this.free && name && !found.some((choice) => same(choice.name, name));
    return own ? [...found, { id: '', name }] : found;
  }

  #tell(found: readonly Choice[]): void {
    const chosen = this.#went ? this.#offered[this.active]?.id : undefined;
    const stays = chosen ? found.findIndex(({ id }) => id === chosen) : -1;
    // Who may write freely is not handed the first match by a quick Enter.
    this.active = stays < 0 && !this.free ? 0 : stays;
    const { pickerNone, pickerResults } = this.strings(people);
    this.announce(found.length ? pickerResults(found.length) : pickerNone);
  }

  #open(): void {
    if (this.expanded) return;
    this.sought = this.written;
    this.active = -1;
    this.expanded = true;
  }

  #type(): void {
    this.#open();
    this.#went = false;
    this.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.sought = this.written.slice(0, 200)), TYPING_MS);
    if (!this.#input?.value && this.value) this.#choose(undefined);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const { length } = this.#offered;
    const to = { ArrowDown: this.active + 1, ArrowUp: this.active < 0 ? -1 : this.active - 1 }[key];
    if (to !== undefined && this.expanded && length) this.#go((to + length) % length);
    else if (key === 'ArrowDown') this.#open();
    else if (key === 'Enter') this.#enter();
    else if (key === 'Escape' && this.expanded) this.expanded = false;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #go(index: number): void {
    this.active = index;
    this.#went = true;
  }

  #enter(): void {
    const name = this.written;
    const known = this.#offered.find((choice) => same(choice.name, name));
    // Unless somebody went to it, the first match must be of what was typed last, or a quick Enter chooses what nobody meant.
    const isMeant = this.free || this.#found.data?.text === name;
    const option = this.expanded && isMeant ? this.#offered[this.active] : undefined;
    if (option) this.#choose(option);
    else if (this.free && name) this.#choose(known ?? { id: '', name });
  }

  #choose(choice: Choice | undefined): void {
    this.expanded = choice === undefined;
    this.value = choice?.name ?? '';
    this.fire(new ChoiceEvent(choice));
    // Who listens may have emptied the field for the next choice.
    if (this.#input) this.#input.value = this.value;
  }

  #leave(): void {
    this.expanded = false;
    // What was not chosen counts for nothing; free text waits for the one who wrote it.
    if (!this.free && this.#input) this.#input.value = this.value;
  }

  #option(choice: Choice, index: number): TemplateResult {
    const own = !choice.id;
    return html`<li
      class="option"
      part="item"
      role="option"
      id="option-${index}"
      aria-selected=${index === this.active}
      @click=${() => this.#choose(choice)}
    >
      <bdi>${own ? this.strings(people).addNamed(choice.name) : choice.name}</bdi>
    </li>`;
  }

  #status(): unknown {
    const { error, data, pending } = this.#found;
    if (error) {
      return html`<p class="error">${errorText(error, this.locale)}</p>
        <button class="button quiet" tabindex="-1" @click=${() => this.#found.reload()}>
          ${this.strings(common).retry}
        </button>`;
    }
    if (!data) return html`<p class="quiet wait">${this.strings(common).loading}</p>`;
    return this.#offered.length || pending ? nothing : html`<p>${this.strings(people).pickerNone}</p>`;
  }

  protected override view(): TemplateResult {
    const options = this.expanded && !this.#found.error ? this.#offered : [];
    const listed = options.length > 0;
    return html`<div class="field" part="field" @focusout=${this.#leave}>
      <label for="input">${this.label}</label>
      <div class="box input" aria-invalid=${this.error ? 'true' : nothing}>
        <input
          id="input"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          placeholder=${this.help}
          .value=${this.value}
          aria-autocomplete="list"
          aria-controls="list"
          aria-expanded=${listed}
          aria-activedescendant=${listed && this.active >= 0 ? `option-${this.active}` : nothing}
          aria-invalid=${this.error ? 'true' : nothing}
          aria-describedby=${this.error ? 'error' : nothing}
          @click=${this.#open}
          @input=${this.#type}
          @keydown=${this.#key}
        />
      </div>
      ${this.error ? html`<p class="error" part="error" id="error" role="alert">${this.error}</p>` : nothing}
      <div
        class="popup"
        popover=${floats ? 'manual' : nothing}
        ?hidden=${!this.expanded}
        @mousedown=${keepFocus}
      >
        <ul id="list" part="list" role="listbox" aria-label=${this.label} ?hidden=${!listed}>
          ${options.map((option, index) => this.#option(option, index))}
        </ul>
        ${this.expanded ? this.#status() : nothing}
      </div>
    </div>`;
  }
}

/** Leaves the focus in the field while something in the popup is clicked. */
const keepFocus = (event: Event) => event.preventDefault();

function same(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-choice-field': ChoiceField;
  }
}
