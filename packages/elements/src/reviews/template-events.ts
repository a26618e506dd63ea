import type { Competency, Template, TemplateItem } from './template-writing.js';

/** `guild-item`: the viewer has changed a question of a template. */
export class ItemChangedEvent extends Event {
  readonly item: TemplateItem;

  constructor(item: TemplateItem) {
    super('guild-item');
    this.item = item;
  }
}

/** `guild-competencies`: the viewer has changed what is taken together. */
export class CompetenciesEvent extends Event {
  readonly competencies: readonly Competency[];

  constructor(competencies: readonly Competency[]) {
    super('guild-competencies');
    this.competencies = competencies;
  }
}

/** `guild-saved`: a template was written. */
export class TemplateSavedEvent extends Event {
  readonly template: Template;

  constructor(template: Template) {
    super('guild-saved');
    this.template = template;
  }
}

/** `guild-items`: the viewer has changed the questions of a template. */
export class ItemsEvent extends Event {
  readonly items: readonly TemplateItem[];

  constructor(items: readonly TemplateItem[]) {
    super('guild-items');
    this.items = items;
  }
}
