import type { PairWhy } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { workbench } from '../strings/en/workbench.js';
import { callName } from './call-name.js';
import { tableStyles } from './picture.js';
import { hundredths } from './reason-words.js';
import { tintStyles } from './score-bar.js';
import { betterList, ruleWords, whyList, whyStyles } from './why-view.js';

/**
 * @summary Why a mentee and a mentor fit: each reason with its points, who would score higher, and why it is not them.
 * @csspart header - The title.
 * @csspart list - The reasons.
 * @csspart item - A reason.
 * @csspart error - What went wrong.
 */
export class MatchWhy extends GuildElement {
  static override readonly tag = 'match-why';
  static override styles = [
    hostStyles,
    tintStyles,
    tableStyles,
    whyStyles,
    css`
      .title {
        margin-block-end: calc(3 * var(--_space));
        overflow-wrap: anywhere;
      }
      .label {
        margin-block: calc(5 * var(--_space)) calc(2 * var(--_space));
        font-size: 0.9em;
      }
      .rank {
        margin-block-start: calc(2 * var(--_space));
      }
      .rules {
        margin-block-end: calc(3 * var(--_space));
        padding: calc(2 * var(--_space)) calc(3 * var(--_space));
        border-radius: min(8px, var(--_radius));
        background: color-mix(in oklab, var(--_warm) 9%, var(--_raised));
      }
      .old {
        opacity: 0.6;
        transition: opacity 120ms ease-out 300ms;
      }
    `,
  ];

  readonly #why = new Query(this, {
    areas: ['mentoring'],
    args: () => (this.run && this.mentee ? ([this.run, this.mentee, this.mentor] as const) : undefined),
    keep: true,
    load: (client, [runId, menteeId, mentorId], signal) =>
      client.mentoring.score({ runId, menteeId, ...(mentorId && { mentorId }) }, { signal }),
  });

  /** The id of the match run. */
  @property() run = '';
  /** The id of the mentee. */
  @property() mentee = '';
  /** The id of a mentor. Default: the one with whom the run matches the mentee. */
  @property() mentor = '';

  #rules({ rules }: PairWhy): TemplateResult | typeof nothing {
    if (!rules.length) return nothing;
    return html`<p class="rules small">${ruleWords(rules, this.strings(workbench))}</p>`;
  }

  #rank({ rank, eligible, score }: PairWhy): TemplateResult {
    const strings = this.strings(workbench);
    const sum = score === undefined ? [] : [strings.whySum(hundredths(score))];
    const place = rank === undefined ? [] : [strings.rank(rank, eligible)];
    return html`<p class="quiet small rank"><bdi>${[...sum, ...place].join(' · ')}</bdi></p>`;
  }

  #data(why: PairWhy): TemplateResult {
    const strings = this.strings(workbench);
    const { mentee, mentor, reasons } = why;
    const words = { strings, locale: this.locale };
    return html`<div class=${this.#why.stale ? 'old' : ''} aria-busy=${this.#why.stale}>
      <h3 class="title" part="header">
        <bdi
          >${
            mentor
              ? strings.whyTitle(callName(mentee.name), callName(mentor.name))
              : strings.better(callName(mentee.name))
          }</bdi
        >
      </h3>
      ${this.#rules(why)} ${mentor ? html`${whyList(reasons, mentor, words)}${this.#rank(why)}` : nothing}
      ${betterList(why, words)}
    </div>`;
  }

  protected override view(): unknown {
    if (!this.run || !this.mentee) return html`<p class="quiet">${this.strings(workbench).whyPick}</p>`;
    return this.#why.render({ data: (why) => this.#data(why) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'match-why': MatchWhy;
  }
}
