/** The items with the separator between them. */
export function between(items: readonly unknown[], separator: string): unknown[] {
  return items.flatMap((item, index) => (index ? [separator, item] : [item]));
}
