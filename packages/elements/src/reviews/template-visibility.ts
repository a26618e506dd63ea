import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, note } from '../mentoring/form-parts.js';
import { reviewTemplates } from '../strings/en/review-templates.js';
import { READERS } from './cycle-writing.js';
import { visibilityProblem, type Visibility } from './template-writing.js';

const LISTS = ['response', 'giver', 'recipient'] as const;
type List = (typeof LISTS)[number];
type Reader = (typeof READERS)[number];

/**
 * @summary Who reads the answers to one question of a review: as the cycle says, or fewer, in three lists.
 * @event guild-change - The viewer has changed it; `visibility` has all of it, undefined as the cycle says.
 * @csspart field - One of the lists.
 * @csspart error - What is wrong.
 */
export class TemplateVisibility extends GuildElement {
  static override readonly tag = 'guild-template-visibility';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .lists {
        display: grid;
        gap: calc(3 * var(--_space));
        padding-block-start: calc(3 * var(--_space));
        padding-inline-start: calc(6.5 * var(--_space));
      }
      .readers {
        display: flex;
        flex-wrap: wrap;
        gap: 0 calc(5 * var(--_space));
      }
      .label {
        font-weight: 500;
      }
      .lists .label {
        font-weight: 400;
        color: var(--_quiet);
      }
    `,
  ];

  /** Who sees what; undefined: as the cycle says. */
  @property({ attribute: false }) visibility: Visibility | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus(options);
  }

  #change(visibility: Visibility | undefined): void {
    this.visibility = visibility;
    this.fire(new Event('guild-change'));
  }

  #limit(limits: boolean): void {
    const all = () => [...READERS];
    this.#change(limits ? { response: all(), giver: all(), recipient: all() } : undefined);
  }

  #tick(list: List, reader: Reader, on: boolean): void {
    const { visibility } = this;
    if (!visibility) return;
    const readers = READERS.filter((one) => (one === reader ? on : visibility[list].includes(one)));
    this.#change({ ...visibility, [list]: readers });
  }

  #list(visibility: Visibility, list: List): TemplateResult {
    const strings = this.strings(reviewTemplates);
    return html`<fieldset class="field" part="field">
      <legend class="label">${strings.lists[list]}</legend>
      <div class="readers">
        ${READERS.map(
          (reader) =>
            html`<label class="tick">
              <input
                type="checkbox"
                .checked=${visibility[list].includes(reader)}
                @change=${({ target }: Event) =>
                  target instanceof HTMLInputElement && this.#tick(list, reader, target.checked)}
              />
              ${strings.readers[reader]}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const { visibility } = this;
    const choice = (limits: boolean, text: string) =>
      html`<label class="tick">
        <input
          type="radio"
          name="limits"
          .checked=${limits === (visibility !== undefined)}
          @change=${() => this.#limit(limits)}
        />
        ${text}
      </label>`;
    return html`<fieldset class="field" part="field">
      <legend class="label">${strings.visibility}</legend>
      ${choice(false, strings.visibilityAll)} ${choice(true, strings.visibilitySome)}
      ${
        visibility
          ? html`<div class="lists">
              ${LISTS.map((list) => this.#list(visibility, list))}
              ${note('visibility', visibilityProblem(visibility, strings))}
            </div>`
          : nothing
      }
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-template-visibility': TemplateVisibility;
  }
}
