import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

/** What an avatar shows of a person or a team. */
interface Pictured {
  id: string;
  name: string;
}

/**
 * @summary The initials of a person on a tint of their own. Decoration: the name always stands beside it.
 * @cssproperty --guild-avatar-size - Width and height. Default: 40px.
 */
export class PersonAvatar extends LitElement {
  static readonly tag = 'guild-avatar';
  // Equal lightness and chroma: no person looks louder than another.
  static override styles = css`
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      inline-size: var(--guild-avatar-size, 40px);
      block-size: var(--guild-avatar-size, 40px);
      border-radius: 50%;
      background: oklch(0.92 0.045 var(--_hue));
      color: oklch(0.38 0.08 var(--_hue));
      font-family: var(--guild-font-family, system-ui, sans-serif);
      font-size: calc(var(--guild-avatar-size, 40px) * 0.33);
      font-weight: 600;
      line-height: 1;
      user-select: none;
    }
    @supports (color: light-dark(#000, #fff)) {
      :host {
        background: light-dark(oklch(0.92 0.045 var(--_hue)), oklch(0.36 0.06 var(--_hue)));
        color: light-dark(oklch(0.38 0.08 var(--_hue)), oklch(0.9 0.06 var(--_hue)));
      }
    }
    @media (forced-colors: active) {
      :host {
        border: 1px solid CanvasText;
      }
    }
  `;

  /** Whom it stands for. */
  @property({ attribute: false }) person: Pictured | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A strict policy refuses style attributes; setting a property is allowed.
    if (changed.has('person')) this.style.setProperty('--_hue', String(hueOf(this.person?.id ?? '')));
  }

  protected override render(): TemplateResult {
    return html`<bdi aria-hidden="true">${initialsOf(this.person?.name ?? '')}</bdi>`;
  }
}

/** First and last initial where a script has capitals to abbreviate by, else the first two letters. By grapheme. */
export function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => graphemes(word).filter((each) => /[\p{L}\p{N}]/u.test(each)));
  const written = letters.filter((word) => word.length > 0);
  const [first = [], last = first] = [written[0], written.at(-1)];
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(first[0] ?? '')) {
    return first.slice(0, 2).join('');
  }
  return ((first[0] ?? '') + (last === first ? '' : (last[0] ?? ''))).toLocaleUpperCase();
}

/** A hue from 0 to 359 that stays with the id. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  // Spread: ids that differ in one letter should not differ in one degree.
  return (Math.imul(hash, 0x9e3779b1) >>> 0) % 360;
}

let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): string[] {
  // Firefox before 125 has no Segmenter.
  if (!('Segmenter' in Intl)) return [...text];
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

declare global {
  interface HTMLElementTagNameMap {
    'guild-avatar': PersonAvatar;
  }
}
