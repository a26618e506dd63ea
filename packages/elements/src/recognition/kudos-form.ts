import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { close } from '../parts/icons.js';
import { lateElement } from '../parts/late-element.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { common } from '../strings/en/common.js';
import { thanking } from '../strings/en/thanking.js';
import { audienceChips } from './audience-chips.js';
import { kudosFormStyles } from './kudos-form.styles.js';
import {
  blank,
  MESSAGE_MAX,
  placesOf,
  problemsOf,
  titleOf,
  type Place,
  type Writing,
} from './kudos-writing.js';
import { PointsField } from './points-field.js';
import { SeersLine } from './seers-line.js';
import { ValueChoice } from './value-choice.js';

/** From here on the form says how much may still be written. */
const COUNTED = 200;

/**
 * @summary The fields of a thank-you. The composer around it keeps what is written and sends it.
 * @event guild-change - The viewer has changed `writing`.
 * @event guild-send - The viewer wants to send what is written, and nothing is missing in it.
 * @event guild-close - The viewer wants to go on later.
 */
export class KudosForm extends GuildElement {
  static override readonly tag = 'guild-kudos-form';
  static override readonly uses = [PersonPicker, ValueChoice, PointsField, SeersLine];
  static override styles = [hostStyles, kudosFormStyles];

