import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { failureLine } from '../mentoring/form-parts.js';
import { close } from '../parts/icons.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import { RelativeTime } from '../parts/relative-time.js';
import { feedback } from '../strings/en/feedback.js';
import { FeedbackWithdrawnEvent } from './events.js';
import type { FeedbackNote } from './feedback-data.js';
import { FeedbackShare } from './feedback-share.js';
import { inboxRowStyles } from './inbox.styles.js';
import { ShortWords, type WordsEvent } from './short-words.js';

type Verb = 'markRead' | 'archive' | 'unarchive' | 'withdraw';

/**
 * @summary One note of feedback: who wrote to whom, the words once it is opened, and what the viewer may do.
 * @event guild-change - The viewer has changed it.
 * @event {FeedbackWithdrawnEvent} guild-feedback-withdrawn - The viewer has taken it back.
 * @csspart name - Who wrote to whom.
 * @csspart text - The words.
 * @csspart actions - What can be done.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class NoteRow extends GuildElement {
  static override readonly tag = 'guild-feedback-note';
  static override readonly uses = [FeedbackShare, PersonAvatar, RelativeTime, ShortWords];
  static override styles = [hostStyles, inboxRowStyles];

  readonly #act = new Command(this, (client, [verb, id]: [Verb, string], options) =>
    client.feedback[verb]({ id }, options),
  );
  readonly #unshare = new Command(this, (client, input: { id: string; personId: string }, options) =>
    client.feedback.unshare(input, options),
  );
  readonly #thank = new Command(this, (client, input: { id: string; thanks?: string }, options) =>
    client.feedback.acknowledge(input, options),
  );

  @state() private doing: 'thank' | 'share' | undefined;

  /** What it shows. */
  @property({ attribute: false }) note: FeedbackNote | undefined;

  /** Goes to the sentence that says who wrote to whom. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.who')?.focus(options);
  }

  async #do(verb: Verb): Promise<void> {
    const { note } = this;
    const done = note && (await this.#act.run([verb, note.id]));
    if (!done) return;
    this.note = done;
    const { archived, unarchived, withdrawn } = this.strings(feedback);
    const said = { markRead: '', archive: archived, unarchive: unarchived, withdraw: withdrawn }[verb];
    if (said) this.announce(said);
    if (verb === 'withdraw') this.fire(new FeedbackWithdrawnEvent(done.id));
    await this.updateComplete;
    this.focus();
    this.fire(new Event('guild-change'));
  }

  async #begin(doing: 'thank' | 'share'): Promise<void> {
    this.doing = doing;
    await this.updateComplete;
    const form = doing === 'thank' ? 'guild-short-words' : 'guild-feedback-share';
    await this.renderRoot.querySelector<ShortWords | FeedbackShare>(form)?.focus();
  }

  async #end(): Promise<void> {
    const { doing } = this;
    this.doing = undefined;
    await this.updateComplete;
    const back = this.renderRoot.querySelector<HTMLElement>(`#${doing}`);
    if (back) back.focus();
    else this.focus();
  }

  async #changed(): Promise<void> {
    await this.#end();
    this.fire(new Event('guild-change'));
  }

  async #sendThanks({ words }: WordsEvent): Promise<void> {
    const { note } = this;
    const done = note && (await this.#thank.run({ id: note.id, ...(words && { thanks: words }) }));
    if (!done) return;
    this.renderRoot.querySelector('guild-short-words')?.drop();
    this.note = done;
    await this.#changed();
  }

  async #stop(personId: string): Promise<void> {
    const done = this.note && (await this.#unshare.run({ id: this.note.id, personId }));
    if (!done) return;
    this.note = done;
    this.announce(this.strings(feedback).unshared);
    await this.#changed();
  }

  #who({ giver, receiver }: FeedbackNote): unknown {
    const strings = this.strings(feedback);
    const [from, to] = [html`<bdi>${giver.name}</bdi>`, html`<bdi>${receiver.name}</bdi>`];
    if (receiver.id === this.me?.id) return fill(strings.from, { name: from });
    if (giver.id === this.me?.id) return fill(strings.to, { name: to });
    return fill(strings.fromTo, { giver: from, receiver: to });
  }

  #words({ content, question }: FeedbackNote): TemplateResult | typeof nothing {
    if (!content) return nothing;
    const strings = this.strings(feedback);
    const { situation, behavior, impact, feedforward, skills } = content;
    const parts = [
      ...(question === undefined ? [] : [[strings.question, question] as const]),
      [strings.situation, situation] as const,
      [strings.behavior, behavior] as const,
      [strings.impact, impact] as const,
      ...(feedforward === undefined ? [] : [[strings.feedforward, feedforward] as const]),
    ];
    return html`<div class="words" part="text">
      <dl>
        ${parts.map(
          ([label, words]) =>
            html`<div>
              <dt>${label}</dt>
              <dd dir="auto">${words}</dd>
            </div>`,
        )}
      </dl>
      ${skills.length ? html`<p class="quiet small"><bdi>${skills.map(({ name }) => name).join(' · ')}</bdi></p>` : nothing}
    </div>`;
  }

  #state({ state, receiver, giver, thanks }: FeedbackNote): TemplateResult | typeof nothing {
    const strings = this.strings(feedback);
    const mine = giver.id === this.me?.id;
    const other = html`<bdi>${mine ? receiver.name : giver.name}</bdi>`;
    const isParty = mine || receiver.id === this.me?.id;
    if (state === 'withdrawn') return html`<p class="people">${strings.withdrawn}</p>`;
    if (state === 'acknowledged' && isParty) {
      return html`<div class="thanks">
        <p class="quiet small">${fill(mine ? strings.theyThanked : strings.acknowledged, { name: other })}</p>
        ${thanks ? html`<p dir="auto">${thanks}</p>` : nothing}
      </div>`;
    }
    if (!mine) return nothing;
    return html`<p class="people">
      ${fill(state === 'read' ? strings.isRead : strings.notRead, { name: other })}
    </p>`;
  }

  #shared({ sharedWith = [] }: FeedbackNote): TemplateResult | typeof nothing {
    if (!sharedWith.length) return nothing;
    const { unshare, sharedWith: label } = this.strings(feedback);
    const buttons = sharedWith.map(
      ({ id, name }) =>
        html`<button class="chip" aria-label=${unshare(name)} @click=${() => this.#stop(id)}>
          <bdi>${name}</bdi>${close}
        </button>`,
    );
    return html`<p class="shared">${fill(label, { names: buttons })}</p>`;
  }

  #actions({ may, archived, giver }: FeedbackNote): TemplateResult | typeof nothing {
    const strings = this.strings(feedback);
    const button = (id: string, text: string, act: () => void, look = '') =>
      html`<button class="button ${look}" part="button" id=${id} @click=${act}>${text}</button>`;
    const buttons = [
      may.markRead && button('open', strings.open, () => this.#do('markRead'), 'yes'),
      may.acknowledge && button('thank', strings.acknowledge, () => this.#begin('thank'), 'yes'),
      may.share && button('share', strings.share, () => this.#begin('share')),
      may.archive &&
        button(
          'archive',
          archived ? strings.unarchiveIt : strings.archiveIt,
          () => this.#do(archived ? 'unarchive' : 'archive'),
          'quiet',
        ),
      may.withdraw && button('back', strings.takeBack, () => this.#do('withdraw')),
    ].filter(Boolean);
    if (!buttons.length) return nothing;
    const name = html`<bdi>${giver.name}</bdi>`;
    return html`<div class="actions" part="actions">${buttons}</div>
      ${may.markRead ? html`<p class="people">${fill(strings.openHelp, { name })}</p>` : nothing}`;
  }

  #form(note: FeedbackNote): TemplateResult {
    const strings = this.strings(feedback);
    if (this.doing === 'share') {
      return html`<guild-feedback-share
        .note=${note}
        @guild-change=${this.#changed}
        @guild-close=${this.#end}
      ></guild-feedback-share>`;
    }
    return html`<guild-short-words
      class="form"
      keep=${`thanks ${note.id}`}
      .label=${strings.acknowledgeWords}
      .help=${html`${fill(strings.acknowledgeHelp, { name: html`<bdi>${note.giver.name}</bdi>` })}`}
      .action=${strings.acknowledgeSend}
      .pending=${this.#thank.pending}
      .failure=${this.#thank.error}
      @guild-send=${this.#sendThanks}
      @guild-close=${this.#end}
    ></guild-short-words>`;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { note } = this;
    if (!note) return nothing;
    const isNew = note.may.markRead;
    const pictured = note.giver.id === this.me?.id ? note.receiver : note.giver;
    return html`<div class="row">
      <guild-avatar .person=${pictured}></guild-avatar>
      <div>
        <p class="who" part="name" tabindex="-1">
          <bdi>${this.#who(note)}</bdi
          >${isNew ? html`<span class="new">${this.strings(feedback).unread}</span>` : nothing}
        </p>
        <p class="quiet small"><guild-relative-time datetime=${note.at}></guild-relative-time></p>
        ${this.#words(note)} ${this.#state(note)} ${this.#shared(note)}
        ${this.doing ? this.#form(note) : this.#actions(note)}
        ${failureLine(this.#act.error ?? this.#unshare.error, this.locale)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-feedback-note': NoteRow;
  }
}
