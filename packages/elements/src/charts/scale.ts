/** Where a value lies on a scale that is drawn from edge to edge. */
export interface Scale {
  min: number;
  max: number;
  /** True when the picture runs from right to left. */
  mirrored: boolean;
}

/** The place of a value from the left edge, in percent with one decimal; what lies beyond an end is drawn at it. */
export function placeOf(value: number, { min, max, mirrored }: Scale): number {
  const part = max > min ? (value - min) / (max - min) : 0;
  const inside = Math.min(1, Math.max(0, part));
  return Math.round((mirrored ? 1 - inside : inside) * 1000) / 10;
}

/** The whole numbers of a scale, both ends with them; none when there are more than eleven. */
export function stepsOf({ min, max }: Pick<Scale, 'min' | 'max'>): number[] {
  const length = Math.floor(max) - Math.ceil(min) + 1;
  if (length < 2 || length > 11) return [];
  return Array.from({ length }, (_, index) => Math.ceil(min) + index);
}
