import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { lateElement } from '../parts/late-element.js';
import { programConsole } from '../strings/en/console.js';
import { EnrollmentList } from './enrollment-list.js';

/**
 * @summary Who is enrolled in a program, and more people from a file.
 * @csspart button - What opens the import.
 */
export class ProgramPeople extends GuildElement {
  static override readonly tag = 'guild-program-people';
  static override readonly uses = [EnrollmentList];
  static override styles = [
    hostStyles,
    css`
      details {
        margin-block-start: calc(6 * var(--_space));
        padding-block-start: calc(4 * var(--_space));
        border-block-start: 1px solid var(--_line);
      }
      summary {
        inline-size: fit-content;
        border-radius: 4px;
        font-weight: 500;
        cursor: pointer;
      }
      guild-enrollment-import {
        margin-block-start: calc(4 * var(--_space));
      }
    `,
  ];

  readonly #import = lateElement(
    this,
    () => this.imports,
    async () => (await import('./enrollment-import.js')).EnrollmentImport,
  );

  @state() private imports = false;

  /** The id of the program. */
  @property() program = '';
  /** Nobody is matched before the training is done. */
  @property({ type: Boolean }) gate = false;

  protected override view(): TemplateResult {
    const { importTitle } = this.strings(programConsole);
    const open = ({ currentTarget }: Event) =>
      currentTarget instanceof HTMLDetailsElement && (this.imports ||= currentTarget.open);
    return html`<guild-enrollment-list
        exportparts="field, list, item, name, text, button, empty, error"
        .program=${this.program}
        .gate=${this.gate}
      ></guild-enrollment-list>
      <details @toggle=${open}>
        <summary part="button">${importTitle}</summary>
        ${
          this.imports
            ? this.#import.render({
                data: () =>
                  html`<guild-enrollment-import
                    exportparts="field, text, actions, button, error"
                    .program=${this.program}
                  ></guild-enrollment-import>`,
              })
            : nothing
        }
      </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-program-people': ProgramPeople;
  }
}
