/** Up to this length a list is sorted by insertion. */
const SHORT = 48;

/**
 * Sorts each list of `edges` by rank, best first, and equal ranks by `tie`, lowest first; both are indexed by
 * edge. A list reaches from `begins[list]` up to `begins[list + 1]`; `ties` is above every tie, and none comes
 * twice in a list.
 */
export function sortByRank(
  edges: Int32Array,
  begins: Int32Array,
  rank: Int32Array,
  tie: Int32Array,
  ties: number,
): void {
  let longest = 0;
  for (let list = 0; list + 1 < begins.length; list++)
    longest = Math.max(longest, begins[list + 1]! - begins[list]!);
  const keys = new Float64Array(longest > SHORT ? longest : 0);
  const edgeOf = new Int32Array(longest > SHORT ? ties : 0);
  for (let list = 0; list + 1 < begins.length; list++) {
    const begin = begins[list]!;
    const end = begins[list + 1]!;
    if (end - begin <= SHORT) insertionSort(edges, begin, end, rank, tie);
    // A rank and a tie fit into one number of 53 bits as long as there are no more than 2^21 of these.
    else if (ties <= 2 ** 21) sortByKeys(edges.subarray(begin, end), rank, tie, ties, keys, edgeOf);
    else edges.subarray(begin, end).sort((a, b) => rank[a]! - rank[b]! || tie[a]! - tie[b]!);
  }
}

function insertionSort(
  edges: Int32Array,
  begin: number,
  end: number,
  rank: Int32Array,
  tie: Int32Array,
): void {
  for (let at = begin + 1; at < end; at++) {
    const edge = edges[at]!;
    const mine = rank[edge]!;
    let place = at;
    for (; place > begin; place--) {
      const before = edges[place - 1]!;
      const theirs = rank[before]!;
      if (theirs < mine || (theirs === mine && tie[before]! < tie[edge]!)) break;
      edges[place] = before;
    }
    edges[place] = edge;
  }
}

function sortByKeys(
  list: Int32Array,
  rank: Int32Array,
  tie: Int32Array,
  ties: number,
  keys: Float64Array,
  edgeOf: Int32Array,
): void {
  for (let at = 0; at < list.length; at++) {
    const edge = list[at]!;
    keys[at] = rank[edge]! * ties + tie[edge]!;
    edgeOf[tie[edge]!] = edge;
  }
  keys.subarray(0, list.length).sort();
  for (let at = 0; at < list.length; at++) {
    const key = keys[at]!;
    list[at] = edgeOf[key - Math.floor(key / ties) * ties]!;
  }
}

/** The row of each edge. */
export function rowOfEdges(rows: number, indptr: Int32Array): Int32Array {
  const rowOf = new Int32Array(indptr[rows]!);
  for (let row = 0; row < rows; row++) rowOf.fill(row, indptr[row]!, indptr[row + 1]!);
  return rowOf;
}
