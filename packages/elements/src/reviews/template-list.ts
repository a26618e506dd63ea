import type { Client } from '@guildhall/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Command } from '../internal/command.js';
import { GuildElement } from '../internal/guild-element.js';
import { hostStyles } from '../internal/host.styles.js';
import { Query } from '../internal/query.js';
import { ConfirmStep } from '../mentoring/confirm-step.js';
import { failureLine } from '../mentoring/form-parts.js';
import { programConsoleStyles } from '../mentoring/program-console.styles.js';
import { lateElement } from '../parts/late-element.js';
import { reviewConsole } from '../strings/en/review-console.js';
import { reviewTemplates } from '../strings/en/review-templates.js';
import { pickableStyles } from '../parts/pickable.styles.js';
import { cycleListStyles } from './cycle-list.styles.js';
import { TemplateSavedEvent } from './template-events.js';
import type { Template } from './template-writing.js';

/** The most templates that are shown. */
const MOST = 100;

/** What is shown in the place of the list: a template to look at, to change or to copy, or a new one. */
interface Opened {
  does: 'view' | 'edit' | 'copy' | 'new';
  template?: Template;
}

/**
 * @summary All templates of review forms: those that come with the product, and those that HR writes, copies and retires.
 * @event guild-close - The viewer wants to see the cycles.
 * @csspart header - The titles.
 * @csspart list - The templates.
 * @csspart item - One of them.
 * @csspart text - What is said about one of them.
 * @csspart field - A field with its label.
 * @csspart button - A button.
 * @csspart error - What went wrong.
 */
export class TemplateList extends GuildElement {
  static override readonly tag = 'guild-template-list';
  static override readonly uses = [ConfirmStep];
  static override styles = [
    hostStyles,
    programConsoleStyles,
    pickableStyles,
    cycleListStyles,
    css`
      .head {
        margin-block-end: 0;
      }
      .does {
        position: relative;
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
      }
      @media (max-width: 30rem) {
        li {
          flex-wrap: wrap;
          gap: 0;
          padding-block-end: calc(2 * var(--_space));
        }
        .does {
          margin-inline-start: calc(-2.5 * var(--_space));
        }
      }
    `,
  ];

