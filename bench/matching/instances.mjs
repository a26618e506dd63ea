/** The instances of the benchmark, made from seeds: the same on every machine. */
import { integer, randomFrom } from './random.mjs';

/** A full matrix of `n` by `n` costs, of one of the classes that solvers differ on. */
export function denseSquare(kind, n) {
  const random = randomFrom(1000 + n);
  const cost = new Int32Array(n * n);
  fillers[kind](cost, n, random);
  return { cost, rows: n, cols: n };
}

const fillers = {
  uniform: (cost, n, random) => {
    for (let at = 0; at < cost.length; at++) cost[at] = integer(random, 1, 100_000);
  },
  /** Machol and Wien's: hard for shortest paths, its optimum is n(n+1)(n+2)/6. */
  'Machol-Wien': (cost, n) => {
    for (let row = 0; row < n; row++)
      for (let col = 0; col < n; col++) cost[row * n + col] = (row + 1) * (col + 1);
  },
  'ties 1..10': (cost, n, random) => {
    for (let at = 0; at < cost.length; at++) cost[at] = integer(random, 1, 10);
  },
  'ties 1..100': (cost, n, random) => {
    for (let at = 0; at < cost.length; at++) cost[at] = integer(random, 1, 100);
  },
  geometric: (cost, n, random) => {
    const points = Float64Array.from({ length: 4 * n }, () => random() * 10_000);
    for (let row = 0; row < n; row++)
      for (let col = 0; col < n; col++)
        cost[row * n + col] = Math.round(
          Math.hypot(
            points[2 * row] - points[2 * (n + col)],
            points[2 * row + 1] - points[2 * (n + col) + 1],
          ),
        );
  },
  /** Each mentor copied five times: what a capacity is to solvers that know none. */
  copies: (cost, n, random) => {
    const mentors = Math.ceil(n / 5);
    const own = Int32Array.from({ length: n * mentors }, () => integer(random, 1, 100_000));
    for (let row = 0; row < n; row++)
      for (let col = 0; col < n; col++) cost[row * n + col] = own[row * mentors + Math.floor(col / 5)];
  },
  /** Points for shared skills, grade and department, as a program adds them up. */
  skills: (cost, n, random) => {
    const person = () => ({
      skills: new Set(Array.from({ length: 4 }, () => Math.floor(40 * random() ** 2))),
      grade: integer(random, 1, 8),
      department: integer(random, 0, 11),
    });
    const mentees = Array.from({ length: n }, person);
    const mentors = Array.from({ length: n }, person);
    mentees.forEach((mentee, row) =>
      mentors.forEach((mentor, col) => {
        let points = 0;
        for (const skill of mentee.skills) if (mentor.skills.has(skill)) points += 1500;
        points += Math.max(0, 2000 - 500 * Math.abs(mentor.grade - mentee.grade - 2));
        if (mentor.department !== mentee.department) points += 1000;
        cost[row * n + col] = 10_000 - points;
      }),
    );
  },
};

/** A full matrix with 5 places for each column. */
export function denseCapacity(rows, cols) {
  const random = randomFrom(77 + rows);
  const cost = Int32Array.from({ length: rows * cols }, () => integer(random, 1, 100_000));
  return { cost, rows, cols, capacity: new Int32Array(cols).fill(5) };
}

/** U: each mentee has 32 candidates at random, and there are 8 % fewer places than mentees. */
export function sparseUniform(rows, cols, candidates = 32) {
  const random = randomFrom(5 + rows);
  const mark = new Int32Array(cols).fill(-1);
  const indptr = Int32Array.from({ length: rows + 1 }, (_, row) => row * candidates);
  const indices = new Int32Array(rows * candidates);
  const cost = new Int32Array(rows * candidates);
  for (let row = 0; row < rows; row++)
    for (let edge = indptr[row]; edge < indptr[row + 1];) {
      const col = integer(random, 0, cols - 1);
      if (mark[col] === row) continue;
      mark[col] = row;
      indices[edge] = col;
      cost[edge++] = integer(random, 1, 10_000);
    }
  const capacity = Int32Array.from({ length: cols }, () => (random() < 0.6 ? 5 : 4));
  return { rows, cols, capacity, indptr, indices, cost, unmatchedCost: 30_000 };
}

