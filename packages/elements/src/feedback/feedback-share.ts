import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, note, seers } from '../mentoring/form-parts.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { common } from '../strings/en/common.js';
import { feedback } from '../strings/en/feedback.js';
import type { FeedbackNote } from './feedback-data.js';

type Sharing = Parameters<Client['feedback']['share']>[0];

/**
 * @summary Lets the viewer's manager, or people by name, read feedback that the viewer got.
 * @event guild-change - It is shared.
 * @event guild-close - It stays as it is.
 * @csspart field - A field with its label.
 * @csspart text - What they will read.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class FeedbackShare extends GuildElement {
  static override readonly tag = 'guild-feedback-share';
  static override readonly uses = [PersonPicker];
  static override styles = [hostStyles, formStyles];

  readonly #share = new Command(this, (client, input: Sharing, options) =>
    client.feedback.share(input, options),
  );

  @state() private people: readonly Picked[] = [];
  @state() private manager = false;
  @state() private problem = '';

  /** What is shared. */
  @property({ attribute: false }) note: FeedbackNote | undefined;

  override async focus(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#manager')?.focus();
  }

  #choose({ currentTarget }: Event): void {
    this.problem = '';
    if (currentTarget instanceof PersonPicker) this.people = currentTarget.value;
    if (currentTarget instanceof HTMLInputElement) this.manager = currentTarget.checked;
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault();
    const { manager, people } = this;
    if (!this.note || (!manager && people.length === 0)) {
      this.problem = this.strings(feedback).needShare;
      return;
    }
    const personIds = people.map(({ id }) => id);
    if (await this.#share.run({ id: this.note.id, manager, personIds })) this.fire(new Event('guild-change'));
    else this.problem = this.#share.error ? errorText(this.#share.error, this.locale) : '';
  }

  protected override view(): TemplateResult | typeof nothing {
    const { note: shared } = this;
    if (!shared) return nothing;
    const strings = this.strings(feedback);
    const name = html`<bdi>${shared.giver.name}</bdi>`;
    return html`<form class="form" aria-labelledby="title" @submit=${this.#send} @keydown=${this.#key}>
      <p class="label" id="title">${strings.shareTitle}</p>
      <label class="tick">
        <input type="checkbox" id="manager" .checked=${this.manager} @change=${this.#choose} />${
          strings.shareManager
        }
      </label>
      <guild-person-picker
        people-only
        .label=${strings.sharePeople}
        .value=${this.people}
        @guild-change=${this.#choose}
      ></guild-person-picker>
      ${note('share', this.problem || undefined)} ${seers(false, fill(strings.shareHelp, { name }))}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${this.#share.pending ? 'true' : nothing}>
          ${strings.shareSend}
        </button>
        <button class="button quiet" part="button" type="button" @click=${this.#close}>
          ${this.strings(common).cancel}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-feedback-share': FeedbackShare;
  }
}
