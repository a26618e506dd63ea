import type { Kudos, KudosDraft } from '@guildhall/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { later } from '../internal/later.js';
import type { Choice } from '../parts/choice.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { errorState } from '../parts/states.js';
import { thanking } from '../strings/en/thanking.js';
import { KudosGivenEvent, KudosWithdrawnEvent } from './events.js';
import { KeptWriting } from './kept-writing.js';
import { kudosComposerStyles } from './kudos-composer.styles.js';
import { draftOf, type Writing } from './kudos-writing.js';

/** How long the way back is offered, in milliseconds. The card on the wall offers it for longer. */
const UNDO_MS = 10_000;

/**
 * @summary Thanks somebody: one line that opens into a form.
 * @event {KudosGivenEvent} guild-kudos-given - Thanks were given; `kudos` says which.
 * @event {KudosWithdrawnEvent} guild-kudos-withdrawn - They were taken back at once.
 * @csspart item - The card.
 * @csspart text - What the closed card says.
 * @csspart actions - What can be done from there.
 * @csspart button - A button of the closed card.
 * @csspart error - What went wrong.
 */
export class KudosComposer extends GuildElement {
  static override readonly tag = 'kudos-composer';
  static override readonly uses = [PersonAvatar];
  static override styles = [hostStyles, kudosComposerStyles];

