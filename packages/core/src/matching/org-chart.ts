/** Who is above whom, by places among all people. */
export interface Lines {
  /** Whether one of the two is anywhere above the other. */
  inLine(a: number, b: number): boolean;
}

/**
 * Who is above whom, answered in one comparison: the chart is walked once, and everybody's people lie between
 * the person's own entry and exit (an Euler tour). A manager who is not among the people is nobody; of people who
 * manage each other in a circle, the first is taken for its head, so all of the circle are in one line.
 */
export class OrgChart implements Lines {
  readonly enter: Int32Array;
  readonly leave: Int32Array;

  /** @param managers For each person the index of the manager, or -1. */
  constructor(managers: Int32Array) {
    const count = managers.length;
    this.enter = new Int32Array(count).fill(-1);
    this.leave = new Int32Array(count);
    const parent = withoutCircles(managers);
    const { first, children } = childrenOf(parent);
    const stack = new Int32Array(count);
    const next = first.slice(0, count);
    let clock = 0;
    for (let root = 0; root < count; root++) {
      if (parent[root] !== -1) continue;
      let depth = 0;
      stack[0] = root;
      this.enter[root] = clock++;
      while (depth >= 0) {
        const at = stack[depth]!;
        if (next[at]! < first[at + 1]!) {
          const child = children[next[at]!++]!;
          this.enter[child] = clock++;
          stack[++depth] = child;
        } else {
          this.leave[at] = clock;
          depth--;
        }
      }
    }
  }

  /** Whether one of the two is anywhere above the other. */
  inLine(a: number, b: number): boolean {
    const { enter, leave } = this;
    return (
      (enter[a]! < enter[b]! && enter[b]! < leave[a]!) || (enter[b]! < enter[a]! && enter[a]! < leave[b]!)
    );
  }
}

/** The managers with each circle cut above its first member. */
function withoutCircles(managers: Int32Array): Int32Array {
  const parent = managers.slice();
  const walk = new Int32Array(parent.length);
  for (let person = 0; person < parent.length; person++) {
    let at = person;
    while (at !== -1 && walk[at] === 0) {
      walk[at] = person + 1;
      at = parent[at]!;
    }
    if (at === -1 || walk[at] !== person + 1) continue;
    let head = at;
    for (let member = parent[at]!; member !== at; member = parent[member]!) head = Math.min(head, member);
    parent[head] = -1;
  }
  return parent;
}

function childrenOf(parent: Int32Array): { first: Int32Array; children: Int32Array } {
  const count = parent.length;
  const first = new Int32Array(count + 1);
  for (let person = 0; person < count; person++) if (parent[person] !== -1) first[parent[person]! + 1]!++;
  for (let person = 0; person < count; person++) first[person + 1]! += first[person]!;
  const children = new Int32Array(first[count]!);
  const next = first.slice();
  for (let person = 0; person < count; person++)
    if (parent[person] !== -1) children[next[parent[person]!]!++] = person;
  return { first, children };
}
