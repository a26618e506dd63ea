import type { PersonRef } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Failure } from '../internal/failure.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { common } from '../strings/en/common.js';
import { workbench } from '../strings/en/workbench.js';
import { ConfirmStep } from './confirm-step.js';
import { failureLine, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import { ruleWords } from './why-view.js';

/** The longest reason, in code points. */
const MOST = 500;

/** `guild-override`: the viewer sets the rules aside, and says why. */
export class OverrideEvent extends Event {
  readonly reason: string;

  constructor(reason: string) {
    super('guild-override');
    this.reason = reason;
  }
}

/**
 * @summary Asks why a rule is to be set aside for two people; without a written reason it is not.
 * @event {OverrideEvent} guild-override - The viewer has written why.
 * @event close - It has been closed.
 * @csspart field - The reason.
 * @csspart error - What is wrong.
 */
export class RuleOverride extends GuildElement {
  static override readonly tag = 'guild-rule-override';
  static override readonly uses = [ConfirmStep];
  static override styles = [
    hostStyles,
    css`
      .inside {
        display: grid;
        gap: calc(4 * var(--_space));
      }
      textarea.input {
        min-block-size: 5.5em;
      }
    `,
  ];

  readonly #form = new KeptForm<{ reason: string }>(this, {
    name: () => `override ${this.key}`,
    blank: () => ({ reason: '' }),
  });

  @state() private problem = '';

  /** What tells this override from others: the run and the two people. */
  @property() key = '';
  @property({ attribute: false }) mentee: PersonRef | undefined;
  @property({ attribute: false }) mentor: PersonRef | undefined;
  /** The rules that stand against it, by their codes. */
  @property({ attribute: false }) rules: readonly string[] = [];
  /** Why setting them aside failed. */
  @property({ attribute: false }) failure: Failure | undefined;
  /** An answer is awaited. */
  @property({ type: Boolean }) pending = false;

  /** Opens it. */
  async show(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Closes it; what was written is done with. */
  done(): void {
    this.#form.drop();
    this.renderRoot.querySelector('guild-confirm')?.close();
  }

  #send(): void {
    const reason = this.#form.value.reason.trim();
    const { overrideNeed } = this.strings(workbench);
    this.problem = reason.length >= 3 && [...reason].length <= MOST ? '' : overrideNeed;
    if (this.problem) this.renderRoot.querySelector('textarea')?.focus();
    else this.fire(new OverrideEvent(reason));
  }

  #input(event: Event): void {
    this.#form.input(event);
    this.problem = '';
  }

  protected override view(): TemplateResult {
    const strings = this.strings(workbench);
    const { mentee, mentor } = this;
    return html`<guild-confirm
      .label=${strings.overrideTitle}
      .doLabel=${strings.overrideDo}
      .notLabel=${this.strings(common).cancel}
      .pending=${this.pending}
      @guild-confirm=${this.#send}
      @close=${() => this.fire(new Event('close'))}
    >
      <div class="inside" @input=${this.#input}>
        <p>
          ${mentee && mentor ? html`<bdi>${strings.overrideText(mentee.name, mentor.name)}</bdi>` : nothing}
          ${ruleWords(this.rules, strings)}
        </p>
        ${textField({
          name: 'reason',
          label: strings.overrideWhy,
          value: this.#form.value.reason,
          help: strings.overrideHelp,
          problem: this.problem,
        })}
        ${failureLine(this.failure, this.locale)}
      </div>
    </guild-confirm>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-rule-override': RuleOverride;
  }
}
