import type { Program } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { lateElement } from '../parts/late-element.js';
import { errorState } from '../parts/states.js';
import { tabAfter, tabList } from '../parts/tab-list.js';
import { programConsole } from '../strings/en/console.js';
import { programConsoleStyles } from './program-console.styles.js';
import { ProgramList, ProgramPickEvent } from './program-list.js';
import { ProgramMoves } from './program-moves.js';

/** The parts of a program. */
const TABS = ['people', 'matches', 'pairs', 'report', 'program'] as const;
type Tab = (typeof TABS)[number];

/** Roles of the organization that may create programs; others run those in which they are named. */
const CREATORS = ['programManager', 'hrAdmin'];

/**
 * @summary For those who run mentoring programs: create from a template, see who enrolls, match, keep an eye on pairs, report.
 * @event {MatchesPublishedEvent} guild-matches-published - Matches are published, and their people told.
 * @csspart header - Titles.
 * @csspart actions - The parts of a program, to choose from.
 * @csspart list - Programs, people, pairs.
 * @csspart item - One of them.
 * @csspart name - The name of one of them.
 * @csspart text - What is said about one of them.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart empty - What is said when there is nothing.
 * @csspart error - What went wrong.
 */
export class ProgramConsole extends GuildElement {
  static override readonly tag = 'program-console';
  static override readonly uses = [ProgramList, ProgramMoves];
  static override styles = [hostStyles, programConsoleStyles];

  readonly #program = new Query(this, {
    areas: ['mentoring'],
    args: () => (this.program ? ([this.program] as const) : undefined),
    keep: true,
    load: (client, [id], signal) => client.mentoring.program({ id }, { signal }),
    onChange: (heard) => 'type' in heard && heard.type !== 'program.changed',
  });
  readonly #parts = {
    people: this.#late('people', async () => (await import('./program-people.js')).ProgramPeople),
    matches: this.#late('matches', async () => (await import('./match-workbench.js')).MatchWorkbench),
    pairs: this.#late('pairs', async () => (await import('./pair-health.js')).PairHealth),
    report: this.#late('report', async () => (await import('./program-report.js')).ProgramReport),
    program: this.#late('program', async () => (await import('./program-form.js')).ProgramForm),
  };

  @state() private tab: Tab = 'people';

  /** The id of the program that is shown. Default: the list of all that the viewer runs. */
  @property({ reflect: true }) program = '';

  #late(tab: Tab, load: Parameters<typeof lateElement>[2]): ReturnType<typeof lateElement> {
    return lateElement(this, () => this.program !== '' && this.tab === tab, load);
  }

  #pick(event: Event): void {
    if (!(event instanceof ProgramPickEvent)) return;
    this.program = event.programId;
    this.tab = 'people';
    void this.#keepFocus();
  }

  async #back(): Promise<void> {
    this.program = '';
    await this.#keepFocus();
  }

  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    // The title comes with the program; the way back is there at once.
    this.renderRoot.querySelector<HTMLElement>('.back, guild-program-list')?.focus();
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
    const strings = this.strings(programConsole);
    const names: Record<Tab, string> = {
      people: strings.tabPeople,
      matches: strings.tabMatches,
      pairs: strings.tabPairs,
      report: strings.tabReport,
      program: strings.tabProgram,
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

  #panel(program: Program): unknown {
    const { id, training } = program;
    const parts: Record<Tab, () => TemplateResult> = {
      people: () =>
        html`<guild-program-people
          exportparts="header, list, item, name, text, field, actions, button, empty, error"
          .program=${id}
          .gate=${training.gate}
        ></guild-program-people>`,
      matches: () =>
        html`<match-workbench
          exportparts="header, list, item, name, text, field, actions, button, empty, error"
          .program=${id}
        ></match-workbench>`,
      pairs: () =>
        html`<guild-pair-health
          exportparts="header, list, item, name, text, field, actions, button, empty, error"
          .program=${id}
        ></guild-pair-health>`,
      report: () =>
        html`<guild-program-report
          exportparts="header, list, item, name, text, field, actions, button, empty, error"
          .program=${id}
        ></guild-program-report>`,
      program: () =>
        html`<guild-program-form
          exportparts="header, list, item, name, text, field, actions, button, empty, error"
          .program=${program}
        ></guild-program-form>`,
    };
    const isOver = ['closed', 'archived', 'canceled'].includes(program.state);
    if (this.tab === 'program' && isOver) {
      return html`<p class="quiet">${this.strings(programConsole).over}</p>`;
    }
    return this.#parts[this.tab].render({ data: () => parts[this.tab]() });
  }

  #one(program: Program): TemplateResult {
    const strings = this.strings(programConsole);
    const { name, state, kind, form, may } = program;
    return html`<header>
        <h2 class="title" part="header" tabindex="-1"><bdi>${name}</bdi></h2>
        <p class="quiet"><b>${strings.states[state]}</b> · ${strings.kinds[kind]} · ${strings.forms[form]}</p>
      </header>
      ${
        may.manage
          ? html`<guild-program-moves exportparts="button" .program=${program}></guild-program-moves>
              ${this.#tabs()}
              <div id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">${this.#panel(program)}</div>`
          : html`<p class="quiet">${strings.notManager}</p>`
      }`;
  }

  protected override view(): unknown {
    const { hall, me } = this;
    const failure = me ? undefined : hall?.failure;
    if (failure) return errorState(failure, this.locale, () => void hall?.greet());
    if (!this.program) {
      return html`<guild-program-list
        exportparts="header, list, item, button, empty, error"
        tabindex="-1"
        .creating=${!!me?.roles.some((role) => CREATORS.includes(role))}
        @guild-pick=${this.#pick}
      ></guild-program-list>`;
    }
    return html`<div class="whole">
      <button class="button quiet back" part="button" @click=${this.#back}>
        ${this.strings(programConsole).back}
      </button>
      ${this.#program.render({
        data: (program) => (program.id === this.program ? this.#one(program) : nothing),
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'program-console': ProgramConsole;
  }
}
