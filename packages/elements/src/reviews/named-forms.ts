import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { ConfirmStep } from '../mentoring/confirm-step.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine } from '../mentoring/form-parts.js';
import { common } from '../strings/en/common.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { firstPages } from './cycle-people.js';

type NamedForm = Awaited<ReturnType<Client['reviews']['submittedForms']>>['items'][number];

/** So many forms come at once. */
const PAGE = 50;

/**
 * @summary The forms of a cycle that carry a name and were sent: HR can open one again. Of all others nothing is known.
 * @csspart header - The title.
 * @csspart list - The forms.
 * @csspart item - One of them.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class NamedForms extends GuildElement {
  static override readonly tag = 'guild-named-forms';
  static override readonly uses = [ConfirmStep];
  static override styles = [
    hostStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: calc(1 * var(--_space)) calc(4 * var(--_space));
        min-block-size: var(--_control);
        padding-block: calc(1.5 * var(--_space));
        border-block-end: 1px solid var(--_line);
      }
      summary {
        inline-size: fit-content;
        border-radius: 4px;
        cursor: pointer;
      }
      summary .title {
        display: inline;
      }
      details > p {
        max-inline-size: 68ch;
        margin-block: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #forms = new Query(this, {
    areas: ['reviews'],
    args: () => (this.cycle ? ([this.cycle, this.pages] as const) : undefined),
    keep: true,
    load: (client: Client, [cycleId, pages], signal) =>
      firstPages(pages, (after) =>
        client.reviews.submittedForms({ cycleId, limit: PAGE, ...(after && { after }) }, { signal }),
      ),
  });
  readonly #reopen = new Command(this, (client, id: string, options) =>
    client.reviews.reopen({ id }, options),
  );

  @state() private pages = 1;
  @state() private asked: NamedForm | undefined;

  /** The id of the cycle. */
  @property() cycle = '';

  async #ask(form: NamedForm): Promise<void> {
    this.#reopen.reset();
    this.asked = form;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
  }

  async #do(): Promise<void> {
    const { asked } = this;
    if (!asked || !(await this.#reopen.run(asked.id))) return;
    this.renderRoot.querySelector('guild-confirm')?.close();
    this.announce(this.strings(reviewConsole).reopened(asked.reviewer.name));
    void this.#forms.reload();
  }

  #row(form: NamedForm): TemplateResult {
    const strings = this.strings(reviewConsole);
    const { reviewer, subject, direction, submittedOn, reopened, may } = form;
    const who = direction === 'self' ? reviewer.name : strings.formOf(reviewer.name, subject.name);
    return html`<li part="item">
      <span
        ><bdi>${who}</bdi>
        <span class="quiet small"
          >${strings.directions[direction]} ·
          ${reopened ? strings.reopenedMark : strings.sentOn(dayWords(submittedOn, this.locale))}</span
        ></span
      >
      ${
        may.reopen
          ? html`<button
              class="button quiet"
              part="button"
              aria-label=${strings.reopenNamed(who)}
              @click=${() => this.#ask(form)}
            >
              ${strings.reopen}
            </button>`
          : nothing
      }
    </li>`;
  }

  #confirm({ reviewer }: NamedForm): TemplateResult {
    const strings = this.strings(reviewConsole);
    return html`<guild-confirm
      .label=${strings.reopenNamed(reviewer.name)}
      .doLabel=${strings.reopen}
      .notLabel=${strings.notNow}
      .pending=${this.#reopen.pending}
      @guild-confirm=${this.#do}
      @close=${() => (this.asked = undefined)}
    >
      <p>${strings.reopenHelp}</p>
      <p class="quiet small">${strings.logged}</p>
      ${failureLine(this.#reopen.error, this.locale)}
    </guild-confirm>`;
  }

  protected override view(): unknown {
    const strings = this.strings(reviewConsole);
    return html`<details>
        <summary><h3 class="title" part="header">${strings.reopenTitle}</h3></summary>
        <p class="quiet small">${strings.reopenHelp}</p>
        ${this.#forms.render({
          data: ({ items, next }) =>
            items.length
              ? html`<ul part="list" role="list">
                    ${items.map((form) => this.#row(form))}
                  </ul>
                  ${
                    next
                      ? html`<button class="button quiet" part="button" @click=${() => (this.pages += 1)}>
                          ${this.strings(common).more}
                        </button>`
                      : nothing
                  }`
              : html`<p class="quiet">${strings.reopenNone}</p>`,
        })}
      </details>
      ${this.asked ? this.#confirm(this.asked) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-named-forms': NamedForms;
  }
}
