import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { ConfirmStep } from '../mentoring/confirm-step.js';
import { failureLine } from '../mentoring/form-parts.js';
import { nextSteps } from '../parts/next-steps.js';
import { reviewConsole } from '../strings/en/review-console.js';
import type { Cycle } from './cycle-types.js';

/** The steps of a cycle's life, as they follow each other; what calls it off is last. */
const STEPS = [
  'launch',
  'startApproving',
  'startCollecting',
  'close',
  'release',
  'finish',
  'cancelCycle',
] as const;
type Step = (typeof STEPS)[number];

/**
 * @summary The steps of a cycle that can be taken now, each with what it does, and asked for once more before it is done.
 * @csspart list - The steps.
 * @csspart item - A step.
 * @csspart text - What it does.
 * @csspart button - What takes it.
 * @csspart error - What went wrong.
 */
export class CycleMoves extends GuildElement {
  static override readonly tag = 'guild-cycle-moves';
  static override readonly uses = [ConfirmStep];
  static override styles = [
    hostStyles,
    css`
      :host,
      ul {
        display: grid;
        gap: calc(3 * var(--_space));
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(1 * var(--_space)) calc(4 * var(--_space));
      }
      li p {
        flex: 1 1 18rem;
        max-inline-size: 68ch;
      }
      .danger {
        color: var(--_danger);
      }
      summary {
        inline-size: fit-content;
        border-radius: 4px;
        cursor: pointer;
      }
      details ul {
        padding-block-start: calc(3 * var(--_space));
      }
    `,
  ];

  readonly #move = new Command(this, (client, { id, step }: { id: string; step: Step }, options) =>
    client.reviews[step]({ id }, options),
  );

  @state() private asked: Step | undefined;

  /** The cycle. */
  @property({ attribute: false }) cycle: Cycle | undefined;

  /** What a step is called here: a launch for which somebody waits is approved. */
  #nameOf(step: Step): string {
    return step === 'launch' && this.cycle?.awaits ? 'approveLaunch' : step;
  }

  async #ask(step: Step): Promise<void> {
    this.#move.reset();
    this.asked = step;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
  }

  async #do(): Promise<void> {
    const { asked, cycle } = this;
    if (!asked || !cycle) return;
    const moved = await this.#move.run({ id: cycle.id, step: asked });
    if (!moved) return;
    this.renderRoot.querySelector('guild-confirm')?.close();
    const strings = this.strings(reviewConsole);
    this.announce(strings.moved(strings.states[moved.state] ?? moved.state));
    this.fire(new Event('guild-change'));
  }

  #item(step: Step, isFirst: boolean): TemplateResult {
    const { moves, movesDo } = this.strings(reviewConsole);
    // Nobody should be drawn to end the answering, which ends by itself.
    const look = isFirst && step !== 'close' ? 'primary' : step === 'cancelCycle' ? 'danger' : '';
    return html`<li part="item">
      <button class="button ${look}" part="button" @click=${() => this.#ask(step)}>
        ${moves[this.#nameOf(step)]}
      </button>
      <p class="quiet small" part="text">${movesDo[this.#nameOf(step)]}</p>
    </li>`;
  }

  #confirm(step: Step): TemplateResult {
    const strings = this.strings(reviewConsole);
    const name = this.#nameOf(step);
    return html`<guild-confirm
      .label=${strings.moveSure[name] ?? ''}
      .doLabel=${strings.moves[name] ?? ''}
      .notLabel=${strings.notNow}
      .pending=${this.#move.pending}
      @guild-confirm=${this.#do}
      @close=${() => (this.asked = undefined)}
    >
      <p>${strings.movesDo[name]}</p>
      <p class="quiet small">${strings.logged}</p>
      ${failureLine(this.#move.error, this.locale)}
    </guild-confirm>`;
  }

  /** What the cycle waits for by itself. */
  #waiting({ awaits, state, releaseFailed }: Cycle): unknown {
    const strings = this.strings(reviewConsole);
    if (awaits) {
      return html`<p part="text">
        ${fill(strings.waitsForSecond, { name: html`<bdi>${awaits.by.name}</bdi>` })}
      </p>`;
    }
    if (state === 'releasing') return html`<p role="status" part="text">${strings.releasingNow}</p>`;
    return releaseFailed ? html`<p class="error" part="error">${strings.releaseFailed}</p>` : nothing;
  }

  protected override view(): unknown {
    const { cycle } = this;
    if (!cycle) return nothing;
    // Who asked for the launch cannot be the one who approves it.
    const isOwn = cycle.awaits?.by.id === this.me?.id;
    const may = STEPS.filter((step) => cycle.may.moves.includes(step) && !(isOwn && step === 'launch'));
    const [next] = may;
    // Calling off is never what comes next.
    const first = next === 'cancelCycle' ? undefined : next;
    const rest = may.filter((step) => step !== first);
    return html`${this.#waiting(cycle)}
    ${nextSteps(first, rest, {
      others: this.strings(reviewConsole).otherMoves,
      item: (step, isFirst) => this.#item(step, isFirst),
    })}
    ${this.asked ? this.#confirm(this.asked) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-cycle-moves': CycleMoves;
  }
}
