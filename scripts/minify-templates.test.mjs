import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { minifyCss, minifyHtml, minifyTemplates } from './minify-templates.mjs';

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

test('templates are found as TypeScript writes them, with a space before the backtick', () => {
  const { transform } = minifyTemplates();
  const code = 'const style = css `\n  p {\n    margin: 0;\n  }\n`; const other = text `\n  a`;';
  const result = transform.call({ parse: parseAst }, code, 'dist/part.js');
  assert.equal(result.code, 'const style = css ` p{margin: 0;}`; const other = text `\n  a`;');
  assert.equal(transform.call({ parse: parseAst }, code, 'node_modules/lit.js'), null);
});
