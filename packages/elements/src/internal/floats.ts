/**
 * Whether a popup can stand in the top layer beside what opened it. Without anchors, or without a DOM as
 * where only types and classes are wanted, it stands in the page.
 */
export const floats =
  typeof HTMLElement === 'function' &&
  'popover' in HTMLElement.prototype &&
  CSS.supports('anchor-name', '--a');
