/** A custom element class of Guildhall: it knows its tag and what it renders. */
export interface ElementClass extends CustomElementConstructor {
  readonly tag: string;
  readonly uses?: readonly ElementClass[];
}

const warned = new Set<string>();

/**
 * Registers the classes under their tags, and those that their templates use. A tag that other code has taken is
 * left to it, with one warning in the console. Never throws; calling it again does nothing.
 */
export function define(...classes: readonly ElementClass[]): void {
  for (const each of classes) {
    const taken = customElements.get(each.tag);
    if (taken === each) continue;
    define(...(each.uses ?? []));
    try {
      if (taken) throw new Error('The tag is taken by another class.');
      customElements.define(each.tag, each);
    } catch (error) {
      if (!warned.has(each.tag)) console.warn(`[guildhall] <${each.tag}> was not registered.`, error);
      warned.add(each.tag);
    }
  }
}
