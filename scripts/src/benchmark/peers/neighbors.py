"""Fits item-kNN of implicit (cosine) and Surprise (Pearson-baseline) to the data in the given folder."""
import json
import os
import resource
import statistics
import sys
import time

import numpy as np
import pandas
import scipy.sparse as sparse
from implicit.nearest_neighbours import CosineRecommender
from surprise import Dataset, KNNBaseline, Reader

NEIGHBORS = 150

folder = sys.argv[1]
with open(os.path.join(folder, "shape.json")) as file:
    shape = json.load(file)
users = np.fromfile(os.path.join(folder, "users.i32"), dtype=np.int32)
items = np.fromfile(os.path.join(folder, "items.i32"), dtype=np.int32)
stars = np.fromfile(os.path.join(folder, "stars.f32"), dtype=np.float32)
matrix = sparse.csr_matrix((stars, (users, items)), shape=(shape["userCount"], shape["itemCount"]))
measured = []


def seconds_of(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


for threads in (1, 2):
    model = CosineRecommender(K=NEIGHBORS, num_threads=threads)
    seconds = [seconds_of(lambda: model.fit(matrix, show_progress=False)) for _ in range(shape["runs"])]
    measured.append(
        {
            "work": f"item-kNN, cosine, {NEIGHBORS} kept",
            "by": f"implicit, {threads} thread{'s' if threads > 1 else ''}",
            "milliseconds": 1000 * statistics.median(seconds),
        }
    )

ratings = pandas.DataFrame({"user": users, "item": items, "stars": stars})
training = Dataset.load_from_df(ratings, Reader(rating_scale=(0.5, 5))).build_full_trainset()
options = {"name": "pearson_baseline", "user_based": False, "shrinkage": 100}
model = KNNBaseline(sim_options=options, verbose=False)
seconds = seconds_of(lambda: model.fit(training))
measured.append(
    {
        "work": "item-kNN, Pearson-baseline",
        "by": "Surprise, 1 thread",
        "milliseconds": 1000 * seconds,
        "figures": {"peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024},
    }
)
print("\n" + json.dumps(measured))
