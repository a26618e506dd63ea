import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';

const shown = new Set<RelativeTime>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * @summary A time as people say it: "2 minutes ago", "yesterday", "Tuesday". The exact one is in the tooltip.
 */
export class RelativeTime extends GuildElement {
  static override readonly tag = 'guild-relative-time';
  static override styles = css`
    :host {
      display: inline;
    }
  `;

  /** The moment, as an ISO string. */
  @property() datetime = '';

  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    timer ??= setInterval(() => {
      for (const each of shown) each.requestUpdate();
    }, 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
    if (shown.size) return;
    clearInterval(timer);
    timer = undefined;
  }

  protected override view(): unknown {
    return nothing;
  }

  // A time needs no client: it is shown whether there is one or not.
  protected override render(): TemplateResult | typeof nothing {
    const time = new Date(this.datetime);
    if (Number.isNaN(time.getTime())) return nothing;
    const { exact, relative } = this.formats;
    return html`<time datetime=${this.datetime} title=${exact(time)}>${relative(time)}</time>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-relative-time': RelativeTime;
  }
}
