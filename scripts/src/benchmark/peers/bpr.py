"""BPR epochs of implicit on the data in the given folder: as many steps as ratings, negatives verified as ours are."""
import json
import os
import statistics
import sys

import numpy as np
import scipy.sparse as sparse
from implicit.bpr import BayesianPersonalizedRanking

FACTORS = 64

folder = sys.argv[1]
with open(os.path.join(folder, "shape.json")) as file:
    shape = json.load(file)
users = np.fromfile(os.path.join(folder, "users.i32"), dtype=np.int32)
items = np.fromfile(os.path.join(folder, "items.i32"), dtype=np.int32)
ones = sparse.csr_matrix(
    (np.ones(len(users), dtype=np.float32), (users, items)), shape=(shape["userCount"], shape["itemCount"])
)

measured = []
for threads in (1, 2):
    model = BayesianPersonalizedRanking(
        factors=FACTORS,
        learning_rate=0.1,
        regularization=0.02,
        iterations=shape["runs"] + 1,
        num_threads=threads,
        verify_negative_samples=True,
        random_state=1,
    )
    seconds = []
    model.fit(ones, show_progress=False, callback=lambda _, elapsed, *__: seconds.append(elapsed))
    measured.append(
        {
            "work": f"BPR epoch, k = {FACTORS}",
            "by": f"implicit, {threads} thread{'s' if threads > 1 else ''}",
            "milliseconds": statistics.median(seconds[1:]) * 1000,
        }
    )
print("\n" + json.dumps(measured))
