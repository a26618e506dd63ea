import type { Client } from '@guildhall/core';
import { css, html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { chipChoice, failureLine, formStyles, lineField, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { common } from '../strings/en/common.js';
import { pulse as english } from '../strings/en/pulse.js';

type Draft = Parameters<Client['pulse']['createSurvey']>[0];

interface Writing {
  title: string;
  purpose: string;
  mode: string;
  openDays: string;
  members: boolean;
}

const [TITLE_MAX, PURPOSE_MAX, DAYS_MAX] = [120, 2000, 60];

/**
 * @summary Asks the built-in form on team safety of those who report to the viewer: its name, why, and how answers are kept.
 * @event guild-change - It was asked, or is there as a draft.
 * @event guild-close - The viewer does not want to ask.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart button - What can be done.
 * @csspart error - What is wrong.
 */
export class TeamPulseForm extends GuildElement {
  static override readonly tag = 'guild-team-pulse-form';
  static override styles = [
    hostStyles,
    formStyles,
    css`
      [type='number'] {
        max-inline-size: 6rem;
      }
      fieldset + .help {
        margin-block-start: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #kept = new KeptForm<Writing>(this, {
    name: () => 'team pulse',
    blank: () => ({
      title: this.strings(english).whole,
      purpose: '',
      mode: 'confidential',
      openDays: '7',
      members: true,
    }),
  });
  /** What was written down; when only the asking failed, it is there as a draft to be asked from. */
  readonly #ask = new Command(this, async (client, draft: Draft, options) => {
    const { id } = await client.pulse.createSurvey(draft, options);
    this.fire(new Event('guild-change'));
    return client.pulse.openWave({ surveyId: id }, options);
  });

  @state() private problems: Partial<Record<keyof Writing, string>> = {};

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  #problemsOf({ title, purpose }: Writing): Partial<Record<keyof Writing, string>> {
    const { needTitle, needPurpose, tooLong } = this.strings(english);
    const wrong = (text: string, max: number, need: string) =>
      !text.trim() ? need : [...text.trim()].length > max ? tooLong(max) : '';
    const ofTitle = wrong(title, TITLE_MAX, needTitle);
    const ofPurpose = wrong(purpose, PURPOSE_MAX, needPurpose);
    return { ...(ofTitle && { title: ofTitle }), ...(ofPurpose && { purpose: ofPurpose }) };
  }

  async #send(): Promise<void> {
    const { title, purpose, mode, openDays, members } = this.#kept.value;
    this.problems = this.#problemsOf(this.#kept.value);
    const [first] = Object.keys(this.problems);
    if (first || !this.me) {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>(`#${first ?? 'title'}`)?.focus();
    }
    const asked = await this.#ask.run({
      title: title.trim(),
      purpose: purpose.trim(),
      form: { kind: 'safety' },
      mode: mode === 'sealed' ? 'sealed' : 'confidential',
      audience: { kind: 'reports', managerId: this.me.id },
      readers: { members },
      cadence: { openDays: Math.min(DAYS_MAX, Math.max(1, Math.round(Number(openDays)) || 7)) },
    });
    if (!asked) return;
    this.#kept.drop();
    this.fire(new Event('guild-change'));
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    const { title, purpose, mode, openDays, members } = this.#kept.value;
    const modes = (['confidential', 'sealed'] as const).map((each) => [each, strings.modes[each]] as const);
    return html`<div
      class="form"
      role="form"
      aria-label=${strings.askTeam}
      @input=${(event: Event) => this.#kept.input(event)}
    >
      <h3 class="title" part="header">${strings.askTeam}</h3>
      <p class="quiet">${strings.askTeamWords}</p>
      ${lineField({ name: 'title', label: strings.titleField, value: title, problem: this.problems.title })}
      ${textField({
        name: 'purpose',
        label: strings.purpose,
        value: purpose,
        help: strings.purposeHelp,
        problem: this.problems.purpose,
      })}
      <div>
        ${chipChoice('mode', strings.modeField, modes, mode)}
        <p class="help">${strings.modeWords[mode === 'sealed' ? 'sealed' : 'confidential']}</p>
      </div>
      <label class="tick">
        <input type="checkbox" name="members" .checked=${members} />
        <span>${strings.membersRead}</span>
      </label>
      ${lineField({
        name: 'openDays',
        label: strings.openDays,
        type: 'number',
        value: openDays,
        min: '1',
        max: String(DAYS_MAX),
      })}
      ${failureLine(this.#ask.error, this.locale)}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${this.#ask.pending} @click=${this.#send}>
          ${strings.openNow}
        </button>
        <button
          class="button quiet"
          part="button"
          @click=${() => {
            this.#kept.drop();
            this.fire(new Event('guild-close'));
          }}
        >
          ${this.strings(common).cancel}
        </button>
      </div>
      <p class="quiet small">${strings.openSure}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-team-pulse-form': TeamPulseForm;
  }
}
