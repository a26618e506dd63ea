import type { KudosAudience, Seers } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { errorText } from '../internal/error-text.js';
import { fill } from '../internal/format.js';
import { GuildElement } from '../internal/guild-element.js';
import { Query } from '../internal/query.js';
import { common } from '../strings/en/common.js';
import { thanking } from '../strings/en/thanking.js';

/** So many people are named; the names of fifty would hide who sees it besides. */
const NAMED = 6;

/**
 * @summary Who will see a thank-you, in words: "Only you and Ben Okafor will see this." Read out when it changes.
 */
export class SeersLine extends GuildElement {
  static override readonly tag = 'guild-seers-line';
  static override styles = css`
    p {
      margin: 0;
    }
  `;

  readonly #seers = new Query(this, {
    areas: [],
    args: () => (this.receivers ? ([this.receivers, this.audience] as const) : undefined),
    load: (client, [ids, audience], signal) =>
      client.recognition.audience({ receivers: ids.split(' '), audience }, { signal }),
  });

  /** Ids of those thanked, with spaces between. Without any there is nothing to say. */
  @property() receivers = '';
  /** For whom it is meant. */
  @property() audience: KudosAudience = 'public';

  #say({ audience, everyone, people, teams }: Seers): unknown {
    const { seersEveryone, seersOnly, seersSome, seersTeams, seersYou } = this.strings(thanking);
    if (everyone) return seersEveryone;
    const { you, others } = this.strings(common);
    const { pieces } = this.formats;
    const more = people.length - NAMED;
    const onlyThey = audience === 'private';
    const names = pieces([
      onlyThey ? you : seersYou,
      ...people.slice(0, more > 1 ? NAMED : undefined).map(nameOf),
      ...(more > 1 ? [others(more)] : []),
      ...(teams.length ? [fill(seersTeams(teams.length), { names: pieces(teams.map(nameOf)) })] : []),
    ]);
    return fill(onlyThey ? seersOnly : seersSome, { names });
  }

  protected override view(): TemplateResult {
    // What was true for other receivers or another audience is never shown for these.
    const { data, error } = this.#seers;
    return html`<p aria-live="polite">
      ${data ? this.#say(data) : error && this.receivers ? errorText(error, this.locale) : nothing}
    </p>`;
  }
}

function nameOf({ name }: { name: string }): TemplateResult {
  return html`<bdi>${name}</bdi>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-seers-line': SeersLine;
  }
}
