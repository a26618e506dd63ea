import { html, type TemplateResult } from 'lit';

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

/** Tabs for a panel that the element renders with the id `panel`, labeled by `tab-` and the name of the chosen one. */
export function tabList<T extends string>(
  names: readonly (readonly [T, string])[],
  {
    label,
    chosen,
    onChoose,
    onKey,
  }: { label: string; chosen: T; onChoose: (tab: T) => void; onKey: (event: KeyboardEvent) => void },
): TemplateResult {
  return html`<div class="tabs" part="actions" role="tablist" aria-label=${label} @keydown=${onKey}>
    ${names.map(
      ([tab, name]) =>
        html`<button
          role="tab"
          id="tab-${tab}"
          aria-controls="panel"
          aria-selected=${tab === chosen}
          tabindex=${tab === chosen ? 0 : -1}
          @click=${() => onChoose(tab)}
        >
          ${name}
        </button>`,
    )}
  </div>`;
}
