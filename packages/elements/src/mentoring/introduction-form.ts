import type { Client, Introduction, PersonRef } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import type { Failure } from '../internal/failure.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { PersonPicker } from '../parts/person-picker.js';
import type { Picked } from '../parts/person-search.js';
import { common } from '../strings/en/common.js';
import { finder } from '../strings/en/finder.js';
import { callName } from './call-name.js';
import { formStyles, note, seers, textField } from './form-parts.js';
import { IntroductionChangedEvent } from './introduction-events.js';
import { KeptForm } from './kept-form.js';
import { requestFormStyles } from './request-form.styles.js';

/** The longest reason, in code points. */
const WHY_MAX = 1000;

type Draft = Parameters<Client['people']['introduce']>[0];
type Place = 'mentee' | 'third' | 'why' | 'send';

/**
 * @summary Introduces a mentee to somebody, who is asked first. Keeps what is written.
 * @event {IntroductionChangedEvent} guild-introduction-changed - Somebody is asked; `introduction` says what.
 * @event guild-close - The viewer is done.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart text - Who will see it.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class IntroductionForm extends GuildElement {
  static override readonly tag = 'guild-introduction-form';
  static override readonly uses = [PersonPicker];
  static override styles = [hostStyles, formStyles, requestFormStyles];

  readonly #form = new KeptForm(this, {
    name: () => `introduction ${this.mentees.length === 1 ? (this.mentees[0]?.id ?? '') : ''}`.trim(),
    blank: () => ({
      mentee: (this.mentees.length === 1 && this.mentees[0]?.id) || '',
      third: [] as readonly Picked[],
      why: '',
    }),
  });
  readonly #send = new Command(this, (client, input: Draft, options) =>
    client.people.introduce(input, options),
  );

  @state() private problems: Partial<Record<Place, string>> = {};

  /** Who can be introduced: the viewer's mentees. */
  @property({ attribute: false }) mentees: readonly PersonRef[] = [];

  /** Goes to what is wrong, else to the first field. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong = this.mentees.length > 1 ? 'mentee' : 'third'] = Object.keys(this.problems);
    const control = this.renderRoot.querySelector<GuildElement>(`#${wrong}`);
    await control?.updateComplete;
    control?.focus();
  }

  #input(event: Event): void {
    this.problems = {};
    this.#form.input(event);
  }

  #choose({ currentTarget }: Event): void {
    if (!(currentTarget instanceof PersonPicker)) return;
    this.problems = {};
    // One at a time: who is chosen next takes the place.
    this.#form.edit({ third: currentTarget.value.slice(-1) });
  }

  readonly #refuse = ({ id }: Picked) => {
    const isOneOfThem = id === this.me?.id || id === this.#form.value.mentee;
    return isOneOfThem ? this.strings(finder).introThree : undefined;
  };

  async #propose(): Promise<void> {
    const { mentee, third, why } = this.#form.value;
    const { needMentee, needThird, needWhy, tooLong } = this.strings(finder);
    const [asked] = third;
    this.problems = {
      ...(!mentee && { mentee: needMentee }),
      ...(!asked && { third: needThird }),
      ...(!why.trim() && { why: needWhy }),
      ...([...why].length > WHY_MAX && { why: tooLong }),
    };
    if (!asked || Object.keys(this.problems).length) return this.focus();
    const made = await this.#send.run({ forId: mentee, toId: asked.id, message: why });
    if (made) return this.#done(made);
    const { error } = this.#send;
    if (error) this.problems = { [placeOf(error)]: errorText(error, this.locale) };
    await this.focus();
  }

  #done(made: Introduction): void {
    this.#form.drop();
    this.fire(new IntroductionChangedEvent(made));
    this.#close();
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  #mentee(chosen: string): TemplateResult {
    const { introMentee } = this.strings(finder);
    const { problems } = this;
    return html`<div class="field" part="field">
      <label for="mentee">${introMentee}</label>
      <select class="input" id="mentee" name="mentee" aria-invalid=${problems.mentee ? 'true' : nothing}>
        <option value="" ?selected=${!chosen}></option>
        ${this.mentees.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`,
        )}
      </select>
      ${note('mentee', problems.mentee)}
    </div>`;
  }

  #foot(mentee: PersonRef | undefined, third: Picked | undefined): TemplateResult {
    const strings = this.strings(finder);
    const names = { mentee: html`<bdi>${mentee?.name}</bdi>`, third: html`<bdi>${third?.name}</bdi>` };
    const seen = mentee && third ? fill(strings.introSeen, names) : strings.introSeenNobody;
    const ask = fill(strings.introSend, { name: html`<bdi>${third && callName(third.name)}</bdi>` });
    return html`<div class="send">
      ${note('send', this.problems.send)} ${seers(true, seen)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          id="send"
          aria-disabled=${this.#send.pending ? 'true' : nothing}
          @click=${this.#propose}
        >
          <span>${third ? ask : strings.introSendNobody}</span>
        </button>
        <button class="button quiet" part="button" @click=${this.#close}>
          ${this.strings(common).cancel}
        </button>
      </div>
    </div>`;
  }

  protected override view(): TemplateResult {
    const strings = this.strings(finder);
    const { mentee, third, why } = this.#form.value;
    const [asked] = third;
    const chosen = this.mentees.find(({ id }) => id === mentee);
    const title =
      this.mentees.length === 1 && chosen
        ? fill(strings.introTitleOf, { name: html`<bdi>${chosen.name}</bdi>` })
        : strings.introPropose;
    return html`<div class="form" role="form" aria-labelledby="title" @input=${this.#input}>
      <h2 class="title" part="header" id="title">${title}</h2>
      ${this.mentees.length === 1 ? nothing : this.#mentee(mentee)}
      <guild-person-picker
        id="third"
        people-only
        .label=${strings.introThird}
        .help=${strings.introThirdHelp}
        .value=${third}
        .refuse=${this.#refuse}
        .error=${this.problems.third ?? ''}
        @guild-change=${this.#choose}
      ></guild-person-picker>
      ${textField({
        name: 'why',
        label: strings.introWhy,
        value: why,
        help: strings.introWhyHelp,
        problem: this.problems.why,
      })}
      ${this.#foot(chosen, asked)}
    </div>`;
  }
}

function placeOf({ reason, fields = [] }: Failure): Place {
  const places: Partial<Record<string, Place>> = {
    forId: 'mentee',
    toId: 'third',
    message: 'why',
    'introduction.noMentee': 'mentee',
    'introduction.open': 'third',
    'introduction.self': 'third',
    'person.departed': 'third',
    'person.unknown': 'third',
  };
  return places[fields[0]?.path ?? reason] ?? places[reason] ?? 'send';
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-introduction-form': IntroductionForm;
  }
}
