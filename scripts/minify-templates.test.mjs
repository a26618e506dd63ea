import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifyCss, minifyHtml } from './minify-templates.mjs';

test('CSS keeps the spaces that mean something', () => {
  const css = `
    /* a note */
    :host {
      margin: 0 auto;
      width: calc(100% - 2px);
      --empty: ;
    }
    a :hover, a:hover { content: "  a; b { c"; }
  `;
  assert.equal(
    minifyCss(css),
    '  :host{margin: 0 auto;width: calc(100% - 2px);--empty: ;}a :hover,a:hover{content: "  a; b { c";}',
  );
});

test('CSS keeps the space on either side of an expression', () => {
  assert.equal(minifyCss('0 '), '0 ');
  assert.equal(minifyCss(' solid;'), ' solid;');
});

test('HTML keeps one space where a line broke, and every space inside a line', () => {
  assert.equal(minifyHtml('\n  <b>a</b>\n  <i>b  c</i>\n'), ' <b>a</b> <i>b  c</i> ');
});
