import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { finder } from '../strings/en/finder.js';

/**
 * @summary The viewer's own offer to mentor in one line, which opens over the page to be changed.
 * @csspart button - The line.
 * @csspart error - What went wrong.
 */
export class OwnOffer extends GuildElement {
  static override readonly tag = 'guild-own-offer';
  static override readonly uses = [ModalDialog];
  static override styles = [
    hostStyles,
    css`
      :host {
        /* Its place is there before it is. */
        min-block-size: calc(28px * var(--guild-density, 1));
      }
      .button.line {
        min-block-size: calc(28px * var(--guild-density, 1));
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
      }
      .line:hover {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 3px;
      }
      .button.none {
        color: var(--_accent);
        font-weight: 500;
      }
      .dot {
        flex: none;
        inline-size: 8px;
        block-size: 8px;
        border-radius: 50%;
        background: var(--_success);
      }
      @media (pointer: coarse) {
        :host,
        .button.line {
          min-block-size: 44px;
        }
      }
      @media (forced-colors: active) {
        .line {
          text-decoration: underline;
        }
        .dot {
          border: 4px solid;
        }
      }
    `,
  ];

  readonly #offer = new Query(this, {
    areas: ['mentoring'],
    args: () => this.me && ([this.me.id] as const),
    load: (client, _args, signal) => client.mentoring.offer({}, { signal }),
  });
  readonly #form = lateElement(
    this,
    () => this.opened,
    async () => (await import('./offer-form.js')).OfferForm,
  );

  @state() private opened = false;

  /** Opens the offer to be changed. */
  async show(): Promise<void> {
    this.opened = true;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-dialog')?.show();
    await this.#form.reload();
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-offer-form')?.focus();
  }

  #close(): void {
    this.renderRoot.querySelector('guild-dialog')?.close();
  }

  #line(): TemplateResult | typeof nothing {
    const { data: offer } = this.#offer;
    if (!offer) return nothing;
    const { offerLine, offerOpen } = this.strings(finder);
    return html`<button
      class="button quiet line ${offer.open ? '' : 'none'}"
      part="button"
      aria-haspopup="dialog"
      @click=${this.show}
    >
      ${offer.open ? html`<span class="dot"></span>` : nothing}<bdi
        >${offer.open ? offerLine(offer.left, offer.capacity) : offerOpen}</bdi
      >
    </button>`;
  }

  protected override view(): TemplateResult {
    const label = this.strings(finder).offerTitle;
    return html`${this.#line()}
      <guild-dialog .label=${label} @close=${() => (this.opened = false)}>
        ${
          this.opened
            ? this.#form.render({
                data: () =>
                  html`<guild-offer-form
                    .offer=${this.#offer.data}
                    @guild-close=${this.#close}
                  ></guild-offer-form>`,
              })
            : nothing
        }
      </guild-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-own-offer': OwnOffer;
  }
}
