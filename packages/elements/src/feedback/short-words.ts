import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, note, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { common } from '../strings/en/common.js';
import { feedback } from '../strings/en/feedback.js';

const MOST = 500;

/** `guild-send`: the viewer wants to send these words; empty when there are none. */
export class WordsEvent extends Event {
  readonly words: string;

  constructor(words: string) {
    super('guild-send');
    this.words = words;
  }
}

/**
 * @summary A few words that nobody has to write, kept until they are sent.
 * @event {WordsEvent} guild-send - The viewer wants to send them.
 * @event guild-close - It stays as it is.
 * @csspart field - The field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class ShortWords extends GuildElement {
  static override readonly tag = 'guild-short-words';
  static override styles = [hostStyles, formStyles];

  readonly #form = new KeptForm(this, {
    name: () => (this.keep ? `words ${this.keep}` : undefined),
    blank: () => ({ words: '' }),
  });

  @state() private problem = '';

  /** The name under which they are kept. */
  @property() keep = '';
  /** What they are called. */
  @property() label = '';
  /** Who reads them. */
  @property({ attribute: false }) help: unknown;
  /** What the button says. */
  @property() action = '';
  /** They are being sent. */
  @property({ type: Boolean }) pending = false;
  /** Why they could not be sent. */
  @property({ attribute: false }) failure: Failure | undefined;

  override async focus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Forgets what was written: it has been sent. */
  drop(): void {
    this.#form.drop();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.fire(new Event('guild-close'));
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing)
      this.#send(event);
  }

  #send(event: Event): void {
    event.preventDefault();
    const words = this.#form.value.words.trim();
    this.problem = [...words].length > MOST ? this.strings(feedback).tooLong : '';
    if (!this.problem && !this.pending) this.fire(new WordsEvent(words));
  }

  protected override view(): TemplateResult {
    const { failure } = this;
    const { optional, cancel } = this.strings(common);
    return html`<form
      class="form"
      @submit=${this.#send}
      @input=${(event: Event) => this.#form.input(event)}
      @keydown=${this.#key}
    >
      ${textField({
        name: 'words',
        label: `${this.label} (${optional})`,
        value: this.#form.value.words,
        help: this.help,
        problem: this.problem || undefined,
      })}
      ${note('send', failure && errorText(failure, this.locale))}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${this.pending ? 'true' : nothing}>
          ${this.action}
        </button>
        <button
          class="button quiet"
          part="button"
          type="button"
          @click=${() => this.fire(new Event('guild-close'))}
        >
          ${cancel}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-short-words': ShortWords;
  }
}
