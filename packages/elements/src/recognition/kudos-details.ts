import type { Kudos } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../internal/format.js';
import { link, lock, people } from '../parts/icons.js';
import type { recognition } from '../strings/en/recognition.js';

type Strings = typeof recognition;
type Direction = 'ltr' | 'rtl';

/** The quiet things of a kudos below its words: values, skills, points, the thing thanked for, the impact, who can see it. */
export function kudosDetails(
  kudos: Kudos,
  { points, strings, dir }: { points: number | undefined; strings: Strings; dir: Direction },
): TemplateResult {
  const impact = kudos.impact && fill(strings.impact, { impact: html`<bdi>${kudos.impact}</bdi>` });
  return html`${[...kudos.values, ...kudos.skills].map(({ name }) => html`<bdi class="value">${name}</bdi>`)}
  ${points ? html`<span class="value">${strings.points(points)}</span>` : nothing}
  ${refOf(kudos, strings, dir)} ${impact ? html`<span class="mark" dir=${dir}>${impact}</span>` : nothing}
  ${audienceOf(kudos, strings, dir)}`;
}

function refOf({ ref }: Kudos, strings: Strings, dir: Direction): TemplateResult | typeof nothing {
  if (!ref) return nothing;
  const thanks = ref.thanks > 1 ? ` · ${strings.thanks(ref.thanks)}` : '';
  if (ref.kind === 'mentorship') {
    const title = ref.of ? strings.mentorships[ref.of] : ref.title;
    return html`<span class="mark" dir=${dir}>${people}<bdi>${title}</bdi>${thanks}</span>`;
  }
  const text = html`${link}<bdi>${ref.title}</bdi>${thanks}`;
  return isWebAddress(ref.url)
    ? html`<a class="mark" dir=${dir} href=${ref.url} target="_blank" rel="noopener noreferrer nofollow ugc"
        >${text}</a
      >`
    : html`<span class="mark" dir=${dir}>${text}</span>`;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function audienceOf({ audience }: Kudos, strings: Strings, dir: Direction): TemplateResult | typeof nothing {
  if (audience === 'public') return nothing;
  return audience === 'team'
    ? html`<span class="mark" dir=${dir}>${people}${strings.audienceTeam}</span>`
    : html`<span class="mark" dir=${dir}>${lock}${strings.audiencePrivate}</span>`;
}
