"""iALS epochs of implicit and irspack on the data in the given folder: confidence 9 against 1, ridge 60, 3 CG steps.

Both solve the problem that ials.section.ts solves. irspack's matrix holds what an observed entry counts beyond an
unobserved one ("ORIGINAL" loss), implicit's the whole confidence; neither computes its loss. irspack's Cholesky solver is
timed too.
"""
import json
import os
import statistics
import sys
import time

import numpy as np
import scipy.sparse as sparse
from implicit.als import AlternatingLeastSquares
from irspack import IALSRecommender

RIDGE = 60.0
CONFIDENCE = 9.0
CG_STEPS = 3

folder = sys.argv[1]
with open(os.path.join(folder, "shape.json")) as file:
    shape = json.load(file)
users = np.fromfile(os.path.join(folder, "users.i32"), dtype=np.int32)
items = np.fromfile(os.path.join(folder, "items.i32"), dtype=np.int32)
ones = sparse.csr_matrix(
    (np.ones(len(users), dtype=np.float32), (users, items)), shape=(shape["userCount"], shape["itemCount"])
)


def implicit_epochs(factors, threads):
    """Seconds of each epoch."""
    model = AlternatingLeastSquares(
        factors=factors,
        regularization=RIDGE,
        alpha=CONFIDENCE,
        iterations=shape["runs"] + 1,
        use_cg=True,
        num_threads=threads,
        calculate_training_loss=False,
        random_state=1,
    )
    assert model.cg_steps == CG_STEPS
    seconds = []
    model.fit(ones, show_progress=False, callback=lambda _, elapsed, __: seconds.append(elapsed))
    return seconds


def irspack_epochs(factors, threads, solver):
    """Seconds of each epoch."""
    model = IALSRecommender(
        ones * (CONFIDENCE - 1),
        n_components=factors,
        alpha0=1.0,
        reg=RIDGE,
        nu=0.0,
        loss_type="ORIGINAL",
        solver_type=solver,
        max_cg_steps=CG_STEPS,
        n_threads=threads,
        random_seed=1,
    )
    model.start_learning()
    seconds = []
    for _ in range(shape["runs"] + 1):
        started_at = time.perf_counter()
        model.run_epoch()
        seconds.append(time.perf_counter() - started_at)
    return seconds


measured = []


def measure(work, peer, threads, seconds):
    """The first epoch warms up and does not count."""
    measured.append(
        {
            "work": work,
            "by": f"{peer}, {threads} thread{'s' if threads > 1 else ''}",
            "milliseconds": statistics.median(seconds[1:]) * 1000,
        }
    )


for factors in (64, 128):
    for threads in (1, 2):
        work = f"iALS epoch, {CG_STEPS} CG steps, k = {factors}"
        measure(work, "implicit", threads, implicit_epochs(factors, threads))
        measure(work, "irspack", threads, irspack_epochs(factors, threads, "CG"))
        measure(f"iALS epoch, Cholesky, k = {factors}", "irspack", threads, irspack_epochs(factors, threads, "CHOLESKY"))
print("\n" + json.dumps(measured))
