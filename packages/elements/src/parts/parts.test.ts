import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../define.js';
import { formats } from '../internal/format.js';
import { people } from './icons.js';
import { hueOf, initialsOf, PersonAvatar } from './person-avatar.js';
import { PersonChip } from './person-chip.js';
import { RelativeTime } from './relative-time.js';

define(PersonAvatar, PersonChip, RelativeTime);

describe('person-avatar', () => {
  it('is accessible', async () => {
    const el = await fixture(html`<guild-avatar .person=${{ id: 'ana', name: 'Ana Ruiz' }}></guild-avatar>`);
    await expect(el).to.be.accessible();
  });

  it('abbreviates by script, by grapheme, and never inside a letter', () => {
    expect(initialsOf('Ana Ruiz')).to.equal('AR');
    expect(initialsOf('ana maria de la cruz')).to.equal('AC');
    expect(initialsOf('Madonna')).to.equal('M');
    expect(initialsOf('Пётр Ильич Чайковский')).to.equal('ПЧ');
    expect(initialsOf('Ελένη Παππά')).to.equal('ΕΠ');
    expect(initialsOf('ليلى حداد')).to.equal('لي');
    expect(initialsOf('田中 雪')).to.equal('田中');
    expect(initialsOf('E\u0301ric Zola')).to.equal('E\u0301Z');
    expect(initialsOf('(Ben) "Q" Okafor')).to.equal('BO');
    expect(initialsOf('🎉')).to.equal('');
    expect(initialsOf('')).to.equal('');
  });

  it('keeps to one hue for an id, and spreads over the circle', () => {
    expect(hueOf('ana')).to.equal(hueOf('ana'));
    const hues = new Set(Array.from({ length: 60 }, (_, index) => Math.floor(hueOf(`p${index}`) / 30)));
    expect(hues.size).to.be.greaterThan(8);
  });

  it('can be read in light and in dark', async () => {
    const page = await fixture(html`
      <div>
        ${['light', 'dark'].map((scheme) =>
          ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
            (id) =>
              html`<guild-avatar
                style=${`color-scheme: ${scheme}`}
                .person=${{ id, name: id }}
              ></guild-avatar>`,
          ),
        )}
      </div>
    `);
    for (const avatar of page.children) {
      const { color, backgroundColor } = getComputedStyle(avatar);
      expect(contrast(color, backgroundColor), `${color} on ${backgroundColor}`).to.be.at.least(4.5);
    }
  });
});

describe('person-chip', () => {
  const person = { id: 'layla', name: 'ليلى حداد', title: 'Designer' };

  it('is accessible', async () => {
    const el = await fixture(
      html`<guild-person-chip
        removable
        removeLabel="Remove ليلى حداد"
        .person=${person}
      ></guild-person-chip>`,
    );
    await expect(el).to.be.accessible();
  });

  it('asks to remove the person', async () => {
    const el = await fixture<PersonChip>(
      html`<guild-person-chip removable .person=${person}></guild-person-chip>`,
    );
    let asked = 0;
    el.addEventListener('guild-remove', () => asked++);
    el.renderRoot.querySelector('button')?.click();
    expect(asked).to.equal(1);
  });
});

describe('relative-time', () => {
  it('is accessible, and says the exact time in the tooltip', async () => {
    const datetime = new Date(Date.now() - 2 * 60_000 - 5000).toISOString();
    const el = await fixture<RelativeTime>(
      html`<guild-relative-time datetime=${datetime}></guild-relative-time>`,
    );
    await expect(el).to.be.accessible();
    const time = el.renderRoot.querySelector('time');
    expect(time?.textContent).to.equal('2 minutes ago');
    expect(time?.dateTime).to.equal(datetime);
    expect(time?.title).to.contain(String(new Date(datetime).getFullYear()));
  });

  it('shows nothing for what is not a time', async () => {
    const el = await fixture(html`<guild-relative-time datetime="soon"></guild-relative-time>`);
    expect(el.shadowRoot?.textContent?.trim()).to.equal('');
  });

  it('speaks as people do', () => {
    const now = new Date(2026, 2, 13, 9, 0);
    const { relative } = formats('en-GB');
    const said = (...date: [number, number, number, number, number]) => relative(new Date(...date), now);
    expect(relative(new Date(now.getTime() + 20_000), now)).to.equal('now');
    expect(said(2026, 2, 13, 8, 58)).to.equal('2 minutes ago');
    expect(said(2026, 2, 13, 6, 0)).to.equal('3 hours ago');
    expect(said(2026, 2, 12, 22, 0)).to.equal('yesterday');
    expect(said(2026, 2, 10, 12, 0)).to.equal('Tuesday');
    expect(said(2026, 2, 3, 12, 0)).to.equal('3 March');
    expect(said(2025, 2, 3, 12, 0)).to.equal('3 March 2025');
    expect(said(2026, 2, 14, 12, 0)).to.equal('tomorrow');
  });
});

describe('icons', () => {
  it('are for the eye only', async () => {
    const el = await fixture(html`<p>${people}</p>`);
    expect(el.querySelector('svg')?.getAttribute('aria-hidden')).to.equal('true');
    expect(el.querySelector('circle')?.getAttribute('r')).to.equal('2.5');
  });
});

/** The WCAG contrast ratio of two CSS colors. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return 0;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = Array.from(canvas.getImageData(0, 0, 1, 1).data, (value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
