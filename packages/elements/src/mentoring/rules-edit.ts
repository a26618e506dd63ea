import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { programForm } from '../strings/en/program-form.js';
import { formStyles } from './form-parts.js';
import { evenedOut, sumOf, type RulesWriting } from './program-writing.js';
import { wishWords } from './reason-words.js';
import { scoreBar, tint, tintStyles } from './score-bar.js';

/** The rules that are a number in a sentence. */
type NumberField = 'maxHoursApart' | 'minGradeGap' | 'maxGradeGap' | 'minScore';
/** The rules that hold or do not. */
type TickField = 'commonLanguage' | 'otherTeam' | 'newPartners' | 'fair';

/**
 * @summary How people are matched, in sentences: what must hold, what makes a match better by how many of 100 points, and what all is after.
 * @event guild-change - The viewer has changed `value`.
 * @csspart field - A rule.
 * @csspart button - What makes the points 100.
 * @csspart error - What is wrong.
 */
export class RulesEdit extends GuildElement {
  static override readonly tag = 'guild-rules-edit';
  static override styles = [
    hostStyles,
    formStyles,
    tintStyles,
    css`
      .form {
        gap: calc(3 * var(--_space));
      }
      .sentence {
        line-height: 2.4;
      }
      .sentence .input,
      .weight .input {
        inline-size: 4.2em;
        min-block-size: calc(32px * var(--guild-density, 1));
        padding-block: 0;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      .weights {
        display: grid;
        gap: var(--_space);
      }
      .weight {
        display: grid;
        grid-template-columns: 12px minmax(0, 1fr) auto;
        align-items: center;
        gap: calc(3 * var(--_space));
        min-block-size: calc(40px * var(--guild-density, 1));
      }
      .weight svg {
        inline-size: 12px;
        block-size: 12px;
        stroke: none;
      }
      .none svg {
        visibility: hidden;
      }
      .none label {
        color: var(--_quiet);
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: calc(2 * var(--_space));
        min-block-size: var(--_control);
        font-variant-numeric: tabular-nums;
      }
      h4 {
        margin: calc(3 * var(--_space)) 0 0;
      }
      .title {
        font-size: 1em;
      }
    `,
  ];

  /** The rules. */
  @property({ attribute: false }) value: RulesWriting | undefined;
  /** Who teaches whom: the words of the grades follow it. */
  @property() direction = 'forward';
  /** What is wrong, by field. */
  @property({ attribute: false }) problems: Partial<Record<string, string>> = {};

