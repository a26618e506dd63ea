import type { Mentorship } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { check } from '../parts/icons.js';
import { RelativeTime } from '../parts/relative-time.js';
import { mentorship as english } from '../strings/en/mentorship.js';
import { failureLine, formStyles } from './form-parts.js';
import { MentorshipChangedEvent } from './mentorship-events.js';
import { namesIn, othersOf } from './mentorship-people.js';

/**
 * @summary What the people of a mentorship agree on, to be read and signed. Closed once all have signed.
 * @event {MentorshipChangedEvent} guild-mentorship-changed - The viewer has signed.
 * @csspart text - The agreement.
 * @csspart list - Who has signed.
 * @csspart button - What signs it.
 * @csspart error - What went wrong.
 */
export class MentorshipAgreement extends GuildElement {
  static override readonly tag = 'guild-mentorship-agreement';
  static override readonly uses = [RelativeTime];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      .open {
        display: grid;
        justify-items: start;
        gap: calc(3 * var(--_space));
        padding: calc(5 * var(--_space));
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_raised);
      }
      h3 {
        font-size: 1.2em;
        font-weight: 600;
        line-height: 1.25;
      }
      .text {
        max-inline-size: 68ch;
        white-space: pre-line;
      }
      summary {
        inline-size: fit-content;
        cursor: pointer;
      }
      details .text {
        padding-block: calc(2 * var(--_space));
      }
      li {
        display: flex;
        align-items: center;
        gap: calc(1.5 * var(--_space));
      }
      li svg {
        color: var(--_accent);
      }
    `,
  ];

  readonly #sign = new Command(this, (client, id: string, options) => client.mentoring.sign({ id }, options));

  /** Whose agreement it is. */
  @property({ attribute: false }) mentorship: Mentorship | undefined;

  async #agree(id: string): Promise<void> {
    const after = await this.#sign.run(id);
    if (after) this.fire(new MentorshipChangedEvent(after));
  }

  #signed({ agreement }: Mentorship): TemplateResult {
    const strings = this.strings(english);
    return html`<ul class="quiet small" part="list">
      ${agreement.signed.map(({ person, at }) => {
        const time = html`<guild-relative-time .datetime=${at}></guild-relative-time>`;
        const name = html`<bdi>${person.name}</bdi>`;
        return html`<li>
          ${check}<span
            >${person.id === this.me?.id ? fill(strings.youSigned, { time }) : fill(strings.signedBy, { name, time })}</span
          >
        </li>`;
      })}
    </ul>`;
  }

  protected override view(): unknown {
    const { mentorship } = this;
    if (!mentorship) return nothing;
    const strings = this.strings(english);
    const { id, agreement, may, mentors, mentees } = mentorship;
    const text = html`<p class="text" part="text" dir="auto">${agreement.text}</p>`;
    const missing = othersOf(mentorship, this.me?.id).filter(
      (one) => !agreement.signed.some(({ person }) => person.id === one.id),
    );
    if (may.sign) {
      return html`<section class="open" aria-labelledby="title">
        <h3 id="title">${strings.agreement}</h3>
        ${text} ${agreement.signed.length ? this.#signed(mentorship) : nothing}
        <div class="actions" part="actions">
          <button
            class="button primary"
            part="button"
            aria-disabled=${this.#sign.pending}
            @click=${() => this.#agree(id)}
          >
            ${strings.sign}
          </button>
          <p class="help">${strings.agreementWhy}</p>
        </div>
        ${failureLine(this.#sign.error, this.locale)}
      </section>`;
    }
    const isOpen =
      mentorship.state === 'proposed' && agreement.signed.length < mentors.length + mentees.length;
    const names = { names: namesIn(missing, this.formats) };
    return html`${isOpen && missing.length ? html`<p part="text">${fill(strings.waitingForSign, names)}</p>` : nothing}
      <details>
        <summary class="quiet">${strings.agreement}</summary>
        ${text} ${this.#signed(mentorship)}
      </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-mentorship-agreement': MentorshipAgreement;
  }
}
