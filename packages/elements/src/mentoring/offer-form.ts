import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { check } from '../parts/icons.js';
import { common } from '../strings/en/common.js';
import { finder } from '../strings/en/finder.js';
import { KINDS, type Kind } from './find-mentors.js';
import { formStyles, lineField, note, seers, textField } from './form-parts.js';
import { KeptForm } from './kept-form.js';
import {
  ABOUT_MAX,
  offerInput,
  offerPlace,
  offerProblems,
  offerWriting,
  type Offer,
  type OfferInput,
  type OfferWriting,
  type Place,
} from './offer-writing.js';
import { requestFormStyles } from './request-form.styles.js';

/** From here on the form says how much may still be written. */
const COUNTED = 100;
const DIRECTIONS = ['either', 'forward', 'reverse'] as const;

/**
 * @summary What somebody offers as a mentor: places, kinds, who may ask; and the door, which is open or closed.
 * @event guild-close - It is done.
 * @csspart header - The title.
 * @csspart field - A field with its label.
 * @csspart text - Who can see it.
 * @csspart actions - The buttons.
 * @csspart button - One of them.
 * @csspart error - What is wrong.
 */
export class OfferForm extends GuildElement {
  static override readonly tag = 'guild-offer-form';
  static override styles = [hostStyles, formStyles, requestFormStyles];

  readonly #form = new KeptForm<OfferWriting>(this, {
    name: () => 'offer',
    blank: () => offerWriting(this.offer),
  });
  readonly #save = new Command(this, (client, input: OfferInput, options) =>
    client.mentoring.setOffer(input, options),
  );

  @state() private problems: Partial<Record<Place, string>> = {};
  @state() private done: 'open' | 'closed' | undefined;

  /** The offer as it is saved. */
  @property({ attribute: false }) offer: Offer | undefined;

  /** Goes to what is wrong, else to the first field. */
  override async focus(): Promise<void> {
    await this.updateComplete;
    const [wrong = 'capacity'] = Object.keys(this.problems);
    this.renderRoot.querySelector<HTMLElement>(this.done ? '.button' : `#${wrong}`)?.focus();
  }

  #input(event: Event): void {
    this.problems = {};
    this.#form.input(event);
  }

  #toggle(kind: Kind): void {
    const { kinds } = this.#form.value;
    this.problems = {};
    this.#form.edit({ kinds: KINDS.filter((each) => kinds.includes(each) !== (each === kind)) });
  }

  async #send(open: boolean): Promise<void> {
    // Who closes the door is not held up by what is written beside it.
    const writing = open ? this.#form.value : offerWriting(this.offer);
    this.problems = open ? offerProblems(writing, this.strings(finder)) : {};
    if (Object.keys(this.problems).length) return this.focus();
    const saved = await this.#save.run(offerInput(writing, open));
    const { error } = this.#save;
    if (error) this.problems = { [offerPlace(error)]: errorText(error, this.locale) };
    if (saved) {
      // What somebody wrote before they closed the door is there when they open it again.
      if (open) this.#form.drop();
      this.done = open ? 'open' : 'closed';
    }
    await this.focus();
  }

  #close(): void {
    this.fire(new Event('guild-close'));
  }

  #places(): TemplateResult {
    const { offerCapacity, offerCapacityHelp, offerTaken } = this.strings(finder);
    const taken = this.offer ? this.offer.capacity - this.offer.left : 0;
    return lineField({
      name: 'capacity',
      type: 'number',
      label: offerCapacity,
      value: this.#form.value.capacity,
      help: taken > 0 ? `${offerCapacityHelp} ${offerTaken(taken)}` : offerCapacityHelp,
      problem: this.problems.capacity,
      min: '1',
      max: '20',
    });
  }

  #kinds(): TemplateResult {
    const { kinds, offerKinds, offerOneOff } = this.strings(finder);
    const writing = this.#form.value;
    return html`<fieldset class="field" part="field">
      <legend class="label">${offerKinds}</legend>
      <div class="chips" id="kinds" tabindex="-1">
        ${KINDS.map((kind) => {
          const chosen = writing.kinds.includes(kind);
          return html`<button
            class="chip"
            part="button"
            aria-pressed=${chosen}
            @click=${() => this.#toggle(kind)}
          >
            ${chosen ? check : nothing}${kinds[kind]}
          </button>`;
        })}
      </div>
      ${note('kinds', this.problems.kinds)}
      <label class="tick">
        <input type="checkbox" name="oneOff" .checked=${writing.oneOff} />${offerOneOff}
      </label>
    </fieldset>`;
  }

  #direction(): TemplateResult {
    const { offerDirection, offerDirections } = this.strings(finder);
    const chosen = this.#form.value.direction;
    return html`<div class="field" part="field">
      <label for="direction">${offerDirection}</label>
      <select class="input" id="direction" name="direction">
        ${DIRECTIONS.map(
          (each) =>
            html`<option value=${each} ?selected=${each === chosen}>${offerDirections[each]}</option>`,
        )}
      </select>
    </div>`;
  }

  #about(): TemplateResult {
    const { offerAbout, offerAboutHelp } = this.strings(finder);
    const { about } = this.#form.value;
    const left = ABOUT_MAX - [...about].length;
    return textField({
      name: 'about',
      label: offerAbout,
      value: about,
      help: left < COUNTED ? this.strings(common).charactersLeft(left) : offerAboutHelp,
      problem: this.problems.about,
    });
  }

  #door(): TemplateResult {
    const { offerClose, offerClosing, offerOpenDoor, offerSave, offerSeen } = this.strings(finder);
    const isOpen = this.offer?.open ?? false;
    const waiting = isOpen ? (this.offer?.waiting ?? 0) : 0;
    const close = html`<button
      class="button quiet"
      part="button"
      aria-describedby=${waiting ? 'closing' : nothing}
      @click=${() => this.#send(false)}
    >
      ${offerClose}
    </button>`;
    return html`<div class="send">
      ${note('save', this.problems.save)} ${seers(false, offerSeen)}
      <div class="actions" part="actions">
        <button
          class="button primary"
          part="button"
          id="save"
          aria-disabled=${this.#save.pending ? 'true' : nothing}
          @click=${() => this.#send(true)}
        >
          ${isOpen ? offerSave : offerOpenDoor}
        </button>
        ${isOpen ? close : nothing}
      </div>
      ${waiting ? html`<p class="quiet small" id="closing">${offerClosing(waiting)}</p>` : nothing}
    </div>`;
  }

  #done(said: string): TemplateResult {
    return html`<p role="status">${said}</p>
      <div class="actions" part="actions">
        <button class="button" part="button" @click=${this.#close}>${this.strings(finder).askDone}</button>
      </div>`;
  }

  protected override view(): TemplateResult {
    const { offerClosed, offerSaved, offerTitle } = this.strings(finder);
    const fields = () =>
      html`${this.#places()} ${this.#kinds()} ${this.#direction()} ${this.#about()} ${this.#door()}`;
    return html`<div class="form" role="form" aria-label=${offerTitle} @input=${this.#input}>
      <h2 class="title" part="header">${offerTitle}</h2>
      ${this.done ? this.#done(this.done === 'open' ? offerSaved : offerClosed) : fields()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-offer-form': OfferForm;
  }
}
