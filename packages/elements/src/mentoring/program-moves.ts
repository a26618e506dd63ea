import type { Program } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { nextSteps } from '../parts/next-steps.js';
import { programConsole } from '../strings/en/console.js';
import { ConfirmStep } from './confirm-step.js';
import { failureLine } from './form-parts.js';

type Move = Program['may']['moves'][number];

/**
 * @summary The steps of a program's life that can be taken now, each with what it does.
 * @csspart list - The steps.
 * @csspart item - A step.
 * @csspart text - What it does.
 * @csspart button - What takes it.
 * @csspart error - What went wrong.
 */
export class ProgramMoves extends GuildElement {
  static override readonly tag = 'guild-program-moves';
  static override readonly uses = [ConfirmStep];
  static override styles = [
    hostStyles,
    css`
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
      details {
        margin-block-start: calc(3 * var(--_space));
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

  readonly #move = new Command(this, (client, { id, move }: { id: string; move: Move }, options) =>
    client.mentoring[move]({ id }, options),
  );

  @state() private asked: Move | undefined;

  /** The program. */
  @property({ attribute: false }) program: Program | undefined;

  async #ask(move: Move): Promise<void> {
    this.#move.reset();
    this.asked = move;
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
  }

  async #do(): Promise<void> {
    const { asked, program } = this;
    if (!asked || !program) return;
    const moved = await this.#move.run({ id: program.id, move: asked });
    if (!moved) return;
    this.renderRoot.querySelector('guild-confirm')?.close();
    const strings = this.strings(programConsole);
    this.announce(strings.moved(strings.states[moved.state]));
  }

  #item(move: Move, isFirst: boolean): TemplateResult {
    const strings = this.strings(programConsole);
    const look = isFirst ? 'primary' : move === 'cancelProgram' ? 'danger' : '';
    return html`<li part="item">
      <button class="button ${look}" part="button" @click=${() => this.#ask(move)}>
        ${strings.moves[move]}
      </button>
      <p class="quiet small" part="text">${strings.movesDo[move]}</p>
    </li>`;
  }

  #confirm(move: Move): TemplateResult {
    const strings = this.strings(programConsole);
    return html`<guild-confirm
      .label=${strings.moveSure[move]}
      .doLabel=${strings.moves[move]}
      .notLabel=${strings.notNow}
      .pending=${this.#move.pending}
      @guild-confirm=${this.#do}
      @close=${() => (this.asked = undefined)}
    >
      <p>${strings.movesDo[move]}</p>
      ${move === 'openEnrollment' ? html`<p class="quiet small">${strings.promised}</p>` : nothing}
      ${failureLine(this.#move.error, this.locale)}
    </guild-confirm>`;
  }

  protected override view(): unknown {
    const [next, ...others] = this.program?.may.moves ?? [];
    if (!next) return nothing;
    // Calling off is never what comes next.
    const isNext = next !== 'cancelProgram';
    const rest = isNext ? others : [next];
    return html`${nextSteps(isNext ? next : undefined, rest, {
      others: this.strings(programConsole).otherMoves,
      item: (move, isFirst) => this.#item(move, isFirst),
    })}
    ${this.asked ? this.#confirm(this.asked) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-moves': ProgramMoves;
  }
}
