import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { HintList } from '../feedback/hint-list.js';
import type { Failure } from '../internal/failure.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine, formStyles, seers, textField } from '../mentoring/form-parts.js';
import { common } from '../strings/en/common.js';
import { pulse as english } from '../strings/en/pulse.js';
import { KeptText } from './kept-text.js';

const MAX = 2000;

/** `guild-send`: the viewer wants this text to be sent. */
export class MessageSendEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('guild-send');
    this.text = text;
  }
}

/**
 * @summary Writes a message of a conversation in which one side has no name.
 * @event {MessageSendEvent} guild-send - It should be sent.
 * @event guild-close - The viewer does not want to write after all; what is written stays.
 * @csspart field - The field with its label.
 * @csspart text - Who will read it.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class MessageForm extends GuildElement {
  static override readonly tag = 'guild-message-form';
  static override readonly uses = [HintList];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .form {
        gap: calc(3 * var(--_space));
      }
    `,
  ];

  readonly #kept = new KeptText(this, { id: () => this.threadId, sealed: () => this.unnamed });

  @state() private problem = '';

  /** The id of the conversation. */
  @property({ attribute: false }) threadId = '';
  /** The viewer writes without a name. */
  @property({ type: Boolean }) unnamed = false;
  /** The field's label. */
  @property() label = '';
  /** Who will read it. */
  @property({ attribute: false }) seen: unknown = nothing;
  /** It is on its way. */
  @property({ type: Boolean }) pending = false;
  /** Why it could not be sent. */
  @property({ attribute: false }) failure: Failure | undefined;

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Forgets what is written: it was sent. */
  drop(): void {
    this.#kept.write('');
  }

  #send(): void {
    if (this.pending) return;
    const text = this.#kept.value.trim();
    const left = MAX - [...text].length;
    this.problem = !text
      ? this.strings(english).needText
      : left < 0
        ? this.strings(common).charactersLeft(left)
        : '';
    if (this.problem) this.focus();
    else this.fire(new MessageSendEvent(text));
  }

  #input({ target }: Event): void {
    this.problem = '';
    if (target instanceof HTMLTextAreaElement) this.#kept.write(target.value);
  }

  protected override view(): TemplateResult {
    const { sendReply } = this.strings(english);
    return html`<div class="form" role="form" aria-label=${this.label} @input=${this.#input}>
      ${textField({
        name: 'text',
        label: this.label,
        value: this.#kept.value,
        problem: this.problem,
      })}
      ${
        this.unnamed
          ? html`<guild-hint-list anonymous .texts=${[this.#kept.value]}></guild-hint-list>`
          : nothing
      }
      ${seers(false, this.seen)} ${failureLine(this.failure, this.locale)}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${this.pending} @click=${this.#send}>
          ${sendReply}
        </button>
        <button class="button quiet" part="button" @click=${() => this.fire(new Event('guild-close'))}>
          ${this.strings(common).close}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-message-form': MessageForm;
  }
}
