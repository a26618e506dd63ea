import type { Profile } from '@guildhall/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../internal/format.js';
import { PersonAvatar } from '../parts/person-avatar.js';
import type { people } from '../strings/en/people.js';
import { between } from './between.js';
import { skillWords, type Skill } from './skill-words.js';

/** The elements in a row. */
export const rowElements = [PersonAvatar] as const;

/** What a row needs besides its person. */
export interface RowContext {
  strings: Omit<typeof people, 'area'>;
  formats: Formats;
  /** Whether a skill is what somebody is looking for. */
  isSought(skill: Skill): boolean;
  open(person: Profile): void;
}

/** A person in the directory: who, what they do, and what they can do. All of it opens their profile. */
export function personRow(person: Profile, { strings, formats, isSought, open }: RowContext): TemplateResult {
  const does = [person.title, person.department].filter(Boolean);
  const skills = skillWords(person.skills ?? [], isSought, strings, formats);
  return html`<li class="row" part="item">
    <guild-avatar part="avatar" .person=${person}></guild-avatar>
    <div>
      <button class="name" part="name" aria-haspopup="dialog" @click=${() => open(person)}>
        <bdi>${person.name}</bdi>
      </button>
      ${
        does.length
          ? html`<p class="quiet small" part="text">
              ${between(
                does.map((each) => html`<bdi>${each}</bdi>`),
                '\u00a0· ',
              )}
            </p>`
          : nothing
      }
      ${skills.length ? html`<p class="quiet small why" part="text"><bdi>${between(skills, ', ')}</bdi></p>` : nothing}
    </div>
  </li>`;
}
