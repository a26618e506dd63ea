import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import { floats } from '../internal/floats.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { people as peopleIcon } from './icons.js';
import { PersonAvatar } from './person-avatar.js';
import { PersonChip } from './person-chip.js';
import { personPickerStyles } from './person-picker.styles.js';
import { findPeople, unpicked, wordsOf, type Found, type Picked } from './person-search.js';

const TYPING_MS = 120;

/**
 * @summary A field that finds people and teams while one types, and holds those that were chosen.
 * @event guild-change - The viewer has added or removed somebody; `value` says who is chosen now.
 * @csspart field - Label, field and help.
 * @csspart list - What was found.
 * @csspart item - One of those found.
 * @csspart error - What is wrong with the choice.
 */
export class PersonPicker extends GuildElement {
  static override readonly tag = 'guild-person-picker';
  static override readonly uses = [PersonAvatar, PersonChip];
  static override styles = [hostStyles, personPickerStyles];

  readonly #found = new Query(this, {
    areas: [],
    args: () => (this.sought ? ([this.sought, this.peopleOnly] as const) : undefined),
    keep: true,
    load: async (client, args, signal) => {
      const answer = await findPeople(client, args, signal);
      if (!signal.aborted) this.#tell(answer.found);
      return answer;
    },
  });
  #timer: ReturnType<typeof setTimeout> | undefined;

  @state() private typed = '';
  @state() private sought = '';
  @state() private expanded = false;
  @state() private active = 0;
  @state() private refusal = '';
  @state() private wish: string | undefined;

  /** Those chosen, in order. */
  @property({ attribute: false }) value: readonly Picked[] = [];
  /** Says why somebody cannot be chosen; undefined: they can. Default: everybody can. */
  @property({ attribute: false }) refuse: (person: Picked) => string | undefined = () => undefined;
  /** What the field is called. */
  @property() label = '';
  /** What it is for, shown while nobody is chosen. */
  @property() help = '';
  /** What is wrong with the choice. */
  @property() error = '';
  /** Offers people, and no teams. */
  @property({ type: Boolean, attribute: 'people-only' }) peopleOnly = false;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('error') && this.error) this.refusal = '';
    // A quick Enter waits for the words typed last, or it would pick somebody whom they do not find.
    if (!this.wish || this.#found.data?.text !== wordsOf(this.typed)) return;
    const one = this.#offered.find(({ id }) => id === this.wish);
    this.wish = undefined;
    if (one) this.#pick(one);
  }

  protected override updated(changed: PropertyValues): void {
    const popup = this.renderRoot.querySelector<HTMLElement>('.popup');
    if (floats && this.isConnected) popup?.togglePopover(this.#isOpen);
    const active = changed.has('active') && popup?.querySelector('[aria-selected=true]');
    if (active) active.scrollIntoView({ block: 'nearest' });
  }

  get #offered(): readonly Found[] {
    return unpicked(this.#found.data?.found ?? [], this.value);
  }

  #tell(found: readonly Found[]): void {
    this.active = 0;
    const { length } = unpicked(found, this.value);
    const { pickerNone, pickerResults } = this.strings(people);
    this.announce(length ? pickerResults(length) : pickerNone);
  }

  get #isOpen(): boolean {
    return this.expanded && wordsOf(this.typed) !== '';
  }

  #type(event?: Event): void {
    this.typed = event?.target instanceof HTMLInputElement ? event.target.value : '';
    this.expanded = true;
    this.refusal = '';
    this.wish = undefined;
    clearTimeout(this.#timer);
    const needle = wordsOf(this.typed);
    if (!needle) this.#found.data = undefined;
    this.#timer = setTimeout(() => (this.sought = needle), needle ? TYPING_MS : 0);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const { length } = this.#offered;
    const to = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, Home: 0, End: length - 1 }[key];
    if (this.#isOpen && length && to !== undefined) this.active = (to + length) % length;
    else if (key === 'Enter') this.wish = this.#isOpen ? this.#offered[this.active]?.id : undefined;
    else if (key === 'Escape' && this.#isOpen) this.expanded = false;
    else if (key === 'ArrowDown') this.expanded = true;
    else if (key === 'Backspace' && !this.typed) return this.#remove(this.value.at(-1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #pick(one: Found): void {
    const { id, name, kind } = one;
    const refusal = this.refuse(one);
    if (refusal) this.expanded = false;
    else this.#change([...this.value, { id, name, kind }], this.strings(people).pickerAdded(name));
    this.refusal = refusal ?? '';
  }

  #remove(person: Picked | undefined): void {
    if (!person) return;
    const rest = this.value.filter(({ id }) => id !== person.id);
    this.#change(rest, this.strings(people).pickerRemoved(person.name));
    this.focus();
  }

  #change(value: readonly Picked[], said: string): void {
    this.value = value;
    this.#type();
    this.announce(said);
    this.fire(new Event('guild-change', { bubbles: true }));
  }

  #leave({ relatedTarget }: FocusEvent): void {
    // Inside this root the event tells where the focus goes; elsewhere it is somebody else's.
    if (!(relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget))) this.expanded = false;
  }

  #chips(): TemplateResult {
    return html`<ul class="chips" role="list" aria-label=${this.label}>
      ${this.value.map(
        (person) =>
          html`<li>
            <guild-person-chip
              removable
              .person=${{ ...person, title: person.kind === 'team' ? this.strings(people).team : undefined }}
              .removeLabel=${this.strings(common).removeNamed(person.name)}
              @guild-remove=${() => this.#remove(person)}
            ></guild-person-chip>
          </li>`,
      )}
    </ul>`;
  }

  #option(one: Found, index: number): TemplateResult {
    const refusal = this.refuse(one);
    const icon =
      one.kind === 'team'
        ? html`<span class="team">${peopleIcon}</span>`
        : html`<guild-avatar .person=${one}></guild-avatar>`;
    return html`<li
      class="option"
      part="item"
      role="option"
      id="option-${index}"
      aria-selected=${index === this.active}
      aria-disabled=${refusal ? 'true' : nothing}
      @click=${() => this.#pick(one)}
    >
      ${icon}
      <span
        ><bdi>${one.name}</bdi>
        <span class="quiet small">${refusal ?? (one.note || this.strings(people).team)}</span></span
      >
    </li>`;
  }

  #status(): unknown {
    const { error, data, pending } = this.#found;
    const { loading, retry } = this.strings(common);
    if (error) {
      return html`<p class="error">${errorText(error, this.locale)}</p>
        <button class="button quiet" part="button" @click=${() => this.#found.reload()}>${retry}</button>`;
    }
    if (!data) return html`<p class="quiet wait">${loading}</p>`;
    return this.#offered.length || pending ? nothing : html`<p>${this.strings(people).nobodyFound}</p>`;
  }

  protected override view(): TemplateResult {
    const options = this.#found.error ? [] : this.#offered;
    const listed = this.#isOpen && options.length > 0;
    const error = this.refusal || this.error;
    return html`<div class="field" part="field" @focusout=${this.#leave}>
      <label for="input">${this.label}</label>
      <div class="box input" aria-invalid=${error ? 'true' : nothing} @click=${() => this.focus()}>
        ${this.value.length ? this.#chips() : nothing}
        <input
          id="input"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value=${this.typed}
          placeholder=${this.value.length ? nothing : this.help}
          aria-autocomplete="list"
          aria-controls="list"
          aria-expanded=${listed}
          aria-activedescendant=${listed ? `option-${this.active}` : nothing}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ? 'error' : nothing}
          @input=${this.#type}
          @keydown=${this.#key}
        />
      </div>
      ${error ? html`<p class="error" part="error" id="error" role="alert">${error}</p>` : nothing}
      <div
        class="popup"
        popover=${floats ? 'manual' : nothing}
        ?hidden=${!this.#isOpen}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        <ul id="list" part="list" role="listbox" aria-label=${this.label} ?hidden=${!listed}>
          ${options.map((option, index) => this.#option(option, index))}
        </ul>
        ${this.#isOpen ? this.#status() : nothing}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-person-picker': PersonPicker;
  }
}
