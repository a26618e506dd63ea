import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { formStyles, note, textField } from '../mentoring/form-parts.js';
import { KeptForm } from '../mentoring/kept-form.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { KudosSkills } from '../recognition/kudos-skills.js';
import { common } from '../strings/en/common.js';
import { feedback } from '../strings/en/feedback.js';
import { FeedbackGivenEvent, FeedbackWithdrawnEvent } from './events.js';
import type { FeedbackNote, FeedbackRequest } from './feedback-data.js';
import {
  blankFeedback,
  feedbackInput,
  placeOf,
  problemsOf,
  WORDS,
  type FeedbackInput,
  type FeedbackWriting,
  type Place,
  type Words,
} from './feedback-writing.js';
import { feedbackFormStyles } from './feedback-form.styles.js';
import { HintList } from './hint-list.js';
import { ReadersLine } from './readers-line.js';

/** From here on the form says how much may still be written. */
const COUNTED = 200;
const FIELDS: readonly Words[] = ['situation', 'behavior', 'impact', 'feedforward'];

/**
 * @summary Gives somebody feedback: situation, behavior, impact and a wish. Keeps what is written, says who reads it.
 * @event {FeedbackGivenEvent} guild-feedback-given - The viewer has given feedback; `note` says which.
 * @event {FeedbackWithdrawnEvent} guild-feedback-withdrawn - It was taken back at once.
 * @event guild-close - The viewer is done with the form.
 * @csspart header - Whom it is for.
 * @csspart field - A field with its label.
 * @csspart text - Who will read it.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class FeedbackForm extends GuildElement {
  static override readonly tag = 'guild-feedback-form';
  static override readonly uses = [HintList, KudosSkills, PersonPicker, ReadersLine];
  static override styles = [hostStyles, formStyles, feedbackFormStyles];

  readonly #form = new KeptForm<FeedbackWriting>(this, {
    name: () => `feedback ${this.request?.id ?? this.to?.id ?? 'new'}`,
    blank: () => ({ ...blankFeedback, receivers: this.#whom }),
  });
  readonly #give = new Command(this, (client, input: FeedbackInput, options) => {
    // Kept before it leaves: the page may be gone when the answer comes.
    this.#form.edit({ sentInput: JSON.stringify(input), sentKey: options.key ?? '' });
    return client.feedback.give(input, options);
  });
  readonly #withdraw = new Command(this, (client, id: string, options) =>
    client.feedback.withdraw({ id }, options),
  );

  @state() private problems: Partial<Record<Place, string>> = {};
  @state() private sent: { note: FeedbackNote; writing: FeedbackWriting } | undefined;

  /** Whom it is for; chosen in the form when left out. */
  @property({ attribute: false }) to: Picked | undefined;
  /** What it answers. */
  @property({ attribute: false }) request: FeedbackRequest | undefined;

  get #whom(): readonly Picked[] {
    const whom = this.request?.subject ?? this.to;
    return whom ? [{ id: whom.id, name: whom.name, kind: 'person' }] : [];
  }

  /** Goes to what is wrong, else to the first field. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong] = Object.keys(this.problems);
    const first = this.#whom.length ? 'situation' : 'receivers';
    const field = this.renderRoot.querySelector<HTMLElement>(this.sent ? '.button' : `#${wrong ?? first}`);
    if (field instanceof GuildElement) await field.updateComplete;
    field?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const former = (changed.get('request') ?? changed.get('to'))?.id;
    // Whoever is around gives a new object for the same person after every change there.
    if (former !== undefined && former !== (this.request ?? this.to)?.id) this.sent = undefined;
  }

  readonly #refuse = (person: Picked) =>
    person.id === this.me?.id
      ? this.strings(feedback).notYourself
      : this.#form.value.receivers.length > 0
        ? this.strings(feedback).onlyOne
        : undefined;

  #input(event: Event): void {
    const name = event.target instanceof HTMLElement ? event.target.id : '';
    const { send: _said, ...problems } = this.problems;
    Reflect.deleteProperty(problems, name);
    this.problems = problems;
    this.#form.input(event);
  }

  #choose({ currentTarget }: Event): void {
    if (!(currentTarget instanceof PersonPicker)) return;
    this.problems = {};
    this.#form.edit({ receivers: currentTarget.value });
  }

  #chooseSkills({ currentTarget }: Event): void {
    if (currentTarget instanceof KudosSkills) this.#form.edit({ skills: currentTarget.value });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#send();
    else if (event.key === 'Escape' && !event.defaultPrevented) this.fire(new Event('guild-close'));
  }

  async #send(): Promise<void> {
    const writing = this.#form.value;
    this.problems = problemsOf(writing, this.strings(feedback));
    if (Object.keys(this.problems).length) return this.focus();
    const { sentInput: input, sentKey: key } = writing;
    this.#give.unsettled = key ? { input, key } : undefined;
    const given = await this.#give.run(feedbackInput(writing, this.request?.id));
    if (given) {
      this.#form.drop();
      this.sent = { note: given, writing };
      this.fire(new FeedbackGivenEvent(given));
    } else this.#fail();
    await this.focus();
  }

  #fail(): void {
    const { error, unsettled } = this.#give;
    this.#form.edit({ sentInput: unsettled?.input ?? '', sentKey: unsettled?.key ?? '' });
    if (error) this.problems = { [placeOf(error)]: errorText(error, this.locale) };
  }

  async #takeBack(): Promise<void> {
    const { sent } = this;
    if (!sent || !(await this.#withdraw.run(sent.note.id))) return;
    this.#form.edit({ ...sent.writing, sentInput: '', sentKey: '' });
    this.sent = undefined;
    this.announce(this.strings(feedback).takenBack);
    this.fire(new FeedbackWithdrawnEvent(sent.note.id));
    await this.focus();
  }

  async #again(): Promise<void> {
    this.sent = undefined;
    this.fire(new Event('guild-close'));
    await this.focus();
  }

  #field(name: Words): TemplateResult {
    const strings = this.strings(feedback);
    const value = this.#form.value[name];
    const left = WORDS[name] - [...value].length;
    const isFree = name === 'feedforward';
    return textField({
      name,
      value,
      label: isFree ? `${strings[name]} (${this.strings(common).optional})` : strings[name],
      help: left < COUNTED ? this.strings(common).charactersLeft(left) : strings[`${name}Help`],
      problem: this.problems[name],
    });
  }

  #whomField(): TemplateResult {
    const strings = this.strings(feedback);
    const { request } = this;
    const [whom] = this.#whom;
    if (!whom) {
      return html`<guild-person-picker
        id="receivers"
        people-only
        .label=${strings.receiver}
        .help=${strings.receiverHelp}
        .value=${this.#form.value.receivers}
        .refuse=${this.#refuse}
        .error=${this.problems.receivers ?? ''}
        @guild-change=${this.#choose}
      ></guild-person-picker>`;
    }
    const name = html`<bdi>${whom.name}</bdi>`;
    return html`<h3 class="title" part="header" id="title">${fill(strings.giveTo, { name })}</h3>
      ${
        request
          ? html`<div>
              <p class="quiet small">
                ${fill(strings.answersQuestion, { name: html`<bdi>${request.requester.name}</bdi>` })}
              </p>
              <p class="asked" dir="auto">${request.question}</p>
            </div>`
          : nothing
      }
      ${note('receivers', this.problems.receivers)}`;
  }

  #done({ note: given }: { note: FeedbackNote }): TemplateResult {
    const strings = this.strings(feedback);
    const { error, pending } = this.#withdraw;
    return html`<div class="form">
      <p role="status">
        ${fill(strings.sent, { name: html`<bdi>${given.receiver.name}</bdi>` })}
        <span class="quiet">${strings.sentHelp}</span>
      </p>
      ${note('back', error && errorText(error, this.locale))}
      <div class="actions" part="actions">
        <button class="button" part="button" @click=${this.#again}>
          ${this.request ? this.strings(common).close : strings.another}
        </button>
        <button
          class="button quiet undo"
          part="button"
          aria-disabled=${pending ? 'true' : nothing}
          @click=${this.#takeBack}
        >
          ${strings.takeBack}
        </button>
      </div>
    </div>`;
  }

  protected override view(): TemplateResult {
    if (this.sent) return this.#done(this.sent);
    const strings = this.strings(feedback);
    const writing = this.#form.value;
    return html`<div
      class="form"
      role="form"
      aria-label=${strings.give}
      @input=${this.#input}
      @keydown=${this.#key}
    >
      ${this.#whomField()} ${FIELDS.map((name) => this.#field(name))}
      <guild-kudos-skills
        id="skill"
        .label=${strings.skill}
        .help=${strings.skillHelp}
        .value=${writing.skills}
        .error=${this.problems.skill ?? ''}
        @guild-change=${this.#chooseSkills}
      ></guild-kudos-skills>
      <guild-hint-list .texts=${[writing.behavior, writing.impact, writing.feedforward]}></guild-hint-list>
      <div class="send">
        ${note('send', this.problems.send)}
        <guild-feedback-readers .receiver=${writing.receivers[0]?.id}></guild-feedback-readers>
        <div class="actions" part="actions">
          <button
            class="button primary"
            part="button"
            id="send"
            aria-disabled=${this.#give.pending ? 'true' : nothing}
            @click=${this.#send}
          >
            ${strings.send}
          </button>
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-feedback-form': FeedbackForm;
  }
}
