/** For tests only: a whole Guildhall in the page, with a few people. Nothing is mocked. */
import { fixture, html } from '@open-wc/testing';
import {
  createGuildhall,
  memoryStore,
  systemActor,
  type Client,
  type Compute,
  type Guildhall,
  type SettingsInput,
} from '@guildhall/core';
import type { TemplateResult } from 'lit';
import { define } from '../define.js';
import { GuildHall } from '../guild-hall.js';

/** The cast by id. */
export const cast = {
  ana: 'Ana Ruiz',
  ben: 'Ben Okafor',
  lea: 'Lea Moreau',
  layla: 'ليلى حداد',
  long: 'Wolfeschlegelsteinhausenbergerdorff Anastasia-Maximiliana von der Donaudampfschifffahrtsgesellschaft',
} as const;

/** Someone of the cast. */
export type CastId = keyof typeof cast;

/** How a fixture's hall is set up. */
export interface HallOptions {
  /** Default: `en`. */
  locale?: string;
  /** The direction of the page around the hall. Default: the test page's. */
  dir?: 'ltr' | 'rtl';
}

/** A Guildhall with its clients and fixtures. */
export interface TestHall {
  guildhall: Guildhall;
  as(id: CastId): Client;
  /** Renders the template in a `<guild-hall>` where the person is the viewer; gives the template's first element. */
  hall<T extends Element>(id: CastId, template: TemplateResult, options?: HallOptions): Promise<T>;
}

/** Opens a Guildhall in memory: the cast in two teams, three values, and the clock that is given. */
export async function testHall({
  now,
  settings,
  compute,
}: { now?: () => Date; settings?: SettingsInput; compute?: Compute } = {}): Promise<TestHall> {
  define(GuildHall);
  const guildhall = createGuildhall({
    store: memoryStore(),
    ...(now && { now }),
    ...(settings && { settings }),
    ...(compute && { compute }),
  });
  await guildhall.prepare();
  const system = guildhall.as(systemActor);
  await system.people.sync({
    people: Object.entries(cast).map(([id, name]) => ({
      id,
      externalId: id,
      name,
      title: id === 'ben' ? 'Platform Engineer' : 'Product Designer',
      department: 'Product',
      teams: [id === 'lea' ? 'Brand' : 'Platform'],
      locale: 'en',
    })),
  });
  await system.people.setValues({
    values: [
      { name: 'Help first', description: 'We help before we are asked.' },
      { name: 'Own it', description: 'We see things through.' },
      { name: 'Stay curious', description: 'We ask.' },
    ],
  });
  const as = (id: CastId) => guildhall.as({ id });
  return {
    guildhall,
    as,
    async hall<T extends Element>(id: CastId, template: TemplateResult, options: HallOptions = {}) {
      const hall = await fixture<GuildHall>(
        html`<guild-hall .client=${as(id)} .locale=${options.locale ?? 'en'}>${template}</guild-hall>`,
        { parentNode: pageOf(options.dir) },
      );
      // The caller names the class of what it renders.
      return hall.firstElementChild as T;
    },
  };
}

function pageOf(dir: 'ltr' | 'rtl' | undefined): HTMLElement {
  const page = document.createElement('main');
  if (dir) page.dir = dir;
  document.body.append(page);
  return page;
}
