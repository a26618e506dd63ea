import type { NamedReader, ReviewForm } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { lock, people, shield } from '../parts/icons.js';
import { reviewForm } from '../strings/en/review-form.js';

/** What must be known of a form to say how its answers are kept and who reads them. */
export interface PromisedForm extends Pick<ReviewForm, 'keeping' | 'readers' | 'calibrated' | 'k' | 'kText'> {
  may: Pick<ReviewForm['may'], 'answer'>;
}

/**
 * @summary What somebody must know before the first question: how the answers are kept, from how many on they are
 * shown, and who will read them.
 * @csspart header - The title.
 * @csspart list - What is said.
 * @csspart item - One of these.
 */
export class ReviewPromise extends GuildElement {
  static override readonly tag = 'guild-review-promise';
  static override styles = [
    hostStyles,
    css`
      .promise {
        display: grid;
        gap: calc(3 * var(--_space));
        padding: calc(5 * var(--_space));
        border-radius: var(--_radius);
        background: var(--_soft);
        max-inline-size: 44rem;
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      ul {
        display: grid;
        gap: calc(3 * var(--_space));
      }
      li {
        display: grid;
        grid-template-columns: 1.4em minmax(0, 1fr);
        gap: 0 calc(2.5 * var(--_space));
      }
      li > svg {
        margin-block-start: 0.2em;
        color: var(--_accent);
      }
      strong {
        display: block;
        font-weight: 600;
      }
      li > div > span {
        display: block;
        max-inline-size: 62ch;
      }
      @media (forced-colors: active) {
        .promise {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  /** The form. */
  @property({ attribute: false }) form: PromisedForm | undefined;

  #reader({ who, person }: NamedReader): unknown {
    const { readers } = this.strings(reviewForm);
    if (person && person.id === this.me?.id) return readers.you;
    return fill(readers[who], { name: html`<bdi>${person?.name}</bdi>` });
  }

  #readers({ readers, calibrated }: PromisedForm): TemplateResult {
    const strings = this.strings(reviewForm);
    const names = readers.map((one) => html`<span>${this.#reader(one)}</span>`);
    return html`<li part="item">
      ${people}
      <div>
        <strong>${strings.readersTitle}</strong>
        <span>${names.length ? this.formats.pieces(names) : strings.readersNone}</span>
        ${calibrated ? html`<span>${strings.calibrated}</span>` : nothing}
      </div>
    </li>`;
  }

  #kept({ keeping, may }: PromisedForm): TemplateResult {
    const strings = this.strings(reviewForm);
    return html`<li part="item">
      ${keeping === 'attributed' ? people : lock}
      <div>
        <strong>${strings.keepings[keeping]}</strong>
        <span>${strings.keepingWords[keeping]}</span>
        ${keeping !== 'attributed' && may.answer ? html`<span class="quiet">${strings.styleWords}</span>` : nothing}
      </div>
    </li>`;
  }

  #shown({ k, kText }: PromisedForm): TemplateResult {
    const strings = this.strings(reviewForm);
    return html`<li part="item">
      ${shield}
      <div>
        <strong>${strings.kTitle(k)}</strong>
        <span>${strings.kWords(k, kText)}</span>
      </div>
    </li>`;
  }

  protected override view(): unknown {
    const { form } = this;
    if (!form) return nothing;
    return html`<section class="promise" aria-labelledby="promise">
      <h3 part="header" id="promise">${this.strings(reviewForm).promise}</h3>
      <ul part="list" role="list">
        ${this.#kept(form)} ${form.keeping === 'attributed' ? nothing : this.#shown(form)}
        ${this.#readers(form)}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-review-promise': ReviewPromise;
  }
}
