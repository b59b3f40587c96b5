"""NumPy's time for the sums of AnalysisBenchmark, on one thread or as many as OPENBLAS_NUM_THREADS says: best of five, wall and processor ms."""
import time

import numpy as np

M, T, B = 500, 1000, 1000
rng = np.random.default_rng(42)
x = 0.2 * rng.random((M, 1)) + 0.3 * rng.random((1, T)) + 0.5 * rng.random((M, T))


def ranks(columns):
    """1 = highest, along the first axis; the scores have no ties."""
    order = np.argsort(-columns, axis=0)
    found = np.empty_like(order)
    np.put_along_axis(found, order, np.arange(1, columns.shape[0] + 1)[:, None], axis=0)
    return found


def draws():
    drawn = rng.integers(0, T, (B, T)) + T * np.arange(B)[:, None]
    return np.bincount(drawn.ravel(), minlength=B * T).reshape(B, T).astype(float)


def linear():
    of_task = ranks(x).astype(float)
    for terms in (x, M - of_task, -of_task, (M - of_task) / (M - 1)):
        replicates = (draws() @ terms.T) / T
        np.quantile(ranks(replicates.T), [0.025, 0.5, 0.975], axis=1, method="inverted_cdf")
        terms.mean(axis=1)


def max_t():
    means = x.mean(axis=1)
    centered = x - means[:, None]
    gram = centered @ centered.T
    squares = np.add.outer(np.diag(gram), np.diag(gram)) - 2 * gram
    np.fill_diagonal(squares, np.inf)
    inverse = 1 / np.sqrt(squares / (T - 1) / T)
    shifts = (draws() @ x.T) / T - means
    np.quantile([(np.abs(np.subtract.outer(one, one)) * inverse).max() for one in shifts], 0.95)


def chances():
    replicates = (draws() @ x.T) / T
    ahead = np.zeros((M, M))
    for one in replicates:
        ahead += (one[:, None] > one) + 0.5 * (one[:, None] == one)
    return ahead / B


def permutation():
    flipped = np.where(rng.random((B, T)) < 0.5, -1.0, 1.0) @ x.T
    sums = x.sum(axis=1)
    observed = np.abs(np.subtract.outer(sums, sums))
    hits = np.zeros((M, M))
    for one in flipped:
        hits += np.abs(one[:, None] - one) >= observed
    p = (1 + hits[np.triu_indices(M, 1)]) / (B + 1)
    order = np.argsort(p)
    return np.minimum.accumulate((p[order] * p.size / np.arange(1, p.size + 1))[::-1])


def wins():
    counts = np.zeros((M, M))
    for i in range(M):
        counts[i] = (x[i] > x).sum(axis=1) + 0.5 * (x[i] == x).sum(axis=1)


def timed(step, work):
    work()
    wall = cpu = float("inf")
    for _ in range(5):
        began, used = time.perf_counter(), time.process_time()
        work()
        wall, cpu = min(wall, time.perf_counter() - began), min(cpu, time.process_time() - used)
    print(f"| NumPy {np.__version__}: {step} | {M} x {T} | {1000 * wall:.1f} | {1000 * cpu:.1f} |", flush=True)


timed("mean, Borda, mean rank and win rate with rank intervals", linear)
timed("max-T over all pairs", max_t)
timed("chances of all pairs", chances)
timed("permutation of all pairs, 1,000 sign flips", permutation)
timed("win matrix", wins)
