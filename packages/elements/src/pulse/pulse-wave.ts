import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { failureLine, formStyles } from '../mentoring/form-parts.js';
import type { AnswersChangedEvent } from '../questions/answers-changed-event.js';
import { QuestionForm } from '../questions/question-form.js';
import { pulse as english } from '../strings/en/pulse.js';
import { PulseAnsweredEvent } from './events.js';
import { PulseBefore } from './pulse-before.js';
import { PulseThanks } from './pulse-thanks.js';
import { pulseStyles } from './pulse.styles.js';
import { PulseWriting, type PulseForm } from './pulse-writing.js';

type Sent = Awaited<ReturnType<PulseWriting['toSend']>>;
type Step = 'before' | 'form' | 'thanks';

/**
 * @summary One survey to answer: what is promised, the questions, and what can be done afterwards.
 * @event {PulseAnsweredEvent} guild-pulse-answered - The viewer has answered it.
 * @csspart text - What is said about it.
 * @csspart field - The open door.
 * @csspart button - What can be done.
 * @csspart error - What went wrong.
 */
export class PulseWave extends GuildElement {
  static override readonly tag = 'guild-pulse-wave';
  static override readonly uses = [PulseBefore, PulseThanks, QuestionForm];
  static override styles = [hostStyles, formStyles, pulseStyles];

  readonly #writing = new PulseWriting(this);
  readonly #form = new Query<PulseForm, readonly [string, string, 'en' | 'de']>(this, {
    areas: ['pulse'],
    args: () =>
      this.me && this.waveId ? [this.waveId, this.me.id, /^de\b/.test(this.locale) ? 'de' : 'en'] : undefined,
    keep: true,
    load: async (client, [waveId, viewerId, language], signal) => {
      const form = await client.pulse.form({ waveId, language }, { signal });
      await this.#writing.start(viewerId, form);
      return form;
    },
    onChange: (heard) => 'ids' in heard && !heard.ids.includes(this.waveId),
  });
  readonly #answer = new Command(this, (client, sent: Sent, options) => client.pulse.answer(sent, options));

  @state() private step: Step | undefined;

  /** The id of the wave. */
  @property({ attribute: false }) waveId = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('waveId')) this.step = undefined;
  }

  async #go(step: Step): Promise<void> {
    this.step = step;
    await this.updateComplete;
    const next = { before: 'guild-pulse-before', form: 'guild-question-form', thanks: 'guild-pulse-thanks' };
    const element = this.renderRoot.querySelector<HTMLElement>(next[step]);
    if (element instanceof GuildElement) await element.updateComplete;
    element?.focus();
    if (step !== 'form') this.scrollIntoView({ block: 'nearest' });
  }

  async #send(form: PulseForm): Promise<void> {
    const questions = this.renderRoot.querySelector('guild-question-form');
    if (this.#answer.pending || !(await questions?.check())) return;
    const sent = await this.#writing.toSend();
    if (!(await this.#answer.run(sent))) return;
    await this.#writing.sent();
    this.#answered(form, 'answered');
    this.fire(new PulseAnsweredEvent(form.waveId));
    await this.#go('thanks');
  }

  #answered({ waveId }: PulseForm, state: PulseForm['state']): void {
    this.#form.mutate((form) => (form.waveId === waveId ? { ...form, state } : form));
  }

  #questions(form: PulseForm): TemplateResult {
    const strings = this.strings(english);
    const writing = this.#writing;
    const { pending, error } = this.#answer;
    return html`<div class="promise quiet small">
        <span>${strings.beforeShort(strings.modes[form.mode], form.k)}</span>
        <button class="button quiet" part="button" @click=${() => this.#go('before')}>
          ${strings.backToBefore}
        </button>
      </div>
      ${form.mode === 'sealed' ? this.#unkept(strings.notLasting) : nothing}
      <guild-question-form
        anonymous
        .questions=${form.questions}
        .answers=${writing.answers}
        .refused=${this.#refused(form)}
        @guild-answers-changed=${({ answers }: AnswersChangedEvent) => writing.edit({ answers })}
      ></guild-question-form>
      ${form.threads && writing.hasWords ? this.#door() : nothing}
      <div class="foot">
        ${failureLine(error, this.locale)}
        <div class="actions" part="actions">
          <button
            class="button primary"
            part="button"
            aria-disabled=${pending}
            @click=${() => this.#send(form)}
          >
            ${pending ? strings.sending : form.state === 'answered' ? strings.sendAgain : strings.send}
          </button>
          <span class="quiet small" role="status">${writing.where ? strings.kept[writing.where] : ''}</span>
        </div>
      </div>`;
  }

  /** What the server has found wrong, by the id of the question. */
  #refused({ questions }: PulseForm): Record<string, string> {
    const { error } = this.#answer;
    const paths = (error?.fields ?? []).map(({ path }) => `${path}.`);
    const wrong = questions.filter(({ id }) => paths.some((path) => path.startsWith(`answers.${id}.`)));
    if (!error || !wrong.length) return {};
    const text = errorText({ code: error.code, reason: 'answer.invalid' }, this.locale);
    return Object.fromEntries(wrong.map(({ id }) => [id, text]));
  }

  /** Said where the browser keeps nothing, as on plain http. */
  #unkept(words: string): TemplateResult | typeof nothing {
    return this.#writing.lasting ? nothing : html`<p class="unkept" part="text" role="note">${words}</p>`;
  }

  #door(): TemplateResult {
    const { door, doorHelp, doorNotLasting } = this.strings(english);
    return html`<div class="field door" part="field">
      <label class="tick">
        <input
          type="checkbox"
          id="door"
          aria-describedby="door-help"
          .checked=${this.#writing.door}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#writing.edit({ door: target.checked })}
        />
        <span>${door}</span>
      </label>
      <p class="help" id="door-help">${this.#writing.lasting ? doorHelp : doorNotLasting}</p>
    </div>`;
  }

  #before(form: PulseForm): TemplateResult {
    const { begin, goOn } = this.strings(english);
    const isBegun = Object.keys(this.#writing.answers).length > 0;
    const { notLasting } = this.strings(english);
    return html`<guild-pulse-before .form=${form}>
      ${form.mode === 'sealed' ? this.#unkept(notLasting) : nothing}
      <div class="actions" part="actions">
        <button class="button primary" part="button" @click=${() => this.#go('form')}>
          ${isBegun ? goOn : begin}
        </button>
      </div>
    </guild-pulse-before>`;
  }

  #thanks(form: PulseForm): TemplateResult {
    return html`<guild-pulse-thanks
      .form=${form}
      .writing=${this.#writing}
      @guild-resume=${() => this.#go('form')}
      @guild-taken-back=${() => {
        this.#answered(form, 'open');
        void this.#go('before');
      }}
    ></guild-pulse-thanks>`;
  }

  protected override view(): unknown {
    return this.#form.render({
      data: (form) => {
        const step = this.step ?? (form.state === 'answered' ? 'thanks' : 'before');
        const views = { before: this.#before, form: this.#questions, thanks: this.#thanks };
        return html`<div class=${step}>${views[step].call(this, form)}</div>`;
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-pulse-wave': PulseWave;
  }
}
