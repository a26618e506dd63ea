import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { formStyles, note, seers } from '../mentoring/form-parts.js';
import { common } from '../strings/en/common.js';
import { feedback } from '../strings/en/feedback.js';

/**
 * @summary Who will read feedback for somebody, in words, by the rule that then decides it. Read out when it changes.
 * @csspart text - The line.
 * @csspart error - Why it cannot be said.
 */
export class ReadersLine extends GuildElement {
  static override readonly tag = 'guild-feedback-readers';
  static override styles = [hostStyles, formStyles];

  readonly #readers = new Query(this, {
    areas: [],
    args: () => (this.receiver ? ([this.receiver] as const) : undefined),
    load: (client, [receiver], signal) => client.feedback.audience({ receiver }, { signal }),
  });

  /** The id of the person whom it is for. */
  @property({ attribute: false }) receiver: string | undefined;

  #line(): unknown {
    const strings = this.strings(feedback);
    if (!this.receiver) return seers(true, strings.readersUnknown);
    const { data, error } = this.#readers;
    if (error) return note('readers', errorText(error, this.locale));
    // What was true for another is never shown for this one.
    if (!data) return nothing;
    const bdi = ({ name }: { name: string }) => html`<bdi>${name}</bdi>`;
    const names = this.formats.pieces([this.strings(common).you, ...data.people.map(bdi)]);
    const sharer = data.sharedBy ? bdi(data.sharedBy) : nothing;
    return seers(true, fill(strings.onlyReads, { names, sharer }));
  }

  protected override view(): TemplateResult {
    return html`<div aria-live="polite">${this.#line()}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-feedback-readers': ReadersLine;
  }
}
