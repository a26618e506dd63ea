import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { ConfirmStep } from '../mentoring/confirm-step.js';
import { failureLine } from '../mentoring/form-parts.js';
import { lateElement } from '../parts/late-element.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { reviewReport } from '../strings/en/review-report.js';
import { GrowthNoticed } from './growth-noticed.js';
import type { Gap } from './report-types.js';

/** A growth area, as the client gives it. */
export type GrowthArea = Awaited<ReturnType<Client['growth']['areas']>>['items'][number];

/**
 * @summary From one gap of a report to a growth area, one mentor for it, and later the question whether others noticed a change.
 * @event guild-change - The area was made, or others were asked.
 * @csspart text - What is said.
 * @csspart button - What makes the area, and what asks.
 * @csspart error - What went wrong.
 */
export class GrowthStep extends GuildElement {
  static override readonly tag = 'guild-growth-step';
  static override readonly uses = [ConfirmStep, GrowthNoticed];
  static override styles = [
    hostStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
        gap: calc(2 * var(--_space));
      }
      mentor-card,
      guild-growth-noticed {
        justify-self: stretch;
      }
      @media print {
        .button,
        mentor-card,
        .mentor {
          display: none;
        }
      }
    `,
  ];

  readonly #make = new Command(this, (client, choice: { cycleId: string; questionId: string }, options) =>
    client.growth.fromFeedback(choice, options),
  );
  readonly #ask = new Command(this, (client, id: string, options) =>
    client.growth.askRaters({ id }, options),
  );
  readonly #mentor = new Query(this, {
    areas: [],
    args: () => (this.area ? ([this.area.id] as const) : undefined),
    keep: true,
    load: (client: Client, [id], signal) => client.growth.suggest({ id }, { signal }),
  });
  readonly #card = lateElement(
    this,
    () => this.#mentor.data?.mentor !== undefined,
    async () => (await import('../mentoring/mentor-card.js')).MentorCard,
  );

  @state() private asking = false;

  /** The id of the cycle. */
  @property() cycle = '';
  /** The gap. */
  @property({ attribute: false }) gap: Gap | undefined;
  /** The area that was made of it. */
  @property({ attribute: false }) area: GrowthArea | undefined;

  async #makeNow({ measureId, label }: Gap): Promise<void> {
    // A gap is named by what was measured, which tells two of the same skill apart.
    if (!(await this.#make.run({ cycleId: this.cycle, questionId: measureId }))) return;
    this.announce(this.strings(reviewReport).madeArea(label));
    this.fire(new Event('guild-change'));
  }

  async #open(): Promise<void> {
    this.#ask.reset();
    this.asking = true;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
  }

  async #askNow({ id }: GrowthArea): Promise<void> {
    if (!(await this.#ask.run(id))) return;
    this.renderRoot.querySelector('guild-confirm')?.close();
    this.announce(this.strings(reviewReport).askedNow);
    this.fire(new Event('guild-change'));
  }

  #suggested({ skill }: GrowthArea): unknown {
    const strings = this.strings(reviewReport);
    const { data, error } = this.#mentor;
    if (error) return failureLine(error, this.locale);
    if (!data) return nothing;
    const { mentor } = data;
    if (!mentor) return html`<p class="quiet small">${strings.mentorNone}</p>`;
    return html`<p class="quiet small mentor">${strings.mentorFor}</p>
      ${this.#card.render({
        data: () => html`<mentor-card compact .mentor=${mentor} .skill=${skill?.id}></mentor-card>`,
      })}`;
  }

  #later(area: GrowthArea): unknown {
    const strings = this.strings(reviewReport);
    const button = area.may.askRaters
      ? html`<button class="button" part="button" aria-haspopup="dialog" @click=${this.#open}>
          ${strings.askRaters}
        </button>`
      : nothing;
    return html`${
      area.asked
        ? html`<guild-growth-noticed exportparts="text, error" .area=${area}></guild-growth-noticed>`
        : nothing
    }
    ${button}
    ${
      this.asking
        ? html`<guild-confirm
            .label=${strings.askRatersSure}
            .doLabel=${strings.askRaters}
            .notLabel=${this.strings(reviewConsole).notNow}
            .pending=${this.#ask.pending}
            @guild-confirm=${() => this.#askNow(area)}
            @close=${() => (this.asking = false)}
          >
            <p>${strings.askRatersHelp}</p>
            ${failureLine(this.#ask.error, this.locale)}
          </guild-confirm>`
        : nothing
    }`;
  }

  #begin(gap: Gap): TemplateResult {
    const strings = this.strings(reviewReport);
    return html`<button
        class="button"
        part="button"
        aria-label=${strings.makeAreaNamed(gap.label)}
        aria-disabled=${this.#make.pending}
        @click=${() => this.#makeNow(gap)}
      >
        ${strings.makeArea}
      </button>
      ${failureLine(this.#make.error, this.locale)}`;
  }

  protected override view(): unknown {
    const { area, gap } = this;
    if (!area) return gap ? this.#begin(gap) : nothing;
    const { number } = this.formats;
    return html`<p class="small" part="text">
        ${this.strings(reviewReport).isArea(number(area.from), number(area.to))}
      </p>
      ${this.#suggested(area)} ${this.#later(area)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-growth-step': GrowthStep;
  }
}
