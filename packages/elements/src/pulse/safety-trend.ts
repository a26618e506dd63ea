import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { formStyles } from '../mentoring/form-parts.js';
import { emptyState, errorState } from '../parts/states.js';
import { pulse as english } from '../strings/en/pulse.js';
import { lateElement } from '../parts/late-element.js';
import { survey as surveyWords } from '../strings/en/survey.js';
import { GroupPickEvent, SurveySavedEvent } from './events.js';
import { findSurveys, type FoundSurveys } from './find-surveys.js';
import { groupName } from './group-name.js';
import { PulseAsk } from './pulse-ask.js';
import { SafetyGuide } from './safety-guide.js';
import { SafetyReport, type Wave } from './safety-report.js';
import { safetyTrendStyles } from './safety-trend.styles.js';
import { TeamPulseForm } from './team-pulse-form.js';
import { trendChoices, type Groups } from './trend-choices.js';

/**
 * @summary What a survey shows of a team: the mean and how far answers lie apart, how it went from wave to wave, each
 * item, what is hidden and why, and a guide to talk about it. A team that is too small sees the guide.
 * @slot empty - What to show when there are no results, in place of our line.
 * @csspart header - The title.
 * @csspart field - What can be chosen.
 * @csspart text - What is said about it.
 * @csspart button - What can be done.
 * @csspart empty - What is said when there are no results.
 * @csspart error - What went wrong.
 */
export class SafetyTrend extends GuildElement {
  static override readonly tag = 'safety-trend';
  static override readonly uses = [PulseAsk, SafetyGuide, SafetyReport, TeamPulseForm];
  static override styles = [hostStyles, formStyles, safetyTrendStyles];

