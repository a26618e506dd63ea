"""SciPy on one instance, in a process of its own: child.py FILE TIMES SECONDS; prints JSON.

Building is not counted: neither in the times nor towards the seconds of CPU time that it may take.
"""
import json, os, resource, sys, time

os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

HEADER = 1024


def load(file):
    header = json.loads(open(file, 'rb').read(HEADER))
    data = np.memmap(file, dtype=np.int32, mode='r', offset=HEADER)
    instance, at = dict(header['numbers']), 0
    for name, length in header['arrays']:
        instance[name] = data[at : at + length]
        at += length
    return instance


def dense(p):
    cost = np.array(p['cost']).reshape(p['rows'], p['cols'])
    if 'capacity' in p:
        cost = np.repeat(cost, p['capacity'], axis=1)

    def run():
        rows, cols = linear_sum_assignment(cost)
        return int(cost[rows, cols].sum())

    return run


def sparse(p):
    """Each column as often as it has places, and a column of its own for each row to stay unmatched in."""
    rows, capacity = p['rows'], p['capacity'].astype(np.int64)
    first = np.concatenate([[0], np.cumsum(capacity)])
    copies = capacity[p['indices']]
    row_of = np.repeat(np.arange(rows), np.diff(p['indptr']))
    ends = np.cumsum(copies)
    place = np.arange(ends[-1]) - np.repeat(ends - copies, copies)
    cols = np.concatenate([np.repeat(first[p['indices']], copies) + place, first[-1] + np.arange(rows)])
    at = np.concatenate([np.repeat(row_of, copies), np.arange(rows)])
    # A cost of 0 would be no edge to SciPy.
    cost = np.concatenate([np.repeat(p['cost'], copies), np.full(rows, p['unmatchedCost'])]) + 1.0
    graph = csr_matrix((cost, (at, cols)), shape=(rows, first[-1] + rows))

    def run():
        r, c = min_weight_full_bipartite_matching(graph)
        return int(round(graph[r, c].sum())) - rows

    return run


instance = load(sys.argv[1])
run = sparse(instance) if 'indptr' in instance else dense(instance)
# The system ends the process when its time is over.
limit = int(time.process_time()) + int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
spent = []
for _ in range(int(sys.argv[2])):
    before = time.process_time()
    total = run()
    spent.append((time.process_time() - before) * 1000)
rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({'total': total, 'spent': spent, 'rss': rss}))
