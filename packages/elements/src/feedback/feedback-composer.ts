import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { chipChoice, formStyles } from '../mentoring/form-parts.js';
import type { Picked } from '../parts/person-search.js';
import { errorState } from '../parts/states.js';
import { feedback } from '../strings/en/feedback.js';
import { FeedbackForm } from './feedback-form.js';
import { FeedbackRequestForm } from './feedback-request-form.js';

/**
 * @summary Gives a colleague feedback, or asks colleagues for it.
 * @event {FeedbackGivenEvent} guild-feedback-given - The viewer has given feedback; `note` says which.
 * @event {FeedbackWithdrawnEvent} guild-feedback-withdrawn - It was taken back at once.
 * @event {FeedbackRequestedEvent} guild-feedback-requested - The viewer has asked; `request` says what.
 * @event guild-close - The viewer is done with the form.
 * @csspart header - Whom it is for.
 * @csspart field - A field with its label.
 * @csspart text - Who will read it.
 * @csspart actions - The buttons of the form.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class FeedbackComposer extends GuildElement {
  static override readonly tag = 'feedback-composer';
  static override readonly uses = [FeedbackForm, FeedbackRequestForm];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .whole {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(5 * var(--_space));
      }
    `,
  ];

  readonly #request = new Query(this, {
    areas: ['feedback'],
    keep: true,
    args: () => (this.requestId ? ([this.requestId] as const) : undefined),
    load: (client, [id], signal) => client.feedback.getRequest({ id }, { signal }),
  });
  readonly #person = new Query(this, {
    areas: ['people'],
    keep: true,
    args: () => (this.receiver && !this.requestId ? ([this.receiver] as const) : undefined),
    load: (client, [id], signal) => client.people.get({ id }, { signal }),
  });

  /** The id of the person whom it is for; chosen in the form when left out. */
  @property() receiver: string | undefined;
  /** The id of the request that it answers. */
  @property({ attribute: 'request-id' }) requestId: string | undefined;
  /** What it begins with: `give` or `ask`. */
  @property({ reflect: true }) mode: 'give' | 'ask' = 'give';

  /** Goes to the first field. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot
      .querySelector<GuildElement>('guild-feedback-form, guild-feedback-request-form')
      ?.focus();
  }

  #choose({ target }: Event): void {
    if (target instanceof HTMLInputElement && target.name === 'mode')
      this.mode = target.value === 'ask' ? 'ask' : 'give';
  }

  #form(person?: { id: string; name: string }): TemplateResult {
    const to: Picked | undefined = person && { id: person.id, name: person.name, kind: 'person' };
    return html`<guild-feedback-form
      exportparts="header, field, text, actions, button, error"
      .to=${to}
      .request=${this.requestId ? this.#request.data : undefined}
      @guild-close=${() => this.fire(new Event('guild-close'))}
    ></guild-feedback-form>`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    if (this.requestId) return this.#request.render({ data: () => this.#form() });
    if (this.receiver) return this.#person.render({ data: (person) => this.#form(person) });
    const { give, askFor, modes } = this.strings(feedback);
    const choices = [
      ['give', give],
      ['ask', askFor],
    ] as const;
    return html`<div class="whole">
      <div @change=${this.#choose}>${chipChoice('mode', modes, choices, this.mode)}</div>
      ${
        this.mode === 'ask'
          ? html`<guild-feedback-request-form
              exportparts="field, text, actions, button, error"
            ></guild-feedback-request-form>`
          : this.#form()
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'feedback-composer': FeedbackComposer;
  }
}