  readonly #found = new Query<FoundSurveys, readonly [string | undefined, 'en' | 'de']>(this, {
    areas: ['pulse'],
    args: () => (this.hall?.locale ? [this.surveyId || this.chosen, this.#language] : undefined),
    keep: true,
    load: (client, [id, language], signal) =>
      findSurveys(client, { id, language, isOnly: !!this.surveyId }, signal),
  });
  readonly #groups = new Query<Groups, readonly [string]>(this, {
    areas: ['pulse'],
    args: () => (this.#wave ? [this.#wave.id] : undefined),
    keep: true,
    load: async (client, [waveId], signal) => (await client.pulse.groups({ waveId }, { signal })).items,
  });

  readonly #dashboard = lateElement(
    this,
    () => this.isSide,
    async () => (await import('./pulse-dashboard.js')).PulseDashboard,
  );
  readonly #form = lateElement(
    this,
    () => this.asking === 'new' || this.asking === 'draft',
    async () => (await import('./survey-form.js')).SurveyForm,
  );

  @state() private chosen: string | undefined;
  @state() private waveId = '';
  @state() private group = '';
  /** What gets the focus once it is there. */
  #next = '';
  /** What is being written: a survey of the viewer's team, a new one, or the draft that is chosen. */
  @state() private asking: 'team' | 'new' | 'draft' | undefined;
  /** All groups are shown, in place of one. */
  @state() private isSide = false;

  /** The id of the survey. Default: the latest one with results; the viewer can choose another. */
  @property({ attribute: 'survey-id' }) surveyId: string | undefined;

  get #language(): 'en' | 'de' {
    return /^de\b/.test(this.locale) ? 'de' : 'en';
  }

  get #wave(): Wave | undefined {
    const waves = this.#found.data?.waves ?? [];
    return waves.find(({ id }) => id === this.waveId) ?? waves[0];
  }

  #choose({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    if (target.name === 'survey') [this.chosen, this.waveId, this.group] = [target.value, '', ''];
    if (target.name === 'wave') this.waveId = target.value;
    if (target.name === 'group') this.group = target.value;
    if (target.name !== 'wave') this.isSide = false;
  }

  /** From the table of all groups to one of them. */
  #pick(event: Event): void {
    if (!(event instanceof GroupPickEvent)) return;
    [this.group, this.isSide, this.#next] = [event.groupId, false, '#group'];
  }

  #choices(found: FoundSurveys, groups: Groups, group: string): TemplateResult {
    const strings = this.strings(english);
    const at = { survey: this.surveyId ? undefined : found.survey?.id, wave: this.#wave?.id, group };
    return html`<div class="choose" @change=${this.#choose}>
      ${trendChoices({ ...found, groups }, at, { strings, locale: this.locale })}
      ${this.#sideButton(found, groups)}
    </div>`;
  }

  /** The way to all groups, for those who may read every one. */
  #sideButton({ survey }: FoundSurveys, groups: Groups): unknown {
    if (!survey?.may.read || groups.length < 2 || this.#wave?.tooSmall) return nothing;
    return html`<button
      class="button side"
      part="button"
      aria-pressed=${this.isSide}
      @click=${() => (this.isSide = !this.isSide)}
    >
      ${this.strings(surveyWords).sideBySide}
    </button>`;
  }

  #report(found: FoundSurveys, wave: Wave): TemplateResult {
    const groups = this.#groups.data ?? [];
    // The group of another wave may not be offered here.
    const group = groups.find(({ id }) => id === this.group) ?? groups[0];
    const choices = this.#choices(found, groups, group?.id ?? '');
    if (this.isSide && groups.length > 1)
      return html`${choices}
      ${this.#dashboard.render({
        data: () =>
          html`<guild-pulse-dashboard
            class="below"
            .wave=${wave}
            @guild-group-pick=${this.#pick}
          ></guild-pulse-dashboard>`,
      })}`;
    return html`${choices}
    ${
      group || wave.tooSmall
        ? html`<guild-safety-report
            .wave=${wave}
            .group=${group?.id ?? 'all'}
            .groupName=${group ? groupName(group, this.strings(english)) : ''}
          ></guild-safety-report>`
        : this.#groups.render({ data: () => nothing })
    }`;
  }

  #none(found: FoundSurveys): TemplateResult {
    const strings = this.strings(english);
    const { guide, survey, surveys } = found;
    return html`${surveys.length > 1 ? this.#choices(found, [], '') : nothing}
      ${survey?.openWaveId ? nothing : emptyState(strings.reportEmpty, this.#askButton(found))}
      <div class="report"><guild-safety-guide .parts=${guide}></guild-safety-guide></div>`;
  }

  #ask(asking: 'team' | 'new' | 'draft' | undefined): void {
    this.#next = asking ? '.written' : `.ask-${this.asking}`;
    this.asking = asking;
  }

  /** The way to ask the viewer's own team, unless that has been done already. */
  #askButton({ mayAskTeam, surveys }: FoundSurveys): unknown {
    if (!mayAskTeam || surveys.some(({ may }) => may.manage)) return nothing;
    return html`<button class="button primary ask-team" part="button" @click=${() => this.#ask('team')}>
      ${this.strings(english).askTeam}
    </button>`;
  }

  /** What whoever asks anybody can write: a new survey, and the draft that is chosen. */
  #writeButtons({ mayAskAnybody, survey }: FoundSurveys): unknown {
    if (!mayAskAnybody) return nothing;
    const { ask, editDraft } = this.strings(surveyWords);
    // The draft of a team's own survey is not for this form.
    const isDraft = survey?.may.moves.includes('updateSurvey') && survey.audience?.kind !== 'reports';
    return html`<div class="actions">
      ${
        isDraft
          ? html`<button class="button ask-draft" part="button" @click=${() => this.#ask('draft')}>
              ${editDraft}
            </button>`
          : nothing
      }
      <button class="button ask-new" part="button" @click=${() => this.#ask('new')}>${ask}</button>
    </div>`;
  }

  #saved(event: Event): void {
    if (!(event instanceof SurveySavedEvent)) return;
    [this.chosen, this.waveId, this.group, this.isSide] = [event.survey.id, '', '', false];
    if (event.outcome === 'kept') this.announce(this.strings(surveyWords).draftKept);
    if (event.outcome !== 'notAsked') [this.asking, this.#next] = [undefined, '.ask-new'];
    void this.#found.reload();
  }

  /** The survey that is shown; while a new one is written, none is. */
  #title({ survey }: FoundSurveys): string {
    const isNew = this.asking === 'new' || this.asking === 'team';
    return (!isNew && survey?.title) || this.strings(english).trendTitle;
  }

  #writing(found: FoundSurveys): unknown {
    if (this.asking === 'team')
      return html`<guild-team-pulse-form
        class="written below"
        @guild-change=${() => {
          this.asking = undefined;
          void this.#found.reload();
        }}
        @guild-close=${() => this.#ask(undefined)}
      ></guild-team-pulse-form>`;
    return this.#form.render({
      data: () =>
        html`<guild-survey-form
          class="written below"
          .survey=${this.asking === 'draft' ? found.survey : undefined}
          @guild-survey-saved=${this.#saved}
          @guild-close=${() => this.#ask(undefined)}
        ></guild-survey-form>`,
    });
  }

  protected override updated(): void {
    const next = this.#next && this.renderRoot.querySelector<HTMLElement>(this.#next);
    if (!next) return;
    this.#next = '';
    void (next instanceof GuildElement ? next.updateComplete : Promise.resolve()).then(() => next.focus());
  }

  protected override view(): unknown {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => void hall.greet());
    return this.#found.render({
      data: (found) =>
        html`<div class="top ${found.survey?.openWaveId ? 'stacked' : ''}">
            <h2 part="header"><bdi>${this.#title(found)}</bdi></h2>
            ${
              this.asking
                ? nothing
                : html`<guild-pulse-ask
                      .survey=${found.survey}
                      @guild-change=${() => void this.#found.reload()}
                    ></guild-pulse-ask>
                    ${this.#writeButtons(found)}`
            }
          </div>
          ${this.asking ? this.#writing(found) : this.#wave ? this.#report(found, this.#wave) : this.#none(found)}`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'safety-trend': SafetyTrend;
  }
}
