import { expect } from '@open-wc/testing';
import { define } from './define.js';

type Tagged = CustomElementConstructor & { tag: string };

function elementClass(tag: string, uses: Tagged[] = []) {
  return class extends HTMLElement {
    static readonly tag = tag;
    static readonly uses: readonly Tagged[] = uses;
  };
}

describe('define', () => {
  let warnings: unknown[][];
  const { warn } = console;
  beforeEach(() => {
    warnings = [];
    console.warn = (...args: unknown[]) => void warnings.push(args);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('registers a class and what it uses, at any depth', () => {
    const leaf = elementClass('t-leaf');
    const branch = elementClass('t-branch', [leaf]);
    const tree = elementClass('t-tree', [branch]);
    define(tree);
    expect(customElements.get('t-tree')).to.equal(tree);
    expect(customElements.get('t-branch')).to.equal(branch);
    expect(customElements.get('t-leaf')).to.equal(leaf);
  });

  it('does nothing the second time', () => {
    const once = elementClass('t-once');
    define(once);
    define(once, once);
    expect(warnings).to.have.length(0);
  });

  it('leaves a taken tag alone, warns once, and registers the rest', () => {
    const first = elementClass('t-taken');
    const second = elementClass('t-taken');
    const after = elementClass('t-after');
    define(first);
    define(second, after);
    define(second);
    expect(customElements.get('t-taken')).to.equal(first);
    expect(customElements.get('t-after')).to.equal(after);
    expect(warnings).to.have.length(1);
    expect(String(warnings[0]?.[0])).to.contain('<t-taken>');
  });

  it('does not throw for a class that is registered under another tag', () => {
    class Double extends elementClass('t-double') {}
    customElements.define('t-other-name', Double);
    define(Double);
    expect(customElements.get('t-double')).to.equal(undefined);
    expect(warnings).to.have.length(1);
  });
});
