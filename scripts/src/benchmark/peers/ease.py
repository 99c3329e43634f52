"""Gram matrices by NumPy and SciPy, the symmetric inverse by LAPACK in single precision, RP3beta by irspack."""
import json
import os
import statistics
import sys
import time

import numpy as np
import scipy.sparse as sparse
from irspack import RP3betaRecommender
from scipy.linalg import lapack
from threadpoolctl import threadpool_limits

folder = sys.argv[1]
shape = json.load(open(os.path.join(folder, "shape.json")))
users = np.fromfile(os.path.join(folder, "users.i32"), dtype=np.int32)
items = np.fromfile(os.path.join(folder, "items.i32"), dtype=np.int32)
matrix = sparse.csr_matrix(
    (np.ones(len(users), dtype=np.float32), (users, items)), shape=(shape["userCount"], shape["itemCount"])
)
count = shape["itemCount"]
gram = np.asfortranarray((matrix.T @ matrix).toarray() + 400 * np.eye(count, dtype=np.float32))
measured = []


def report(work, by, run, prepare=lambda: None):
    times = []
    for _ in range(shape["runs"] + 1):
        given = prepare()
        start = time.perf_counter()
        run(given)
        times.append(time.perf_counter() - start)
    measured.append({"work": work, "by": by, "milliseconds": statistics.median(times[1:]) * 1000})


def invert(given):
    factor, failed = lapack.spotrf(given, lower=1, overwrite_a=1)
    _, failed_too = lapack.spotri(factor, lower=1, overwrite_c=1)
    assert failed == 0 and failed_too == 0


for threads in (1, 2):
    named = f"{threads} thread{'s' if threads > 1 else ''}"
    with threadpool_limits(threads):
        for factors in (64, 128):
            dense = np.random.default_rng(1).standard_normal((shape["userCount"], factors), dtype=np.float32)
            report(f"Gram of {shape['userCount']} × {factors}", f"NumPy, {named}", lambda _: dense.T @ dense)
        report(f"inverse, n = {count}", f"LAPACK potrf + potri, {named}", invert, lambda: gram.copy(order="F"))
    report("rp3beta fit", f"irspack, {named}", lambda _: RP3betaRecommender(matrix, alpha=1, beta=0.6, top_k=200, n_threads=threads).learn())
report("XᵀX of the ratings", "SciPy, 1 thread", lambda _: (matrix.T @ matrix).toarray())
print("\n" + json.dumps(measured))
