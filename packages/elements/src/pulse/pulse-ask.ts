import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine, formStyles } from '../mentoring/form-parts.js';
import { pulse as english } from '../strings/en/pulse.js';
import { survey as surveyWords } from '../strings/en/survey.js';

type Survey = Awaited<ReturnType<Client['pulse']['survey']>>;
type Wave = Awaited<ReturnType<Client['pulse']['wave']>>;

/**
 * @summary For the one who asks a survey: whether it is open, about how many have answered, asking again and closing.
 * @event guild-change - A wave was opened or closed.
 * @csspart text - How it stands.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class PulseAsk extends GuildElement {
  static override readonly tag = 'guild-pulse-ask';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #open = new Query<Wave, readonly [string]>(this, {
    areas: ['pulse'],
    args: () => (this.survey?.openWaveId ? [this.survey.openWaveId] : undefined),
    load: (client, [id], signal) => client.pulse.wave({ id }, { signal }),
  });
  readonly #move = new Command(this, (client, move: 'openWave' | 'closeWave', options): Promise<unknown> => {
    const { id = '', openWaveId = '' } = this.survey ?? {};
    return move === 'openWave'
      ? client.pulse.openWave({ surveyId: id }, options)
      : client.pulse.closeWave({ id: openWaveId }, options);
  });

  @state() private unsure: 'openWave' | 'closeWave' | undefined;

  /** The survey. */
  @property({ attribute: false }) survey: Survey | undefined;

  async #go(move: 'openWave' | 'closeWave'): Promise<void> {
    if ((await this.#move.run(move)) === undefined) return;
    this.unsure = undefined;
    this.fire(new Event('guild-change'));
  }

  #sure(move: 'openWave' | 'closeWave'): TemplateResult {
    const { openSure, closeWaveSure, openNow, closeNow, takeBackNo, notNow } = this.strings(english);
    const [sure, yes, no] =
      move === 'openWave' ? [openSure, openNow, notNow] : [closeWaveSure, closeNow, takeBackNo];
    return html`<div role="group" aria-label=${yes}>
      <p>${sure}</p>
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          aria-disabled=${this.#move.pending}
          @click=${() => this.#go(move)}
        >
          ${yes}
        </button>
        <button class="button quiet" part="button" @click=${() => (this.unsure = undefined)}>${no}</button>
      </div>
    </div>`;
  }

  #line(wave: Wave): TemplateResult {
    const { stillOpen, answered } = this.strings(english);
    return html`<p class="quiet" part="text">
      ${stillOpen(dayWords(wave.closesOn, this.locale))}
      ${wave.answered === undefined ? nothing : answered(wave.answered)}
    </p>`;
  }

  /** That a second person must agree: for the one who waits, and for those who may agree. */
  #awaits({ awaits, may }: Survey): unknown {
    if (!awaits) return nothing;
    const { waitsFor, agreeTo } = this.strings(surveyWords);
    return html`<p class="quiet" part="text">
      ${may.moves.includes('openWave') ? agreeTo(awaits.by.name) : waitsFor}
    </p>`;
  }

  protected override view(): unknown {
    const { survey } = this;
    if (!survey) return nothing;
    const { openNow, closeNow } = this.strings(english);
    const wave = survey.openWaveId ? this.#open.data : undefined;
    const move = (['openWave', 'closeWave'] as const).find((each) => survey.may.moves.includes(each));
    const label = move === 'openWave' ? openNow : closeNow;
    return html`${wave ? this.#line(wave) : nothing} ${this.#awaits(survey)}
    ${
      this.unsure
        ? this.#sure(this.unsure)
        : move
          ? html`<div>
              <button class="button" part="button" @click=${() => (this.unsure = move)}>${label}</button>
            </div>`
          : nothing
    }
    ${failureLine(this.#move.error, this.locale)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-pulse-ask': PulseAsk;
  }
}
