import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { RelativeTime } from '../parts/relative-time.js';
import { emptyState } from '../parts/states.js';
import { reviewReport } from '../strings/en/review-report.js';
import type { ReportHead } from './report-types.js';

/** `guild-pick`: the viewer wants to read a report. */
export class ReportPickEvent extends Event {
  readonly cycleId: string;
  readonly subjectId: string;

  constructor(cycleId: string, subjectId: string) {
    super('guild-pick');
    this.cycleId = cycleId;
    this.subjectId = subjectId;
  }
}

/** The most reports of a kind that are listed; who has more finds them in the console. */
const MOST = 100;

/**
 * @summary The released reports that the viewer may read.
 * @event {ReportPickEvent} guild-pick - The viewer wants to read one.
 * @csspart header - The title.
 * @csspart list - The reports.
 * @csspart item - One of them.
 * @csspart button - What opens it.
 * @csspart empty - What is said when there are none.
 * @csspart error - What went wrong.
 */
export class ReportList extends GuildElement {
  static override readonly tag = 'guild-report-list';
  static override readonly uses = [PersonAvatar, RelativeTime];
  static override styles = [
    hostStyles,
    css`
      .title {
        margin-block-end: calc(3 * var(--_space));
      }
      li {
        position: relative;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 calc(3 * var(--_space));
        align-items: center;
        padding-block: calc(3 * var(--_space));
        border-radius: 8px;
      }
      li + li {
        border-block-start: 1px solid var(--_line);
      }
      li:hover {
        background: var(--_soft);
      }
      .name {
        padding: 0;
        border: 0;
        background: none;
        font-weight: 600;
        text-align: start;
        cursor: pointer;
      }
      .name::after {
        position: absolute;
        inset: 0;
        border-radius: 8px;
        content: '';
      }
      .name:focus-visible {
        outline: 0;
      }
      .name:focus-visible::after {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
    `,
  ];

  readonly #reports = new Query(this, {
    areas: ['reviews'],
    args: () => (this.me ? ([this.cycle] as const) : undefined),
    keep: true,
    load: async (client: Client, [cycleId], signal): Promise<ReportHead[]> => {
      if (cycleId)
        return (await client.reviews.reports({ of: 'hr', cycleId, limit: MOST }, { signal })).items;
      const [own, line] = await Promise.all([
        client.reviews.reports({ of: 'own', limit: MOST }, { signal }),
        client.reviews.reports({ of: 'line', limit: MOST }, { signal }),
      ]);
      return [...own.items, ...line.items];
    },
  });

  /** The id of a cycle, all of whose reports HR wants to see. Default: the viewer's own and those of their people. */
  @property() cycle = '';
  /** What is said when there are none. */
  @property() none = '';
  /** Shows no title, since one stands above it. */
  @property({ type: Boolean }) untitled = false;

  #row({ cycle, subject, state, releasedAt }: ReportHead): TemplateResult {
    const strings = this.strings(reviewReport);
    const time = html`<guild-relative-time datetime=${releasedAt}></guild-relative-time>`;
    const isOwn = subject.id === this.me?.id;
    const pick = () => this.fire(new ReportPickEvent(cycle.id, subject.id));
    return html`<li part="item">
      <guild-avatar .person=${subject}></guild-avatar>
      <div>
        <p>
          <button class="name" part="button" @click=${pick}>
            <bdi>${isOwn ? strings.yours : subject.name}</bdi>
          </button>
        </p>
        <p class="quiet small">
          <bdi>${cycle.name}</bdi> · ${fill(strings.released, { time })}
          ${state === 'released' && !isOwn ? nothing : html` · ${strings.states[state]}`}
        </p>
      </div>
    </li>`;
  }

  protected override view(): unknown {
    const strings = this.strings(reviewReport);
    return html`${this.untitled ? nothing : html`<h2 class="title" part="header">${strings.listTitle}</h2>`}
    ${this.#reports.render({
      data: (reports) =>
        reports.length
          ? html`<ul part="list" role="list">
              ${reports.map((report) => this.#row(report))}
            </ul>`
          : emptyState(this.none || strings.listEmpty),
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-report-list': ReportList;
  }
}
