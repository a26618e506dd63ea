/** Opens everything that can be opened under an element, through all shadow roots. Returns what closes it again. */
export function openAll(root: Element | ShadowRoot): () => void {
  const closed = foldsOf(root).filter((one) => !one.open);
  for (const one of closed) one.open = true;
  return () => {
    for (const one of closed) one.open = false;
  };
}

function foldsOf(root: Element | ShadowRoot): HTMLDetailsElement[] {
  const scopes = root instanceof Element && root.shadowRoot ? [root, root.shadowRoot] : [root];
  return scopes.flatMap((scope) =>
    [...scope.querySelectorAll('*')].flatMap((one) => [
      ...(one instanceof HTMLDetailsElement ? [one] : []),
      ...(one.shadowRoot ? foldsOf(one.shadowRoot) : []),
    ]),
  );
}