  #change(change: Partial<RulesWriting>): void {
    if (!this.value) return;
    this.value = { ...this.value, ...change };
    this.fire(new Event('guild-change'));
  }

  #number(name: NumberField, label: string): TemplateResult {
    const type = ({ target }: Event) =>
      target instanceof HTMLInputElement && this.#change({ [name]: target.value });
    return html`<input
      class="input"
      id=${name}
      inputmode="numeric"
      autocomplete="off"
      placeholder=${this.strings(programForm).any}
      aria-label=${label}
      aria-invalid=${this.problems[name] ? 'true' : 'false'}
      .value=${this.value?.[name] ?? ''}
      @input=${type}
    />`;
  }

  #tick(name: TickField, label: string): TemplateResult {
    const tick = ({ target }: Event) =>
      target instanceof HTMLInputElement && this.#change({ [name]: target.checked });
    return html`<label class="tick" part="field">
      <input type="checkbox" id=${name} .checked=${this.value?.[name] ?? false} @change=${tick} />
      <span>${label}</span>
    </label>`;
  }

  #problem(...names: string[]): unknown {
    const problem = names.map((name) => this.problems[name]).find(Boolean);
    return problem ? html`<p class="error" part="error" role="alert">${problem}</p>` : '';
  }

  #weigh(index: number, { target }: Event): void {
    if (!(target instanceof HTMLInputElement) || !this.value) return;
    const weight = Math.max(0, Math.min(100, Math.trunc(Number(target.value) || 0)));
    const wishes = this.value.wishes.map((wish, at) => (at === index ? { ...wish, weight } : wish));
    this.#change({ wishes });
  }

  #weights(wishes: RulesWriting['wishes']): TemplateResult {
    const strings = this.strings(programForm);
    const counted = wishes.filter(({ weight }) => weight > 0);
    return html`<ul class="weights" id="wishes" tabindex="-1" role="list">
      ${wishes.map(({ wish, weight }, index) => {
        const label = strings.wishSentences[wish] ?? wishWords(wish, this.locale);
        const place = counted.findIndex((one) => one.wish === wish);
        return html`<li class="weight ${weight ? '' : 'none'}">
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect class=${tint(Math.max(0, place))} width="12" height="12" rx="3" />
          </svg>
          <label for="weight-${wish}">${label}</label>
          <input
            class="input"
            id="weight-${wish}"
            type="number"
            min="0"
            max="100"
            step="5"
            aria-describedby="sum"
            .value=${String(weight)}
            @input=${(event: Event) => this.#weigh(index, event)}
          />
        </li>`;
      })}
    </ul>`;
  }

  #sum(wishes: RulesWriting['wishes']): TemplateResult {
    const strings = this.strings(programForm);
    const sum = sumOf(wishes);
    const parts = wishes
      .filter(({ weight }) => weight > 0)
      .map(({ wish, weight }) => ({
        ...{ criterion: wish, reason: '', evidence: {}, max: 10_000 },
        points: (weight * 10_000) / Math.max(100, sum),
      }));
    return html`${scoreBar(parts)}
      <div class="sum">
        <span id="sum" class=${sum === 100 ? 'quiet' : 'error'} role="status">${strings.weightSum(sum)}</span>
        ${
          sum === 100 || sum === 0
            ? ''
            : html`<button
                class="button"
                part="button"
                @click=${() => this.#change({ wishes: evenedOut(wishes) })}
              >
                ${strings.evenOut}
              </button>`
        }
      </div>`;
  }

  #aim({ goal }: RulesWriting): TemplateResult {
    const { aims, leastScore } = this.strings(programForm);
    const choose = ({ target }: Event) =>
      target instanceof HTMLInputElement &&
      target.type === 'radio' &&
      this.#change({ goal: target.value === 'score' ? 'score' : 'participation' });
    const radio = (value: string, label: unknown) =>
      html`<label class="tick" part="field">
        <input type="radio" name="goal" value=${value} .checked=${goal === value} />
        <span class=${value === 'score' ? 'sentence' : ''}>${label}</span>
      </label>`;
    return html`<div role="radiogroup" aria-label=${this.strings(programForm).aim} @change=${choose}>
      ${radio('participation', aims.participation)}
      ${radio('score', fill(aims.score, { least: this.#number('minScore', leastScore) }))}
    </div>`;
  }

  protected override view(): unknown {
    const { value } = this;
    if (!value) return '';
    const strings = this.strings(programForm);
    const grades = this.direction === 'reverse' ? strings.gradesApartReverse : strings.gradesApart;
    return html`<div class="form">
      <h4 class="title">${strings.mustHold}</h4>
      <p class="quiet small">${strings.always}</p>
      <p class="sentence" part="field">
        ${fill(strings.hoursApart, { hours: this.#number('maxHoursApart', strings.hoursLabel) })}
      </p>
      <p class="sentence" part="field">
        ${fill(grades, {
          least: this.#number('minGradeGap', strings.leastGrades),
          most: this.#number('maxGradeGap', strings.mostGrades),
        })}
      </p>
      ${this.#problem('maxHoursApart', 'minGradeGap', 'maxGradeGap')}
      ${this.#tick('commonLanguage', strings.commonLanguage)} ${this.#tick('otherTeam', strings.otherTeam)}
      ${this.#tick('newPartners', strings.newPartners)}
      <h4 class="title">${strings.better}</h4>
      <p class="quiet small">${strings.betterHelp}</p>
      ${this.#weights(value.wishes)} ${this.#sum(value.wishes)}
      <h4 class="title">${strings.aim}</h4>
      ${this.#aim(value)} ${this.#problem('minScore')} ${this.#tick('fair', strings.fair)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-rules-edit': RulesEdit;
  }
}
