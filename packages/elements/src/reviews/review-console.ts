import type { Client } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { programConsoleStyles } from '../mentoring/program-console.styles.js';
import { lateElement } from '../parts/late-element.js';
import { errorState } from '../parts/states.js';
import { tabAfter, tabList } from '../parts/tab-list.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { CyclePickEvent, CycleReportEvent } from './cycle-events.js';
import { CycleList } from './cycle-list.js';
import { CycleMoves } from './cycle-moves.js';
import type { Cycle } from './cycle-types.js';
import { untilWords } from './cycle-words.js';

/** The parts of a cycle. */
const TABS = ['progress', 'reviewers', 'calibration', 'reports', 'rules'] as const;
type Tab = (typeof TABS)[number];

const PARTS = 'header, list, item, name, text, field, actions, button, empty, error';

/**
 * @summary For HR: review cycles from the draft to the release, with counts that name nobody. For invited managers: calibration.
 * @csspart header - Titles.
 * @csspart actions - The parts of a cycle, to choose from.
 * @csspart list - Cycles, people, counts, ratings.
 * @csspart item - One of them.
 * @csspart name - The name of one of them.
 * @csspart text - What is said about one of them.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart empty - What is said when there is nothing.
 * @csspart error - What went wrong.
 */
export class ReviewConsole extends GuildElement {
  static override readonly tag = 'review-console';
  static override readonly uses = [CycleList, CycleMoves];
  static override styles = [hostStyles, programConsoleStyles];

