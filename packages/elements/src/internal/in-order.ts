import { noChange } from 'lit';
import { Directive, directive, type ChildPart, type DirectiveResult } from 'lit/directive.js';
import {
  clearPart,
  insertPart,
  removePart,
  setChildPartValue,
  setCommittedValue,
} from 'lit/directive-helpers.js';

type Template<T> = (item: T, index: number) => unknown;

class InOrder extends Directive {
  #parts = new Map<unknown, ChildPart>();

  override render(_items: readonly unknown[], _key: (item: never) => unknown, _template: unknown): unknown {
    return noChange;
  }

  override update(container: ChildPart, [items, keyOf, template]: Parameters<this['render']>): unknown {
    // The exported signature ties both functions to the type of the items.
    const keys = (items as never[]).map(keyOf);
    const wanted = new Set(keys);
    if (!this.#parts.size) clearPart(container);
    for (const [key, part] of this.#parts) if (!wanted.has(key)) removePart(part);
    const staying = [...this.#parts].filter(([key]) => wanted.has(key));
    const parts = new Map<unknown, ChildPart>();
    keys.forEach((key, index) => {
      if (parts.has(key)) return;
      const known = staying[0]?.[0] === key ? staying.shift()?.[1] : undefined;
      const part = known ?? insertPart(container, staying[0]?.[1]);
      setChildPartValue(part, (template as Template<unknown>)(items[index], index));
      parts.set(key, part);
    });
    // Nothing is left unless the order has changed, and then it is there anew.
    for (const [, part] of staying) removePart(part);
    this.#parts = parts;
    setCommittedValue(container, [...parts.values()]);
    return noChange;
  }
}

/**
 * Renders items by key, like Lit's `repeat`, for lists whose items never change places. What stays is never moved
 * in the document, which `repeat` does when a list slides by one: so focus, drafts and scroll positions stay too.
 */
export const inOrder = directive(InOrder) as <T>(
  items: readonly T[],
  key: (item: T) => unknown,
  template: Template<T>,
) => DirectiveResult;
