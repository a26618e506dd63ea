import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { dayWords } from '../mentoring/days.js';
import { failureLine, formStyles, lineField } from '../mentoring/form-parts.js';
import { common } from '../strings/en/common.js';
import { reviewConsole } from '../strings/en/review-console.js';
import type { Cycle, Nomination } from './cycle-types.js';
import { NominationWhy } from './nomination-why.js';
import type { NominationEndedEvent } from './review-events.js';
import { ReviewersAdd } from './reviewers-add.js';
import { subjectReviewersStyles } from './subject-reviewers.styles.js';

type Change =
  | { do: 'approve'; id: string }
  | { do: 'withdraw'; id: string }
  | { do: 'extend'; id: string; dueOn: string };

/** Whose reason is being written, and whether they are rejected or taken out. */
interface Ending {
  id: string;
  rejects: boolean;
}

/**
 * @summary The reviewers of one person in a cycle: approve, reject, take out, give more time, add. Never who has answered.
 * @event guild-change - Something was changed.
 * @csspart list - The reviewers.
 * @csspart item - One of them.
 * @csspart name - The name.
 * @csspart text - What is said about one.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class SubjectReviewers extends GuildElement {
  static override readonly tag = 'guild-subject-reviewers';
  static override readonly uses = [NominationWhy, ReviewersAdd];
  static override styles = [hostStyles, formStyles, subjectReviewersStyles];

  readonly #nominations = new Query(this, {
    areas: ['reviews'],
    args: () => (this.cycle && this.subject ? ([this.cycle.id, this.subject.id] as const) : undefined),
    keep: true,
    load: (client: Client, [cycleId, subjectId], signal) =>
      client.reviews.nominations({ cycleId, subjectId, limit: 100 }, { signal }),
  });
  readonly #change = new Command(this, (client, change: Change, options) => {
    const { id } = change;
    if (change.do === 'approve') return client.reviews.decideNomination({ id, approve: true }, options);
    if (change.do === 'withdraw') return client.reviews.withdrawNomination({ id }, options);
    return client.reviews.extendReviewer({ id, dueOn: change.dueOn }, options);
  });

  @state() private failedId = '';
  @state() private extending: { id: string; dueOn: string } | undefined;
  @state() private ending: Ending | undefined;

  /** The cycle. */
  @property({ attribute: false }) cycle: Cycle | undefined;
  /** Who is reviewed. */
  @property({ attribute: false }) subject: { id: string; name: string } | undefined;
  /** Whether the viewer can add reviewers now. */
  @property({ attribute: false }) adds = true;

  /** Reads the list again, after something else has changed it. */
  async reload(): Promise<void> {
    await this.#nominations.reload();
  }

  async #do(change: Change): Promise<void> {
    this.failedId = change.id;
    const changed = await this.#change.run(change);
    if (!changed) return;
    this.failedId = '';
    this.extending = undefined;
    if (change.do === 'extend') this.announce(this.strings(reviewConsole).oneSaved(changed.reviewer.name));
    else this.#say(changed);
    this.#changed();
  }

  #say({ reviewer, state }: Nomination): void {
    const strings = this.strings(reviewConsole);
    this.announce(strings.decided(reviewer.name, strings.nominationStates[state] ?? state));
  }

  async #end(ending: Ending): Promise<void> {
    this.ending = ending;
    this.extending = undefined;
    await this.updateComplete;
    const why = this.renderRoot.querySelector('guild-nomination-why');
    await why?.updateComplete;
    why?.focus();
  }

  #ended({ nomination }: NominationEndedEvent): void {
    this.ending = undefined;
    this.#say(nomination);
    this.#changed();
  }

  async #leave({ id }: Ending): Promise<void> {
    this.ending = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"] .ends`)?.focus();
  }

  #changed(): void {
    void this.#nominations.reload();
    this.fire(new Event('guild-change'));
  }

  #facts({ direction, state, by, reviewer, reason, dueOn }: Nomination): string {
    const strings = this.strings(reviewConsole);
    return [
      strings.directions[direction] ?? direction,
      strings.nominationStates[state] ?? state,
      ...(by && by.id !== reviewer.id ? [strings.proposedBy(by.name)] : []),
      ...(dueOn ? [strings.dueBy(dayWords(dueOn, this.locale))] : []),
      ...(reason ? [strings.because(reason)] : []),
    ].join(' · ');
  }

  #button(what: string, { reviewer }: Nomination, click: () => void, look = 'quiet'): TemplateResult {
    return html`<button
      class="button ${look}"
      part="button"
      aria-label=${this.strings(reviewConsole).decide(what, reviewer.name)}
      aria-disabled=${this.#change.pending}
      @click=${click}
    >
      ${what}
    </button>`;
  }

  #actions(nomination: Nomination): TemplateResult {
    const strings = this.strings(reviewConsole);
    const { id, may, dueOn } = nomination;
    const first = dueOn ?? this.cycle?.dates.answerBy ?? '';
    // Who takes back what they proposed themselves owes nobody a reason.
    const takeOut = () =>
      nomination.by?.id === this.me?.id
        ? this.#do({ do: 'withdraw', id })
        : this.#end({ id, rejects: false });
    return html`<span>
      ${
        may.decide
          ? html`${this.#button(strings.approve, nomination, () => this.#do({ do: 'approve', id }), '')}
            ${this.#button(strings.reject, nomination, () => this.#end({ id, rejects: true }), 'quiet ends')}`
          : nothing
      }
      ${may.withdraw ? this.#button(strings.withdraw, nomination, takeOut, 'quiet ends') : nothing}
      ${
        may.extend
          ? this.#button(strings.moreTime, nomination, () => (this.extending = { id, dueOn: first }))
          : nothing
      }
    </span>`;
  }

  #moreTime({ id, dueOn }: { id: string; dueOn: string }): TemplateResult {
    const strings = this.strings(reviewConsole);
    const input = ({ target }: Event) =>
      target instanceof HTMLInputElement && (this.extending = { id, dueOn: target.value });
    return html`<div class="more-time" @input=${input}>
      ${lineField({ name: 'dueOn', type: 'date', label: strings.oneUntil, value: dueOn, help: strings.oneHelp })}
      <button class="button" part="button" @click=${() => this.#do({ do: 'extend', id, dueOn })}>
        ${strings.extendSave}
      </button>
      <button class="button quiet" part="button" @click=${() => (this.extending = undefined)}>
        ${this.strings(common).cancel}
      </button>
    </div>`;
  }

  #why(nomination: Nomination, ending: Ending): TemplateResult {
    return html`<guild-nomination-why
      exportparts="field, button, error"
      .nomination=${nomination}
      .rejects=${ending.rejects}
      @guild-nomination-ended=${this.#ended}
      @guild-close=${() => void this.#leave(ending)}
    ></guild-nomination-why>`;
  }

  #row(nomination: Nomination): TemplateResult {
    const { id, reviewer, state } = nomination;
    const isOver = state !== 'approved' && state !== 'proposed';
    return html`<li part="item" class=${isOver ? 'over' : ''} data-id=${id}>
      <span
        ><bdi part="name">${reviewer.name}</bdi>
        <span class="quiet small" part="text"><bdi>${this.#facts(nomination)}</bdi></span></span
      >
      ${this.#actions(nomination)} ${this.extending?.id === id ? this.#moreTime(this.extending) : nothing}
      ${this.ending?.id === id ? this.#why(nomination, this.ending) : nothing}
      ${this.failedId === id ? failureLine(this.#change.error, this.locale) : nothing}
    </li>`;
  }

  protected override view(): unknown {
    const { cycle, subject } = this;
    if (!cycle || !subject) return nothing;
    const isOpen = ['nominating', 'approving', 'collecting'].includes(cycle.state);
    return html`${this.#nominations.render({
      data: ({ items }) =>
        items.length
          ? html`<ul part="list" role="list">
              ${items.map((one) => this.#row(one))}
            </ul>`
          : html`<p class="quiet">${this.strings(reviewConsole).nobodyNamed}</p>`,
    })}
    ${
      isOpen && this.adds
        ? html`<guild-reviewers-add
            exportparts="field, button, error"
            .cycle=${cycle}
            .subject=${subject}
            @guild-change=${this.#changed}
          ></guild-reviewers-add>`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-subject-reviewers': SubjectReviewers;
  }
}