  readonly #templates = new Query(this, {
    areas: ['reviews'],
    args: () => (this.me ? ([] as const) : undefined),
    keep: true,
    load: async (client: Client, _args, signal) =>
      (await client.reviews.templates({ limit: MOST }, { signal })).items,
  });
  readonly #retire = new Command(this, (client, id: string, options) =>
    client.reviews.retireTemplate({ id }, options),
  );
  readonly #form = lateElement(
    this,
    () => this.opened !== undefined && this.opened.does !== 'view',
    async () => (await import('./template-form.js')).TemplateForm,
  );
  readonly #preview = lateElement(
    this,
    () => this.opened?.does === 'view',
    async () => (await import('./template-preview.js')).TemplatePreview,
  );

  @state() private opened: Opened | undefined;
  @state() private retiring: Template | undefined;

  async #open(opened: Opened): Promise<void> {
    this.opened = opened;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  async #close(): Promise<void> {
    const id = this.opened?.template?.id;
    this.opened = undefined;
    await this.#templates.reload();
    await this.updateComplete;
    const names = [...this.renderRoot.querySelectorAll<HTMLElement>('.name')];
    (
      names.find(({ dataset }) => dataset['id'] === id) ?? this.renderRoot.querySelector<HTMLElement>('h2')
    )?.focus();
  }

  #saved(event: Event): void {
    if (!(event instanceof TemplateSavedEvent)) return;
    this.announce(this.strings(reviewTemplates).saved(event.template.name));
    if (this.opened) this.opened = { ...this.opened, template: event.template };
    void this.#close();
  }

  async #ask(template: Template): Promise<void> {
    this.retiring = template;
    this.#retire.reset();
    await this.updateComplete;
    await this.renderRoot.querySelector('guild-confirm')?.show();
  }

  async #retireIt(): Promise<void> {
    const retired = this.retiring && (await this.#retire.run(this.retiring.id));
    if (!retired) return;
    this.renderRoot.querySelector('guild-confirm')?.close();
    this.announce(this.strings(reviewTemplates).retired(retired.name));
    await this.#close();
  }

  #facts({ builtIn, language, state: stands, version, items }: Template): string {
    const strings = this.strings(reviewTemplates);
    return [
      ...(builtIn ? [strings.builtIn] : [strings.states[stands], strings.version(version)]),
      ...(language ? [strings.languages[language] ?? language] : []),
      strings.questions(items.length),
    ].join(' · ');
  }

  #row(template: Template): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const { id, name, description = '', may } = template;
    const button = (text: string, aloud: string, act: () => void) =>
      html`<button class="button quiet" part="button" aria-label=${aloud} @click=${act}>${text}</button>`;
    return html`<li part="item">
      <div class="row">
        <p>
          <button
            class="name"
            part="button"
            data-id=${id}
            @click=${() => void this.#open({ does: may.save ? 'edit' : 'view', template })}
          >
            <bdi>${name}</bdi>
          </button>
        </p>
        <p class="quiet small" part="text">${this.#facts(template)}</p>
        ${description ? html`<p class="purpose small"><bdi>${description}</bdi></p>` : nothing}
      </div>
      <span class="does">
        ${button(strings.copy, strings.copyNamed(name), () => void this.#open({ does: 'copy', template }))}
        ${
          may.retire
            ? button(strings.retire, strings.retireNamed(name), () => void this.#ask(template))
            : nothing
        }
      </span>
    </li>`;
  }

  #list(templates: readonly Template[]): TemplateResult {
    const strings = this.strings(reviewTemplates);
    return html`<div class="head">
        <h2 class="title" part="header" tabindex="-1">${strings.title}</h2>
        <button class="button primary" part="button" @click=${() => void this.#open({ does: 'new' })}>
          ${strings.create}
        </button>
      </div>
      <p class="quiet small">${strings.lead}</p>
      <ul part="list" role="list">
        ${templates.map((template) => this.#row(template))}
      </ul>`;
  }

  #one({ does, template }: Opened): TemplateResult {
    const strings = this.strings(reviewTemplates);
    const title = does === 'new' || !template ? strings.create : template.name;
    const parts = 'header, list, item, field, actions, button, error';
    return html`<button class="button quiet back" part="button" @click=${this.#close}>${strings.back}</button>
      <header>
        <h2 class="title" part="header" tabindex="-1">
          <bdi>${does === 'copy' ? strings.copyOf(title) : title}</bdi>
        </h2>
        ${template && does !== 'copy' ? html`<p class="quiet">${this.#facts(template)}</p>` : nothing}
        ${does === 'view' && template?.description ? html`<p><bdi>${template.description}</bdi></p>` : nothing}
      </header>
      ${
        does === 'view'
          ? this.#preview.render({
              data: () =>
                html`<guild-template-preview
                  exportparts=${parts}
                  .items=${template?.items ?? []}
                ></guild-template-preview>`,
            })
          : this.#form.render({
              data: () =>
                html`<guild-template-form
                  exportparts=${parts}
                  .template=${template}
                  .copies=${does === 'copy'}
                  @guild-saved=${this.#saved}
                ></guild-template-form>`,
            })
      }`;
  }

  #confirm(): TemplateResult {
    const strings = this.strings(reviewTemplates);
    return html`<guild-confirm
      .label=${strings.retireSure}
      .doLabel=${strings.retire}
      .notLabel=${strings.notNow}
      .pending=${this.#retire.pending}
      @guild-confirm=${this.#retireIt}
    >
      <p><bdi>${this.retiring?.name}</bdi></p>
      <p>${strings.retireWords}</p>
      ${failureLine(this.#retire.error, this.locale)}
    </guild-confirm>`;
  }

  #all(): TemplateResult {
    const back = () => this.fire(new Event('guild-close'));
    return html`<button class="button quiet back" part="button" @click=${back}>
        ${this.strings(reviewConsole).back}
      </button>
      ${this.#templates.render({ data: (templates) => this.#list(templates) })}`;
  }

  protected override view(): TemplateResult {
    const { opened } = this;
    return html`<div class="whole">${opened ? this.#one(opened) : this.#all()} ${this.#confirm()}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-template-list': TemplateList;
  }
}