  readonly #cycle = new Query(this, {
    areas: ['reviews'],
    args: () => (this.cycle ? ([this.cycle] as const) : undefined),
    keep: true,
    load: (client: Client, [id], signal) => client.reviews.cycle({ id }, { signal }),
  });
  readonly #parts = {
    progress: this.#late('progress', async () => (await import('./cycle-progress.js')).CycleProgress),
    reviewers: this.#late('reviewers', async () => (await import('./cycle-reviewers.js')).CycleReviewers),
    calibration: this.#late(
      'calibration',
      async () => (await import('./calibration-list.js')).CalibrationList,
    ),
    reports: this.#late('reports', async () => (await import('./cycle-reports.js')).CycleReports),
    rules: this.#late('rules', async () => (await import('./cycle-rules.js')).CycleRules),
  };
  readonly #form = this.#late('draft', async () => (await import('./cycle-form.js')).CycleForm);
  readonly #invited = lateElement(
    this,
    () => !this.cycle && !!this.me && !this.#is('hrAdmin'),
    async () => (await import('./calibration-list.js')).CalibrationList,
  );
  readonly #report = lateElement(
    this,
    () => this.subject !== '',
    async () => (await import('./review-report.js')).ReviewReport,
  );

  readonly #templates = lateElement(
    this,
    () => this.writing,
    async () => (await import('./template-list.js')).TemplateList,
  );

  @state() private tab: Tab = 'progress';
  @state() private subject = '';
  /** The templates are shown in the place of the cycles. */
  @state() private writing = false;

  /** The id of the cycle that is shown. Default: all cycles; for others than HR the calibrations to which they are invited. */
  @property({ reflect: true }) cycle = '';

  /** Whether the viewer has one of these roles; what they may do is said by each cycle. */
  #is(...roles: readonly string[]): boolean {
    return !!this.me?.roles.some((role) => roles.includes(role));
  }

  #late(part: Tab | 'draft', load: Parameters<typeof lateElement>[2]): ReturnType<typeof lateElement> {
    const wanted = () => {
      const { data } = this.#cycle;
      if (this.cycle === '' || !data) return false;
      return part === (data.state === 'draft' ? (data.may.manage ? 'draft' : 'rules') : this.tab);
    };
    return lateElement(this, wanted, load);
  }

  async #show(cycle: string, subject = ''): Promise<void> {
    if (cycle !== this.cycle) this.tab = 'progress';
    [this.cycle, this.subject] = [cycle, subject];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.title, guild-cycle-list, review-report')?.focus();
  }

  #key(event: KeyboardEvent): void {
    const next = tabAfter(event.key, TABS, this.tab, this.matches(':dir(rtl)'));
    if (!next) return;
    event.preventDefault();
    this.tab = next;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(),
    );
  }

  #tabs(): TemplateResult {
    const strings = this.strings(reviewConsole);
    const names: Record<Tab, string> = {
      progress: strings.tabProgress,
      reviewers: strings.tabNominations,
      calibration: strings.tabCalibration,
      reports: strings.tabReports,
      rules: strings.tabRules,
    };
    return tabList(
      TABS.map((tab) => [tab, names[tab]] as const),
      {
        label: strings.tabs,
        chosen: this.tab,
        onChoose: (tab) => (this.tab = tab),
        onKey: (event) => this.#key(event),
      },
    );
  }

  #panel(cycle: Cycle): unknown {
    const report = (event: Event) =>
      event instanceof CycleReportEvent && this.#show(event.cycleId, event.subjectId);
    const parts: Record<Tab, () => TemplateResult> = {
      progress: () =>
        html`<guild-cycle-progress exportparts=${PARTS} .cycle=${cycle}></guild-cycle-progress>`,
      reviewers: () =>
        html`<guild-cycle-reviewers
          exportparts="list, item, name, text, field, button, empty, error"
          .cycle=${cycle}
        ></guild-cycle-reviewers>`,
      calibration: () =>
        html`<guild-calibration-list exportparts=${PARTS} .cycle=${cycle}></guild-calibration-list>`,
      reports: () =>
        html`<guild-cycle-reports
          exportparts=${PARTS}
          .cycle=${cycle}
          @guild-report=${report}
        ></guild-cycle-reports>`,
      rules: () => html`<guild-cycle-rules exportparts=${PARTS} .cycle=${cycle}></guild-cycle-rules>`,
    };
    return this.#parts[this.tab].render({ data: () => parts[this.tab]() });
  }

  #about(cycle: Cycle): TemplateResult {
    const strings = this.strings(reviewConsole);
    const { state, mode, thresholds } = cycle;
    return html`<p class="quiet">
      <b>${strings.states[state]}</b> ${untilWords(cycle, strings, this.locale)} ·
      ${strings.modes[mode]}${mode === 'named' ? nothing : html` · ${strings.smallest(thresholds.k360)}`}
    </p>`;
  }

  #one(cycle: Cycle): TemplateResult {
    const isDraft = cycle.state === 'draft';
    const form = () =>
      html`<guild-cycle-form
        exportparts=${PARTS}
        .cycle=${cycle}
        @guild-saved=${() => this.#cycle.reload()}
      ></guild-cycle-form>`;
    const rules = () => html`<guild-cycle-rules exportparts=${PARTS} .cycle=${cycle}></guild-cycle-rules>`;
    return html`<header>
        <h2 class="title" part="header" tabindex="-1"><bdi>${cycle.name}</bdi></h2>
        ${this.#about(cycle)}
      </header>
      <guild-cycle-moves
        exportparts="list, item, text, button, error"
        .cycle=${cycle}
        @guild-change=${() => this.#cycle.reload()}
      ></guild-cycle-moves>
      ${
        isDraft
          ? cycle.may.manage
            ? this.#form.render({ data: form })
            : this.#parts.rules.render({ data: rules })
          : html`${this.#tabs()}
              <div id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">${this.#panel(cycle)}</div>`
      }`;
  }

  #home(): unknown {
    if (!this.me) return nothing;
    const isHr = this.#is('hrAdmin');
    const pick = (event: Event) => event instanceof CyclePickEvent && this.#show(event.cycleId);
    // Who runs the server is asked to agree to a launch, and sees nothing else.
    const list = this.#is('hrAdmin', 'orgAdmin')
      ? html`<guild-cycle-list
          exportparts="header, list, item, button, empty, error"
          tabindex="-1"
          .creating=${isHr}
          @guild-pick=${pick}
          @guild-templates=${() => (this.writing = true)}
        ></guild-cycle-list>`
      : nothing;
    const invited = () => html`<guild-calibration-list exportparts=${PARTS}></guild-calibration-list>`;
    return html`${list}${isHr ? nothing : this.#invited.render({ data: invited })}`;
  }

  #writing(): unknown {
    const back = async () => {
      this.writing = false;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('guild-cycle-list')?.focus();
    };
    return this.#templates.render({
      data: () => html`<guild-template-list exportparts=${PARTS} @guild-close=${back}></guild-template-list>`,
    });
  }

  protected override view(): unknown {
    const { hall, me, subject } = this;
    const failure = me ? undefined : hall?.failure;
    if (failure) return errorState(failure, this.locale, () => void hall?.greet());
    if (!this.cycle) return this.writing ? this.#writing() : this.#home();
    const strings = this.strings(reviewConsole);
    const back = () => (subject ? this.#show(this.cycle) : this.#show(''));
    return html`<div class="whole">
      <button class="button quiet back" part="button" @click=${back}>
        ${subject ? strings.tabReports : strings.back}
      </button>
      ${
        subject
          ? this.#report.render({
              data: () =>
                html`<review-report
                  alone
                  exportparts=${PARTS}
                  tabindex="-1"
                  .cycle=${this.cycle}
                  .subject=${subject}
                ></review-report>`,
            })
          : this.#cycle.render({
              data: (cycle) =>
                cycle.id !== this.cycle
                  ? nothing
                  : cycle.may.manage || cycle.may.moves.length
                    ? this.#one(cycle)
                    : html`<p class="quiet">${strings.notYours}</p>`,
            })
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-console': ReviewConsole;
  }
}
