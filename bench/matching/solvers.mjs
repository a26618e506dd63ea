/**
 * What is measured, each as a function of an instance that returns the total. Making an array of arrays, or
 * copies of a column for its capacity, is not counted: `prepare` does it before the clock starts.
 */

/** The matrix as arrays of numbers, each column as often as it has places. */
function matrixOf({ cost, rows, cols, capacity }) {
  const from = [];
  for (let col = 0; col < cols; col++)
    for (let place = 0; place < (capacity ? capacity[col] : 1); place++) from.push(col);
  return Array.from({ length: rows }, (_, row) => from.map((col) => cost[row * cols + col]));
}

const sum = (matrix, pairs) => pairs.reduce((total, [row, col]) => total + matrix[row][col], 0);

export const solvers = {
  guildhall: {
    async open() {
      const { assign, assignDense } = await import('./.engine/index.js');
      return ({ cost, rows, cols, capacity, ...rest }) =>
        rest.indptr
          ? assign({ cost, rows, cols, capacity, ...rest })
          : assignDense(cost, rows, cols, capacity ? { capacity } : {});
    },
  },
  'guildhall stable': {
    async open() {
      const { deferredAcceptance } = await import('./.engine/index.js');
      return (problem) => {
        const { match, blockingPairs } = deferredAcceptance(problem);
        const matched = match.reduce((count, col) => count + (col >= 0 ? 1 : 0), 0);
        return { total: blockingPairs, matched, gap: 0 };
      };
    },
  },
  munkres: {
    prepare: matrixOf,
    async open() {
      const { munkres } = await import('munkres');
      return (matrix) => ({ total: sum(matrix, munkres(matrix)) });
    },
  },
  'munkres-algorithm': {
    prepare: matrixOf,
    async open() {
      const { minWeightAssign } = await import('munkres-algorithm');
      return (matrix) => ({ total: minWeightAssign(matrix).assignmentsWeight });
    },
  },
  'hungarian-on3': {
    prepare: matrixOf,
    async open() {
      const { default: hungarian } = await import('hungarian-on3');
      return (matrix) => ({ total: sum(matrix, hungarian(matrix)) });
    },
  },
  'linear-sum-assignment': {
    prepare: matrixOf,
    async open() {
      const { linearSumAssignment } = await import('linear-sum-assignment');
      return (matrix) => {
        const { rowAssignments } = linearSumAssignment(matrix, { maximaze: false });
        return { total: sum(matrix, [...[...rowAssignments].entries()]) };
      };
    },
  },
  'munkres-js': {
    prepare: matrixOf,
    async open() {
      const { default: munkres } = await import('munkres-js');
      return (matrix) => ({ total: sum(matrix, munkres(matrix)) });
    },
  },
  'min-cost-flow': {
    prepare: flowOf,
    async open() {
      const { minCostFlow } = await import('min-cost-flow');
      return (edges) => ({
        total: minCostFlow(edges).reduce((total, { flow, cost }) => total + flow * cost, 0),
      });
    },
  },
};

function flowOf({ cost, rows, cols }) {
  const edges = [];
  for (let row = 0; row < rows; row++) {
    edges.push({ from: 'SOURCE', to: `r${row}`, capacity: 1, cost: 0 });
    for (let col = 0; col < cols; col++)
      edges.push({ from: `r${row}`, to: `c${col}`, capacity: 1, cost: cost[row * cols + col] });
  }
  for (let col = 0; col < cols; col++) edges.push({ from: `c${col}`, to: 'SINK', capacity: 1, cost: 0 });
  return edges;
}
