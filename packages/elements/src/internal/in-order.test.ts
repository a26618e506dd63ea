import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { inOrder } from './in-order.js';

describe('inOrder', () => {
  let place: HTMLElement;
  let moves: number;
  const letters = () => [...place.querySelectorAll('input')].map(({ value }) => value).join('');
  const show = (text: string) =>
    render(
      inOrder(
        [...text],
        (letter) => letter,
        (letter, index) => html`<input data-index=${index} .value=${letter} aria-label=${letter} />`,
      ),
      place,
    );

  beforeEach(async () => {
    place = await fixture(html`<div></div>`);
    moves = 0;
  });

  it('shows what is given, and nothing twice', () => {
    for (const text of ['', 'abc', 'bcd', 'd', '', 'xyz', 'wxyz', 'xz', 'abxyz', 'aab']) {
      show(text);
      expect(letters()).to.equal([...new Set(text)].join(''));
    }
  });

  it('never moves what stays, so that focus stays', () => {
    show('bc');
    const input = place.querySelector<HTMLInputElement>('[aria-label=b]')!;
    input.focus();
    input.addEventListener('blur', () => moves++);
    // A window that slides by one is what repeat answers by moving.
    for (const text of ['ab', 'ab', 'abc', 'b', 'xbz', 'b']) {
      show(text);
      expect(document.activeElement, text).to.equal(input);
    }
    expect(moves).to.equal(0);
    expect(place.querySelector('input')).to.equal(input);
  });

  it('updates what stays with its new place', () => {
    show('bc');
    show('abc');
    expect([...place.querySelectorAll('input')].map(({ dataset }) => dataset['index'])).to.deep.equal([
      '0',
      '1',
      '2',
    ]);
  });

  it('shows a changed order too', () => {
    show('abc');
    show('cab');
    expect(letters()).to.equal('cab');
  });
});
