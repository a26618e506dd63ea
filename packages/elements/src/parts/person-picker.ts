import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { common } from '../strings/en/common.js';
import { people } from '../strings/en/people.js';
import { people as peopleIcon } from './icons.js';
import { PersonAvatar } from './person-avatar.js';
import { PersonChip } from './person-chip.js';
import { personPickerStyles } from './person-picker.styles.js';
import { findPeople, type Found, type Picked } from './person-search.js';

const TYPING_MS = 120;

/** Without anchors a popup in the top layer could not stand under its field: then it stands in the page. */
const floats = 'popover' in HTMLElement.prototype && CSS.supports('anchor-name', '--a');

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
    args: () => (this.sought ? ([this.sought] as const) : undefined),
    keep: true,
    load: findPeople,
  });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: unknown;

  @state() private typed = '';
  @state() private sought = '';
  @state() private expanded = false;
  @state() private active = 0;
  @state() private refusal = '';

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

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(): void {
    if (this.#found.data === this.#shown) return;
    this.#shown = this.#found.data;
    this.active = 0;
    const { length } = this.#offered;
    const { pickerNone, pickerResults } = this.strings(people);
    if (this.#shown) this.announce(length ? pickerResults(length) : pickerNone);
  }

  protected override updated(changed: PropertyValues): void {
    if (floats && this.isConnected)
      this.renderRoot.querySelector<HTMLElement>('.popup')?.togglePopover(this.#isOpen);
    if (changed.has('active')) {
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  get #offered(): readonly Found[] {
    return this.#found.data?.found.filter(({ id }) => !this.value.some((one) => one.id === id)) ?? [];
  }

  /** The words that were typed, without the sign that begins a mention. */
  get #needle(): string {
    return this.typed.trim().replace(/^@\s*/, '').slice(0, 200);
  }

  get #isOpen(): boolean {
    return this.expanded && this.#needle !== '';
  }

  #type(): void {
    this.typed = this.#input?.value ?? '';
    this.expanded = true;
    this.refusal = '';
    clearTimeout(this.#timer);
    const needle = this.#needle;
    if (!needle) this.#found.data = undefined;
    this.#timer = setTimeout(() => (this.sought = needle), needle ? TYPING_MS : 0);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const { length } = this.#offered;
    const to = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, Home: 0, End: length - 1 }[key];
    if (this.#isOpen && length && to !== undefined) this.active = (to + length) % length;
    else if (key === 'Enter') this.#pick(this.#offered[this.active]);
    else if (key === 'Escape' && this.#isOpen) this.expanded = false;
    else if (key === 'ArrowDown') this.expanded = true;
    else if (key === 'Backspace' && !this.typed) return this.#remove(this.value.at(-1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #pick(option: Found | undefined): void {
    // What is offered must be what was typed last, or a quick Enter picks somebody whom nobody meant.
    if (!option || !this.#isOpen || this.#found.data?.text !== this.#needle) return;
    const { id, name, kind } = option;
    const refusal = this.refuse(option);
    if (refusal) this.expanded = false;
    else this.#change([...this.value, { id, name, kind }], this.strings(people).pickerAdded(name));
    this.refusal = refusal ?? '';
  }

  #remove(person: Picked | undefined): void {
    if (!person) return;
    const { pickerRemoved } = this.strings(people);
    this.#change(
      this.value.filter(({ id }) => id !== person.id),
      pickerRemoved(person.name),
    );
    this.focus();
  }

  #change(value: readonly Picked[], said: string): void {
    this.value = value;
    if (this.#input) this.#input.value = '';
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
    if (error) {
      return html`<p class="error">${errorText(error, this.locale)}</p>
        <button class="button quiet" @click=${() => this.#found.reload()}>
          ${this.strings(common).retry}
        </button>`;
    }
    if (!data) return html`<p class="quiet wait">${this.strings(common).loading}</p>`;
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
        @mousedown=${keepFocus}
      >
        <ul id="list" part="list" role="listbox" aria-label=${this.label} ?hidden=${!listed}>
          ${options.map((option, index) => this.#option(option, index))}
        </ul>
        ${this.#isOpen ? this.#status() : nothing}
      </div>
    </div>`;
  }
}

/** Leaves the focus in the field while something in the popup is clicked. */
const keepFocus = (event: Event) => event.preventDefault();

declare global {
  interface HTMLElementTagNameMap {
    'guild-person-picker': PersonPicker;
  }
}
