/** A 4-ary heap of columns, nearest first: `heapPlace` says where each column stands in `heap`. */

/** Moves a column from `place` towards the top, as far as its distance allows. */
export function rise(
  heap: Int32Array,
  heapPlace: Int32Array,
  distance: Int32Array,
  col: number,
  place: number,
): void {
  const away = distance[col]!;
  while (place > 0) {
    const above = (place - 1) >> 2;
    const other = heap[above]!;
    if (distance[other]! <= away) break;
    heap[place] = other;
    heapPlace[other] = place;
    place = above;
  }
  heap[place] = col;
  heapPlace[col] = place;
}

/** Puts a column at the top of a heap of `size` columns and lets it sink. */
export function sink(
  heap: Int32Array,
  heapPlace: Int32Array,
  distance: Int32Array,
  col: number,
  size: number,
): void {
  const away = distance[col]!;
  let place = 0;
  for (;;) {
    let child = 4 * place + 1;
    if (child >= size) break;
    const end = child + 4 < size ? child + 4 : size;
    let least = child;
    let nearest = distance[heap[child]!]!;
    for (child++; child < end; child++) {
      const other = distance[heap[child]!]!;
      if (other < nearest) {
        nearest = other;
        least = child;
      }
    }
    if (nearest >= away) break;
    const up = heap[least]!;
    heap[place] = up;
    heapPlace[up] = place;
    place = least;
  }
  heap[place] = col;
  heapPlace[col] = place;
}