  readonly #kept = new KeptWriting(this);
  readonly #give = new Command(this, (client, input: KudosDraft, options) => {
    // Kept before it leaves: the page may be gone when the answer comes.
    const unsettled = { key: options.key ?? '', input: JSON.stringify(input) };
    this.#kept.keep({ ...this.#kept.writing, unsettled });
    return client.recognition.give(input, options);
  });
  readonly #withdraw = new Command(this, (client, id: string, options) =>
    client.recognition.withdraw({ id }, options),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fetching: Promise<void> | undefined;

  @state() private sending = false;
  @state() private unreachable = false;
  @state() private given: { kudos: Kudos; writing: Writing } | undefined;

  /** Whether the form is open. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Ids of people or teams whom the form begins with, with spaces between. */
  @property() receiver = '';
  /** The address of the thing thanked for that the form begins with. */
  @property({ attribute: 'ref-url' }) refUrl = '';
  /** The name of that thing, or of the mentorship. */
  @property({ attribute: 'ref-title' }) refTitle = '';
  /** Ids of values that the form begins with, with spaces between. */
  @property() values = '';
  /** The words that the form begins with. */
  @property() message = '';
  /** What the help led to, as the form begins. */
  @property() impact = '';
  /** The id of the mentorship that is thanked for, in place of an address. Only its people can name it. */
  @property({ attribute: 'mentorship-id' }) mentorshipId = '';
  /** The skills that the form begins with. */
  @property({ attribute: false }) skills: readonly Choice[] = [];

  /** Goes to the first field when the form is open, else to what opens it. */
  override async focus(): Promise<void> {
    await this.#fetching;
    this.renderRoot.querySelector<HTMLElement>('guild-kudos-form, .primary')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.#fetch();
  }

  /** The form comes when somebody is about to write: a page that is only read does not pay for it. */
  #fetch(): Promise<void> {
    return (this.#fetching ??= later(async () => [(await import('./kudos-form.js')).KudosForm]).then(
      (there) => {
        this.unreachable = !there;
        if (!there) this.#fetching = undefined;
      },
    ));
  }

  async #show(open: boolean): Promise<void> {
    this.#settle();
    this.open = open;
    if (open) await this.#fetch();
    await this.updateComplete;
    await this.focus();
  }

  #edit(): void {
    const form = this.renderRoot.querySelector('guild-kudos-form');
    if (!form) return;
    this.#give.reset();
    this.#kept.keep(form.writing);
  }

  async #send(): Promise<void> {
    const { writing } = this.#kept;
    const focused = this.matches(':focus-within');
    this.#give.unsettled = writing.unsettled;
    const answer = this.#give.run(draftOf(writing, this.mentorshipId));
    this.open = false;
    this.sending = true;
    await this.updateComplete;
    if (focused) this.#line?.focus();
    const kudos = await answer;
    this.sending = false;
    if (kudos) this.#celebrate(kudos, writing);
    else await this.#giveBack(writing);
  }

  #celebrate(kudos: Kudos, writing: Writing): void {
    this.#kept.keep();
    this.given = { kudos, writing };
    this.announce(this.#sentText(kudos));
    this.#offerUndo();
    this.fire(new KudosGivenEvent(kudos));
  }

  async #giveBack(writing: Writing): Promise<void> {
    this.#kept.keep({ ...writing, unsettled: this.#give.unsettled });
    // Who has gone on to something else meanwhile is left there.
    const focused = this.matches(':focus-within');
    this.open = true;
    await this.updateComplete;
    if (focused) await this.focus();
  }

  #offerUndo(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Nobody loses it while reaching for it.
      if (this.renderRoot.querySelector('.undo')?.matches(':hover, :focus')) this.#offerUndo();
      else this.#settle();
    }, UNDO_MS);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.given = undefined;
    this.#withdraw.reset();
  }

  async #undo(): Promise<void> {
    const { given } = this;
    clearTimeout(this.#timer);
    if (!given || !(await this.#withdraw.run(given.kudos.id))) return;
    this.#kept.keep({ ...given.writing, unsettled: undefined });
    this.fire(new KudosWithdrawnEvent(given.kudos.id));
    this.announce(this.strings(thanking).undone);
    await this.#show(true);
  }

  #discard(): void {
    this.#give.reset();
    this.#kept.keep();
    this.#line?.focus();
  }

  get #line(): HTMLElement | null {
    return this.renderRoot.querySelector('[part=text]');
  }

  #sentText({ audience }: Kudos): string {
    const { sent, sentPrivate } = this.strings(thanking);
    return audience === 'private' ? sentPrivate : sent;
  }

  /** What the closed card says, and what can be done about it. */
  #state(): [text: unknown, className: string, action?: unknown] {
    const strings = this.strings(thanking);
    if (this.sending) {
      const names = this.formats.pieces(
        this.#kept.writing.receivers.map(({ name }) => html`<bdi>${name}</bdi>`),
      );
      return [fill(strings.sendingTo, { names }), 'quiet'];
    }
    if (this.given) {
      const { error } = this.#withdraw;
      const text = error ? errorText(error, this.locale) : this.#sentText(this.given.kudos);
      const undo = html`<button class="button undo" part="button" @click=${this.#undo}>
        ${strings.undo}
      </button>`;
      return [text, error ? 'error' : '', undo];
    }
    if (!this.#kept.begun) return [strings.composerPrompt, 'quiet prompt'];
    const discard = html`<button class="button quiet" part="button" @click=${this.#discard}>
      ${strings.discard}
    </button>`;
    return [strings.draftKept, 'quiet prompt', discard];
  }

  #row(): TemplateResult {
    const [text, className, action = nothing] = this.#state();
    const { composerOpen, resume } = this.strings(thanking);
    const open = (event: MouseEvent) => event.detail < 2 && this.#show(true);
    return html`<div class="row" @pointerenter=${this.#fetch} @focusin=${this.#fetch}>
      <guild-avatar .person=${this.me}></guild-avatar>
      <p class=${className} part="text" tabindex="-1" @click=${/prompt/.test(className) ? open : nothing}>
        ${text}
      </p>
      <div class="actions" part="actions">
        ${action}
        <button class="button primary" part="button" ?hidden=${this.sending} @click=${open}>
          ${this.#kept.begun && !this.given ? resume : composerOpen}
        </button>
      </div>
    </div>`;
  }

  protected override view(): TemplateResult {
    const { hall, me } = this;
    if (hall?.failure && !me) return errorState(hall.failure, this.locale, () => hall.greet());
    if (this.unreachable && this.open) {
      return html`<div class="card" part="item">
        ${errorState({ code: 'unavailable', reason: 'network' }, this.locale, () => this.#show(true))}
      </div>`;
    }
    const writing = this.open && !this.sending;
    // While it is sent the form waits out of sight: should it come back, it is as it was.
    return html`<div class="card ${writing ? 'open' : ''}" part="item">
      ${
        this.open || this.sending
          ? html`<guild-kudos-form
              ?hidden=${!writing}
              .writing=${this.#kept.writing}
              .about=${this.mentorshipId && this.refTitle}
              .failure=${this.#give.error ?? this.#kept.failure}
              @guild-change=${this.#edit}
              @guild-send=${this.#send}
              @guild-close=${() => this.#show(false)}
            ></guild-kudos-form>`
          : nothing
      }
      ${writing ? nothing : this.#row()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kudos-composer': KudosComposer;
  }
}
