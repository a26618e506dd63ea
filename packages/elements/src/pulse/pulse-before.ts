import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { dayWords } from '../mentoring/days.js';
import { eye, lock, people, shield } from '../parts/icons.js';
import { pulse as english } from '../strings/en/pulse.js';
import type { PulseForm } from './pulse-writing.js';

/**
 * @summary What is said before the first question of a survey: how answers are kept, from how many on figures are
 * shown, and who reads them.
 * @slot - What can be done.
 * @csspart header - A title.
 * @csspart text - What it is about, and what is promised.
 * @csspart list - Who reads the results.
 */
export class PulseBefore extends GuildElement {
  static override readonly tag = 'guild-pulse-before';
  static override styles = [
    hostStyles,
    css`
      :host {
        display: grid;
        gap: calc(6 * var(--_space));
        max-inline-size: 44rem;
        overflow-wrap: anywhere;
      }
      h2 {
        font-size: 1.2em;
        font-weight: 600;
        line-height: 1.25;
      }
      h2:focus {
        outline: 0;
      }
      h3 {
        font-size: 1em;
        font-weight: 600;
      }
      .about,
      .promises {
        display: grid;
        gap: calc(2 * var(--_space));
      }
      .about p {
        white-space: pre-line;
      }
      .promises {
        gap: calc(4 * var(--_space));
        padding: calc(5 * var(--_space));
        border-radius: var(--_radius);
        background: var(--_soft);
      }
      .promise {
        display: grid;
        grid-template-columns: 1.5em minmax(0, 1fr);
        gap: 0 calc(3 * var(--_space));
      }
      .promise > svg {
        inline-size: 1.3em;
        block-size: 1.3em;
        margin-block-start: 0.15em;
        color: var(--_accent);
      }
      .promise ul {
        display: grid;
      }
      @media (forced-colors: active) {
        .promises {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  /** The survey. */
  @property({ attribute: false }) form: PulseForm | undefined;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  #readers({ asker, people: named, roles, managers, members }: PulseForm['readers']): string[] {
    const { readers, roleNames } = this.strings(english);
    const whole = [...named.map(({ name }) => name), ...roles.map((role) => roleNames[role])];
    return [
      asker && readers.asker(asker.name),
      whole.length ? readers.whole(this.formats.list(whole)) : undefined,
      managers ? readers.managers : undefined,
      members ? readers.members : undefined,
    ].filter((line) => line !== undefined);
  }

  #promise(icon: unknown, title: string, words: unknown): TemplateResult {
    return html`<div class="promise">
      ${icon}
      <div>
        <h3>${title}</h3>
        ${words}
      </div>
    </div>`;
  }

  protected override view(): unknown {
    const { form } = this;
    if (!form) return nothing;
    const strings = this.strings(english);
    const facts = [
      strings.questions(form.questionCount),
      strings.openUntil(dayWords(form.closesOn, this.locale)),
    ];
    return html`<div class="about">
        <h2 part="header" tabindex="-1"><bdi>${form.title}</bdi></h2>
        <p part="text"><bdi>${form.purpose}</bdi></p>
        <p class="quiet small">${facts.join(' · ')}</p>
      </div>
      <section class="promises" aria-label=${strings.before}>
        ${this.#promise(
          form.mode === 'sealed' ? shield : lock,
          strings.modes[form.mode],
          html`<p part="text">${strings.modeWords[form.mode]}</p>`,
        )}
        ${this.#promise(people, strings.k(form.k), html`<p part="text">${strings.kWords(form.kText)}</p>`)}
        ${this.#promise(
          eye,
          strings.readersTitle,
          html`<ul part="list" role="list">
            ${this.#readers(form.readers).map((line) => html`<li>${line}</li>`)}
          </ul>`,
        )}
      </section>
      <p class="quiet small" part="text">${strings.participation}</p>
      <slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-pulse-before': PulseBefore;
  }
}
