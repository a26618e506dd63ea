/** The tab to which a key leads from another, in the direction in which the page is read; undefined for other keys. */
export function tabAfter<T extends string>(
  key: string,
  tabs: readonly T[],
  from: T,
  isRightToLeft: boolean,
): T | undefined {
  const [forward, back] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  const step = key === forward ? 1 : key === back ? -1 : 0;
  return step ? tabs[(tabs.indexOf(from) + step + tabs.length) % tabs.length] : undefined;
}