  readonly #skills = lateElement(
    this,
    () => this.writing.url !== '' || this.about !== '',
    async () => (await import('./kudos-skills.js')).KudosSkills,
  );

  @state() private problems: Partial<Record<Place, string>> = {};
  @state() private more = false;

  /** What is written. */
  @property({ attribute: false }) writing: Writing = blank;
  /** The name of what is thanked for, where that is no web page: then no address is asked for. */
  @property({ attribute: false }) about = '';
  /** Why the server has refused it. */
  @property({ attribute: false }) failure: Failure | undefined;

  /** Goes to what is wrong, else to the first field that is empty. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong] = Object.keys(this.problems);
    const field = wrong ?? (this.writing.receivers.length ? 'message' : 'receivers');
    const control = this.renderRoot.querySelector<GuildElement>(`#${field}`);
    await control?.updateComplete;
    control?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { failure, writing } = this;
    if (changed.has('failure') && failure) {
      const text = errorText(failure, this.locale);
      this.problems = Object.fromEntries(placesOf(failure).map((place) => [place, text]));
    }
    this.more ||= !!(this.about || writing.impact || writing.url || writing.linkTitle);
  }

  protected override updated(): void {
    // Firefox does not size fields by their content.
    const text = this.renderRoot.querySelector('textarea');
    if (text && !CSS.supports('field-sizing', 'content')) {
      text.style.blockSize = '0';
      text.style.blockSize = `${text.scrollHeight + 2}px`;
    }
  }

  #edit(change: Partial<Writing>): void {
    this.writing = { ...this.writing, ...change };
    const { send: _said, ...problems } = this.problems;
    for (const name of Object.keys(change)) Reflect.deleteProperty(problems, name);
    this.problems = problems;
    this.fire(new Event('guild-change'));
  }

  #input({ target }: Event): void {
    if (target instanceof PointsField) this.#edit({ points: target.value });
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      this.#edit({ [target.name]: target.value });
    }
  }

  #choose({ currentTarget }: Event): void {
    if (currentTarget instanceof PersonPicker) this.#edit({ receivers: currentTarget.value });
    if (currentTarget instanceof ValueChoice) this.#edit({ values: currentTarget.value });
  }

  readonly #refuse = ({ id }: Picked) =>
    id === this.me?.id ? this.strings(thanking).notYourself : undefined;

  #completeLink(): void {
    const { url, linkTitle } = this.writing;
    const typed = url.trim();
    const whole = typed && !/^\w+:/.test(typed) ? `https://${typed}` : typed;
    this.#edit({ url: whole, linkTitle: linkTitle || (whole && titleOf(whole)) });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#send();
    else if (event.key === 'Escape') this.#close();
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  #send(): void {
    const { values } = this.writing;
    const offered = this.renderRoot.querySelector('guild-value-choice')?.offered(values) ?? values;
    if (offered.length < values.length) this.#edit({ values: offered });
    this.problems = problemsOf(this.writing, this.strings(thanking));
    if (Object.keys(this.problems).length) void this.focus();
    else this.fire(new Event('guild-send'));
  }

  async #showMore(): Promise<void> {
    this.more = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#impact')?.focus();
  }

  #note(name: Place, help: unknown = nothing): unknown {
    const problem = this.problems[name];
    if (problem) return html`<p class="error" part="error" id="${name}-note" role="alert">${problem}</p>`;
    return help === nothing ? nothing : html`<p class="help" id="${name}-note">${help}</p>`;
  }

  #message(): TemplateResult {
    const { message, messageHelp } = this.strings(thanking);
    const { message: text } = this.writing;
    const left = MESSAGE_MAX - [...text].length;
    return html`<div class="field" part="field">
      <label for="message">${message}</label>
      <textarea
        class="input"
        id="message"
        name="message"
        placeholder=${messageHelp}
        .value=${text}
        aria-invalid=${this.problems.message ? 'true' : nothing}
        aria-describedby="message-note"
      ></textarea>
      ${this.#note('message', left < COUNTED ? this.strings(common).charactersLeft(left) : nothing)}
    </div>`;
  }

  #line(name: 'impact' | 'url' | 'linkTitle', label: string): TemplateResult {
    return html`<div class="field" part="field">
      <label for=${name}>${label}</label>
      <input
        class="input"
        id=${name}
        name=${name}
        inputmode=${name === 'url' ? 'url' : nothing}
        placeholder=${name === 'url' ? 'https://' : nothing}
        .value=${this.writing[name]}
        aria-invalid=${this.problems[name] ? 'true' : nothing}
        aria-describedby="${name}-note"
        @change=${name === 'url' ? this.#completeLink : nothing}
      />
      ${this.#note(name)}
    </div>`;
  }

  #extras(): TemplateResult {
    const { addMore, impactLabel, linkLabel, linkTitle, thankedFor } = this.strings(thanking);
    if (!this.more) {
      return html`<button class="button quiet more" part="button" @click=${this.#showMore}>
        <span aria-hidden="true">+</span> ${addMore}
      </button>`;
    }
    const { about, writing } = this;
    const link = html`${this.#line('url', linkLabel)}
    ${writing.url || writing.linkTitle ? this.#line('linkTitle', linkTitle) : nothing}`;
    return html`${this.#line('impact', impactLabel)}
    ${about ? html`<p class="quiet">${thankedFor} <bdi>${about}</bdi></p>` : link}
    ${(writing.url || about) && this.#skills.data ? this.#forSkills() : nothing}`;
  }

  #forSkills(): TemplateResult {
    const chosen = () => this.renderRoot.querySelector('guild-kudos-skills')?.value ?? [];
    return html`<guild-kudos-skills
      id="skills"
      .value=${this.writing.skills}
      .error=${this.problems.skills ?? ''}
      @guild-change=${() => this.#edit({ skills: chosen() })}
    ></guild-kudos-skills>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(thanking);
    const { receivers, audience, points } = this.writing;
    const people = receivers.every(({ kind }) => kind === 'person') ? receivers.length : 0;
    return html`<div
      class="form"
      role="form"
      aria-label=${strings.composerTitle}
      @input=${this.#input}
      @keydown=${this.#key}
    >
      <button
        class="button quiet close"
        part="button"
        aria-label=${this.strings(common).close}
        @click=${this.#close}
      >
        ${close}
      </button>
      <guild-person-picker
        id="receivers"
        .label=${strings.receivers}
        .help=${strings.receiversHelp}
        .error=${this.problems.receivers ?? ''}
        .value=${receivers}
        .refuse=${this.#refuse}
        @guild-change=${this.#choose}
      ></guild-person-picker>
      ${this.#message()}
      <guild-value-choice
        id="values"
        .value=${this.writing.values}
        .error=${this.problems.values ?? ''}
        @guild-change=${this.#choose}
      ></guild-value-choice>
      ${this.#extras()} ${audienceChips(audience, strings)}

      <guild-points-field
        id="points"
        .value=${points}
        .people=${people}
        .error=${this.problems.points ?? ''}
      ></guild-points-field>
      <div class="send">
        ${this.#note('send')}
        <div class="row">
          <guild-seers-line
            .receivers=${receivers.map(({ id }) => id).join(' ')}
            .audience=${audience}
          ></guild-seers-line>
          <button class="button primary" part="button" id="send" @click=${this.#send}>${strings.send}</button>
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-kudos-form': KudosForm;
  }
}
