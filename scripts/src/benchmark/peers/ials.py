"""iALS epochs of implicit and irspack on the data in the given folder."""
import json
import os
import statistics
import sys
import time

import numpy as np
import scipy.sparse as sparse

folder = sys.argv[1]
shape = json.load(open(os.path.join(folder, "shape.json")))
users = np.fromfile(os.path.join(folder, "users.i32"), dtype=np.int32)
items = np.fromfile(os.path.join(folder, "items.i32"), dtype=np.int32)
matrix = sparse.csr_matrix(
    (np.ones(len(users), dtype=np.float32), (users, items)), shape=(shape["userCount"], shape["itemCount"])
)
measured = []


def implicit_epoch(factors, threads):
    from implicit.als import AlternatingLeastSquares

    model = AlternatingLeastSquares(
        factors=factors, regularization=60, alpha=9, iterations=shape["runs"] + 1, use_cg=True, num_threads=threads,
        calculate_training_loss=False,
    )
    times = []
    previous = [None]

    def note(*_):
        now = time.perf_counter()
        if previous[0] is not None:
            times.append(now - previous[0])
        previous[0] = now

    model.fit(matrix, show_progress=False, callback=note)
    return statistics.median(times)


def irspack_epoch(factors, threads):
    from irspack import IALSRecommender

    model = IALSRecommender(
        matrix, n_components=factors, alpha0=0.1, reg=0.01, n_threads=threads, solver_type="CG", max_cg_steps=3,
        train_epochs=shape["runs"] + 1,
    )
    model.start_learning() if hasattr(model, "start_learning") else model._init_trainer() if hasattr(model, "_init_trainer") else None
    times = []
    for _ in range(shape["runs"] + 1):
        start = time.perf_counter()
        model.run_epoch()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


for factors in (64, 128):
    for threads in (1, 2):
        for name, epoch in (("implicit", implicit_epoch), ("irspack", irspack_epoch)):
            measured.append(
                {
                    "work": f"iALS epoch, 3 CG steps, k = {factors}",
                    "by": f"{name}, {threads} thread{'s' if threads > 1 else ''}",
                    "milliseconds": epoch(factors, threads) * 1000,
                }
            )
print("\n" + json.dumps(measured))
