import type { Kudos } from '@guildhall/core';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { Drafts } from '../internal/drafts.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { recognition } from '../strings/en/recognition.js';
import { thanking } from '../strings/en/thanking.js';
import { KudosEditedEvent } from './events.js';

interface Texts {
  message: string;
  impact: string;
}

/**
 * @summary Mends the text of a kudos in its place.
 * @event {KudosEditedEvent} guild-kudos-edited - The server has taken the text.
 * @event guild-close - The viewer leaves it as it was.
 */
export class KudosEdit extends GuildElement {
  static override readonly tag = 'guild-kudos-edit';
  static override styles = [
    hostStyles,
    css`
      form {
        display: grid;
        gap: calc(3 * var(--_space));
        max-inline-size: 68ch;
      }
      textarea {
        display: block;
        max-block-size: 60vh;
        font-size: 1.2em;
        resize: vertical;
        field-sizing: content;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #send = new Command(
    this,
    (client, input: { id: string; message: string; impact?: string }, options) =>
      client.recognition.edit(input, options),
  );
  #drafts: Drafts<Texts> | undefined;

  @state() private texts: Texts | undefined;

  /** As it reads now. */
  @property({ attribute: false }) kudos: Kudos | undefined;
  /** When the time to mend it ends, as an ISO string. */
  @property({ attribute: false }) until: string | undefined;

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { kudos, me } = this;
    if (!kudos || !me || this.#drafts) return;
    this.#drafts = new Drafts(`edit ${kudos.id}`, isTexts);
    this.texts = this.#drafts.read(me.id) ?? { message: kudos.message, impact: kudos.impact ?? '' };
  }

  #keep(texts: Texts | undefined): void {
    this.texts = texts;
    if (this.me) this.#drafts?.write(this.me.id, texts);
  }

  #input({ target }: Event): void {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
    if (this.texts) this.#keep({ ...this.texts, [target.name]: target.value });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#save(event);
  }

  #close(): void {
    this.#keep(undefined);
    this.fire(new Event('guild-close'));
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const { kudos, texts } = this;
    if (!kudos || !texts?.message.trim()) return this.focus();
    const { message, impact } = texts;
    const edited = await this.#send.run({ id: kudos.id, message, ...(impact.trim() && { impact }) });
    if (!edited) return;
    this.#keep(undefined);
    this.fire(new KudosEditedEvent(edited));
  }

  protected override view(): TemplateResult {
    const strings = this.strings(thanking);
    const { save, cancel } = this.strings(common);
    const { error, pending } = this.#send;
    const { message = '', impact = '' } = this.texts ?? {};
    const time = this.until && new Date(this.until).toLocaleTimeString(this.locale, { timeStyle: 'short' });
    return html`<form @input=${this.#input} @keydown=${this.#key} @submit=${this.#save}>
      <div class="field">
        <label for="message">${strings.message}</label>
        <textarea class="input" id="message" name="message" part="field" .value=${message}></textarea>
      </div>
      <div class="field">
        <label for="impact">${strings.impactLabel}</label>
        <input class="input" id="impact" name="impact" part="field" .value=${impact} />
      </div>
      <div class="actions">
        <button class="button primary" part="button" aria-disabled=${pending}>${save}</button>
        <button class="button" part="button" type="button" @click=${this.#close}>${cancel}</button>
        ${
          error
            ? html`<p class="error" part="error" role="alert">${errorText(error, this.locale)}</p>`
            : html`<p class="help">${time && this.strings(recognition).editUntil(time)}</p>`
        }
      </div>
    </form>`;
  }
}

function isTexts(value: unknown): value is Texts {
  const texts = Object(value);
  return typeof texts.message === 'string' && typeof texts.impact === 'string';
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-kudos-edit': KudosEdit;
  }
}
