import { ContextProvider } from '@lit/context';
import type { Client } from '@guildhall/core';
import { connect } from '@guildhall/core/connect';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hallContext } from './internal/context.js';
import { Hall } from './internal/hall.js';
import { common } from './strings/en/common.js';
import { words } from './strings/index.js';

/**
 * @summary Connects all Guildhall elements inside it, or on the same page, to one server.
 * @slot - The page, or the part of it, that holds the elements.
 * @csspart banner - The line that says that identities are for development only.
 */
export class GuildHall extends LitElement {
  static readonly tag = 'guild-hall';
  static override styles = css`
    :host {
      display: contents;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    :host([theme='auto']) {
      color-scheme: light dark;
    }
    p {
      margin: 0;
      padding: 6px 16px;
      background: #ffd84d;
      color: #1d1c1a;
      font: 500 0.875rem/1.4 var(--guild-font-family, system-ui, sans-serif);
      /* Words from left to right keep their order on a page that runs the other way. */
      unicode-bidi: plaintext;
    }
    :host(:dir(rtl)) p {
      text-align: right;
    }
    @media (forced-colors: active) {
      p {
        border-block-end: 2px solid;
      }
    }
  `;

  readonly #provider = new ContextProvider(this, { context: hallContext });
  #leave: (() => void) | undefined;
  #badAddress = false;

  /** Where the server's handler is, such as `/guild`: a path of this page's host, or an http or https address. */
  @property() src: string | undefined;
  /** The language of the elements. Default: the viewer's, else the page's, else the browser's. */
  @property() locale: string | undefined;
  /** `light`, `dark`, or `auto` as the device is set. Default: as the page is. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;
  /** A client to use in place of a connection to `src`. */
  @property({ attribute: false }) client: Client | undefined;
  /** Gives the host's token for each request, when cookies do not say who asks. */
  @property({ attribute: false }) token: (() => string | undefined | Promise<string | undefined>) | undefined;

  /** What the elements share; absent until there is a server to talk to. */
  get hall(): Hall | undefined {
    return this.#provider.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.hall?.join(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('client')) this.#open();
    else if (changed.has('token')) void this.hall?.greet();
    if (changed.has('locale')) this.hall?.speak(this.locale);
  }

  #open(): void {
    this.#badAddress = false;
    const client = this.client ?? this.#connect();
    this.#leave?.();
    const hall = client && new Hall(client, this.locale);
    this.#leave = hall?.join(this);
    this.#provider.setValue(hall);
  }

  #connect(): Client | undefined {
    if (!this.src) return undefined;
    const url = URL.canParse(this.src, document.baseURI) ? new URL(this.src, document.baseURI) : undefined;
    this.#badAddress = !url || !/^https?:$/.test(url.protocol);
    // Read at each request: the page may set the token after the element has begun.
    return url && !this.#badAddress ? connect(url.href, { token: async () => this.token?.() }) : undefined;
  }

  protected override render(): TemplateResult {
    const strings = words(common, this.hall?.locale ?? 'en');
    const note = this.#badAddress
      ? strings.badAddress
      : this.hall?.development && strings.demoIdentity(this.hall.me?.name ?? '');
    return html`${note ? html`<p part="banner" role="note">${note}</p>` : nothing}<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-hall': GuildHall;
  }
}
