import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { chipChoice, failureLine, formStyles, lineField, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import type { ChoiceEvent } from '../parts/choice.js';
import { ChoiceField } from '../parts/choice-field.js';
import { board as english } from '../strings/en/board.js';
import { common } from '../strings/en/common.js';
import { BoardChangedEvent } from './events.js';
import { findUnits } from './find-units.js';

type Draft = Parameters<Client['pulse']['openBoard']>[0];

interface Writing {
  title: string;
  question: string;
  /** `team` and the id of one of the viewer's own, or `reports`, `units`, `everyone`. */
  kind: string;
  unitId: string;
  unitName: string;
  votesEach: string;
}

/** Begins the choice of a team of the viewer's own. */
const TEAM = 'team ';
const [TITLE_MAX, QUESTION_MAX, VOTES_MAX] = [120, 500, 20];

/**
 * @summary Opens a board: what it is about, its question, and who takes part.
 * @event {BoardChangedEvent} guild-board-changed - The board is open.
 * @event guild-close - The viewer wants none.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart button - What can be done.
 * @csspart error - What is wrong.
 */
export class BoardForm extends GuildElement {
  static override readonly tag = 'guild-board-form';
  static override readonly uses = [ChoiceField];
  static override styles = [
    hostStyles,
    formStyles,
    css`
      [type='number'] {
        max-inline-size: 6rem;
      }
      .help {
        margin-block-start: calc(2 * var(--_space));
      }
    `,
  ];

  readonly #kept = new KeptForm<Writing>(this, {
    name: () => 'idea board',
    blank: () => {
      const [team] = this.me?.teams ?? [];
      const kind = team ? TEAM + team.id : 'reports';
      return { title: '', question: '', kind, unitId: '', unitName: '', votesEach: '3' };
    },
  });
  readonly #open = new Command(this, (client, draft: Draft, options) =>
    client.pulse.openBoard(draft, options),
  );

  @state() private problems: Partial<Record<keyof Writing, string>> = {};

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  #problemsOf({ title, question, kind, unitId }: Writing): Partial<Record<keyof Writing, string>> {
    const { needTitle, needQuestion, needUnit, tooLong } = this.strings(english);
    const wrong = (text: string, max: number, need: string) =>
      !text.trim() ? need : [...text.trim()].length > max ? tooLong(max) : '';
    const [ofTitle, ofQuestion] = [
      wrong(title, TITLE_MAX, needTitle),
      wrong(question, QUESTION_MAX, needQuestion),
    ];
    return {
      ...(ofTitle && { title: ofTitle }),
      ...(ofQuestion && { question: ofQuestion }),
      ...(kind === 'units' && !unitId && { unitId: needUnit }),
    };
  }

  async #send(): Promise<void> {
    const { me } = this;
    const { title, question, kind, unitId, votesEach } = this.#kept.value;
    this.problems = this.#problemsOf(this.#kept.value);
    const [first] = Object.keys(this.problems);
    if (first || !me) {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>(`#${first ?? 'title'}`)?.focus();
    }
    const audience = audienceOf({ kind, unitId }, me.id);
    const votes = Math.min(VOTES_MAX, Math.max(1, Math.round(Number(votesEach)) || 3));
    const board = await this.#open.run({
      title: title.trim(),
      question: question.trim(),
      audience,
      votesEach: votes,
    });
    if (!board) return;
    this.#kept.drop();
    this.fire(new BoardChangedEvent(board));
  }

  #audience({ kind, unitName }: Writing): TemplateResult {
    const strings = this.strings(english);
    const { teams = [], roles = [] } = this.me ?? {};
    const kinds = [
      ...teams.map(({ id, name }) => [TEAM + id, name] as const),
      ['reports', strings.kinds.reports] as const,
      // Others are refused, whatever stands here.
      ...(roles.includes('hrAdmin')
        ? (['units', 'everyone'] as const).map((each) => [each, strings.kinds[each]] as const)
        : []),
    ];
    return html`<div>
        ${chipChoice('kind', strings.forWhom, kinds, kind)}
        <p class="help">${strings.forWhomHelp}</p>
      </div>
      ${
        kind === 'units'
          ? html`<guild-choice-field
              id="unitId"
              .label=${strings.unit}
              .help=${strings.unitHelp}
              .error=${this.problems.unitId ?? ''}
              .find=${findUnits}
              .value=${unitName}
              @guild-choose=${({ choice }: ChoiceEvent) =>
                this.#kept.edit({ unitId: choice?.id ?? '', unitName: choice?.name ?? '' })}
            ></guild-choice-field>`
          : nothing
      }`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(english);
    const { title, question, votesEach } = this.#kept.value;
    return html`<div
      class="form"
      role="form"
      aria-label=${strings.openTitle}
      @input=${(event: Event) => this.#kept.input(event)}
    >
      <h2 class="title" part="header">${strings.openTitle}</h2>
      ${lineField({
        name: 'title',
        label: strings.title,
        value: title,
        placeholder: strings.titleHint,
        problem: this.problems.title,
      })}
      ${textField({
        name: 'question',
        label: strings.question,
        value: question,
        placeholder: strings.questionHint,
        problem: this.problems.question,
      })}
      ${this.#audience(this.#kept.value)}
      ${lineField({
        name: 'votesEach',
        label: strings.votesEach,
        type: 'number',
        value: votesEach,
        min: '1',
        max: String(VOTES_MAX),
      })}
      ${failureLine(this.#open.error, this.locale)}
      <div class="actions" part="actions">
        <button class="button primary" part="button" aria-disabled=${this.#open.pending} @click=${this.#send}>
          ${strings.openIt}
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
    </div>`;
  }
}

function audienceOf({ kind, unitId }: Pick<Writing, 'kind' | 'unitId'>, viewerId: string): Draft['audience'] {
  if (kind === 'everyone') return { kind };
  if (kind === 'reports') return { kind, managerId: viewerId };
  return { kind: 'units', unitIds: [kind === 'units' ? unitId : kind.slice(TEAM.length)] };
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-board-form': BoardForm;
  }
}
