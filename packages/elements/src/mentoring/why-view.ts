import type { BetterMentor, PairWhy, PersonRef, Reason } from '@guildhall/core';
import { css, html, type TemplateResult } from 'lit';
import type { workbench } from '../strings/en/workbench.js';
import { callName } from './call-name.js';
import { asTable } from './picture.js';
import { hundredths, reasonWords, wishWords } from './reason-words.js';
import { partBar } from './score-bar.js';

/** What the views of reasons say things with. */
export interface WhyWords {
  strings: typeof workbench;
  locale: string;
}

/** The reasons of a pair: each a sentence, its points, and a bar of the most that there were. */
export function whyList(
  reasons: readonly Reason[],
  mentor: PersonRef,
  { strings, locale }: WhyWords,
): TemplateResult {
  return html`<ul class="why" part="list" role="list">
      ${reasons.map(
        (reason, index) =>
          html`<li part="item">
            <span
              >${reasonWords(reason, { mentor: callName(mentor.name) }, locale)}<span class="visually-hidden"
                >,</span
              ></span
            >
            <bdi class="points quiet"
              >${strings.pointsOf(hundredths(reason.points), hundredths(reason.max))}</bdi
            >
            ${partBar(reason, index)}
          </li>`,
      )}
    </ul>
    ${asTable(strings.partsTable, {
      caption: strings.partsCaption,
      columns: [strings.criterion, strings.pointsColumn, strings.mostColumn],
      rows: reasons.map((reason) => [
        wishWords(reason.criterion, locale),
        hundredths(reason.points),
        hundredths(reason.max),
      ]),
    })}`;
}

/** Who would score higher, and why not. */
export function betterList(
  { better, mentee }: Pick<PairWhy, 'better' | 'mentee'>,
  { strings }: WhyWords,
): TemplateResult {
  const name = callName(mentee.name);
  if (!better.length) return html`<p class="quiet small">${strings.nobodyBetter(name)}</p>`;
  return html`<h3 class="label">${strings.better(name)}</h3>
    <ul class="better" role="list">
      ${better.map(
        (one) =>
          html`<li>
            <bdi>${strings.betterScore(one.mentor.name, hundredths(one.score))}</bdi>
            <span class="quiet">${whyNot(one, name, strings)}</span>
          </li>`,
      )}
    </ul>`;
}

function whyNot({ why, cost = 0, rules }: BetterMentor, mentee: string, strings: typeof workbench): string {
  if (why === 'rule') return rules.length ? ruleWords(rules, strings) : strings.otherRule;
  const points = Math.ceil(cost / 100);
  if (why === 'full') return strings.full(mentee, points);
  return points > 0 ? strings.fullBut(points) : strings.otherWhy;
}

/** Rules by their codes, as sentences. */
export function ruleWords(rules: readonly string[], { rules: known, otherRule }: typeof workbench): string {
  return [...new Set(rules.map((rule) => known[rule] ?? otherRule))].join(' ');
}

export const whyStyles = css`
  .why {
    display: grid;
    gap: calc(2.5 * var(--_space));
  }
  .why li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space) calc(3 * var(--_space));
    line-height: 1.4;
  }
  .why .bar {
    grid-column: 1 / -1;
    block-size: 5px;
  }
  .points,
  .figure {
    font-variant-numeric: tabular-nums;
  }
  .better {
    display: grid;
    gap: calc(2 * var(--_space));
    font-size: 0.9em;
  }
  .better li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: calc(3 * var(--_space));
    line-height: 1.4;
  }
  .better bdi {
    justify-self: start;
  }
  .better li > :last-child {
    text-align: end;
  }
`;