/** K: mentees and mentors as in a company, the best 40 candidates of each, and 10 % more places than mentees. */
export function sparseStructured(rows, cols, candidates = 40) {
  const random = randomFrom(9 + rows);
  const people = peopleOf(random, rows, cols);
  const postings = postingsOf(people, cols);
  const indptr = new Int32Array(rows + 1);
  const indices = new Int32Array(rows * candidates);
  const cost = new Int32Array(rows * candidates);
  const points = new Int32Array(cols);
  const found = new Int32Array(cols);
  let edge = 0;
  for (let row = 0; row < rows; row++) {
    const keys = bestOf(people, postings, row, points, found, candidates);
    // One key holds points and column, the best first; the row keeps the columns in rising order.
    const best = [...keys].map((key) => [key % 2 ** 20, 10_000 - (2 ** 20 - Math.floor(key / 2 ** 20))]);
    for (const [col, price] of best.sort((a, b) => a[0] - b[0])) {
      indices[edge] = col;
      cost[edge++] = price;
    }
    indptr[row + 1] = edge;
  }
  const capacity = Int32Array.from({ length: cols }, () => integer(random, 1, 10));
  const wanted = Math.round(rows * 1.1);
  for (let sum = capacity.reduce((a, b) => a + b, 0); sum !== wanted;) {
    const col = integer(random, 0, cols - 1);
    const step = sum < wanted ? 1 : -1;
    if (capacity[col] + step < 1) continue;
    capacity[col] += step;
    sum += step;
  }
  return {
    rows,
    cols,
    capacity,
    indptr,
    indices: indices.slice(0, edge),
    cost: cost.slice(0, edge),
    unmatchedCost: 30_000,
  };
}

const SKILLS = 600;

/** Mentees come first, then mentors. A skill is the rarer, the higher its number (Zipf). */
function peopleOf(random, rows, cols) {
  const count = rows + cols;
  const weights = Float64Array.from({ length: SKILLS }, (_, skill) => 1 / (skill + 1));
  for (let skill = 1; skill < SKILLS; skill++) weights[skill] += weights[skill - 1];
  const skill = () => {
    const wanted = random() * weights[SKILLS - 1];
    let low = 0;
    for (let high = SKILLS - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (weights[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    rows,
    skills: Array.from({ length: count }, (_, one) => [
      ...new Set(Array.from({ length: one < rows ? 3 : 6 }, skill)),
    ]),
    levels: Uint8Array.from({ length: count }, () => integer(random, 1, 5)),
    grade: Uint8Array.from({ length: count }, (_, one) => integer(random, one < rows ? 1 : 3, 9)),
    zone: Uint8Array.from({ length: count }, () => integer(random, 0, 11)),
    languages: Uint8Array.from({ length: count }, () => 1 | (1 << integer(random, 1, 4))),
    manager: Int32Array.from({ length: rows }, () => integer(random, 0, cols - 1)),
  };
}

function postingsOf({ rows, skills }, cols) {
  const postings = Array.from({ length: SKILLS }, () => []);
  for (let col = 0; col < cols; col++) for (const skill of skills[rows + col]) postings[skill].push(col);
  return postings.map((list) => Int32Array.from(list));
}

/** The best eligible mentors of a mentee who share a skill, as keys that rise as points fall. */
function bestOf(people, postings, row, points, found, wanted) {
  const { rows, skills, levels, grade, zone, languages, manager } = people;
  let size = 0;
  for (const skill of skills[row]) {
    const worth = 1000 + 2 * skill;
    for (const col of postings[skill]) {
      if (points[col] === 0) found[size++] = col;
      points[col] += worth;
    }
  }
  const histogram = new Int32Array(10_001);
  let kept = 0;
  for (let at = 0; at < size; at++) {
    const col = found[at];
    const mentor = rows + col;
    let sum = points[col];
    points[col] = 0;
    const gap = grade[mentor] - grade[row];
    const apart = Math.abs(zone[mentor] - zone[row]);
    const hours = Math.min(apart, 12 - apart);
    if (manager[row] === col || gap < 0 || hours > 4) continue;
    if ((languages[mentor] & languages[row]) > 1) sum += 800;
    sum += 300 * levels[mentor] + Math.max(0, 2000 - 400 * Math.abs(gap - 2)) - 200 * hours;
    sum = Math.max(1, Math.min(10_000, sum));
    histogram[sum]++;
    found[kept] = col;
    points[col] = -sum;
    kept++;
  }
  let threshold = 10_000;
  for (let count = 0; threshold > 0; threshold--) if ((count += histogram[threshold]) >= wanted) break;
  const keys = [];
  for (let at = 0; at < kept; at++) {
    const col = found[at];
    if (-points[col] >= threshold) keys.push((2 ** 20 + points[col]) * 2 ** 20 + col);
    points[col] = 0;
  }
  return Float64Array.from(keys).sort().subarray(0, wanted);
}

/** Two-sided preferences over the candidates of K: mentees by score, mentors in an order of their own. */
export function preferences(rows, cols) {
  const { cost, ...problem } = sparseStructured(rows, cols);
  const random = randomFrom(3 + rows);
  return { ...problem, rowRank: cost, colRank: Int32Array.from(cost, () => integer(random, 0, 1_000_000)) };
}
