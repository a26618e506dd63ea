import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine } from '../mentoring/form-parts.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { CycleDeadlines } from './cycle-deadlines.js';
import { cycleProgressStyles } from './cycle-progress.styles.js';
import type { Cycle, Progress } from './cycle-types.js';
import { DIRECTIONS } from './cycle-writing.js';
import { NamedForms } from './named-forms.js';

const STATES = ['approved', 'proposed', 'declined', 'rejected', 'withdrawn'] as const;

/**
 * @summary How far a cycle is, in counts that name nobody; a reminder that the server sends; more time.
 * @csspart header - The titles.
 * @csspart list - The counts.
 * @csspart item - One of them.
 * @csspart text - What is said about them.
 * @csspart field - A field with its label.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What went wrong.
 */
export class CycleProgress extends GuildElement {
  static override readonly tag = 'guild-cycle-progress';
  static override readonly uses = [CycleDeadlines, NamedForms];
  static override styles = [hostStyles, cycleProgressStyles];

  readonly #progress = new Query(this, {
    areas: ['reviews'],
    args: () => (this.cycle ? ([this.cycle.id] as const) : undefined),
    keep: true,
    load: (client: Client, [id], signal) => client.reviews.progress({ id }, { signal }),
  });
  readonly #remind = new Command(this, (client, id: string, options) =>
    client.reviews.remind({ id }, options),
  );

  /** The cycle. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  async #remindNow({ id }: Cycle): Promise<void> {
    if (await this.#remind.run(id)) this.announce(this.strings(reviewConsole).reminded);
  }

  #count(value: unknown, label: string): TemplateResult {
    return html`<div part="item">
      <dt class="quiet small">${label}</dt>
      <dd><bdi>${value}</bdi></dd>
    </div>`;
  }

  #answers(cycle: Cycle, { answeredAbout, attributed }: Progress): TemplateResult {
    const strings = this.strings(reviewConsole);
    const { number } = this.formats;
    const shares = DIRECTIONS.flatMap((direction) => {
      const share = attributed[direction];
      return share ? [{ direction, ...share }] : [];
    });
    return html`${
      cycle.mode === 'named'
        ? nothing
        : html`<div>
            <p class="figure" part="header">
              ${answeredAbout === undefined ? strings.answeredFew : strings.answeredAbout(answeredAbout)}
            </p>
            <p class="quiet small" part="text">${strings.answeredHelp}</p>
          </div>`
    }
    ${
      shares.length
        ? html`<div>
            <dl part="list">
              ${shares.map(({ direction, submitted, of }) =>
                this.#count(strings.countOf(submitted, of), strings.formsBy[direction] ?? number(of)),
              )}
            </dl>
            <p class="quiet small">${strings.attributedHelp}</p>
          </div>`
        : nothing
    }`;
  }

  #nominations({ nominations }: Progress): TemplateResult {
    const strings = this.strings(reviewConsole);
    const shown = STATES.filter((state) => nominations[state]);
    return html`<section>
      <h3 class="title" part="header">${strings.nominationCounts}</h3>
      ${
        shown.length
          ? html`<dl part="list">
              ${shown.map((state) =>
                this.#count(
                  this.formats.number(nominations[state] ?? 0),
                  strings.nominationStates[state] ?? state,
                ),
              )}
            </dl>`
          : html`<p class="quiet">${strings.noneYet}</p>`
      }
    </section>`;
  }

  #reminder(cycle: Cycle): unknown {
    if (!cycle.may.moves.includes('remind')) return nothing;
    const strings = this.strings(reviewConsole);
    return html`<section>
      <div class="actions" part="actions">
        <button
          class="button"
          part="button"
          aria-disabled=${this.#remind.pending}
          @click=${() => this.#remindNow(cycle)}
        >
          ${strings.remind}
        </button>
        <p class="help">${strings.remindHelp}</p>
      </div>
      ${failureLine(this.#remind.error, this.locale)}
    </section>`;
  }

  #all(cycle: Cycle, progress: Progress): TemplateResult {
    const strings = this.strings(reviewConsole);
    const hasForms = ['collecting', 'calibrating'].includes(cycle.state);
    const isOpen = cycle.state === 'collecting';
    return html`<div class="whole">
      ${cycle.state === 'nominating' || cycle.state === 'approving' ? nothing : this.#answers(cycle, progress)}
      ${isOpen ? html`<p>${strings.closesOn(dayWords(progress.closesOn, this.locale))}</p>` : nothing}
      ${this.#reminder(cycle)} ${this.#nominations(progress)}
      ${
        cycle.may.moves.includes('extend')
          ? html`<guild-cycle-deadlines
              exportparts="header, field, actions, button, error"
              .cycle=${cycle}
            ></guild-cycle-deadlines>`
          : nothing
      }
      ${
        hasForms
          ? html`<guild-named-forms
              exportparts="header, list, item, button, error"
              .cycle=${cycle.id}
            ></guild-named-forms>`
          : nothing
      }
    </div>`;
  }

  protected override view(): unknown {
    const { cycle } = this;
    if (!cycle) return nothing;
    return this.#progress.render({ data: (progress) => this.#all(cycle, progress) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-progress': CycleProgress;
  }
}
