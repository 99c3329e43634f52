"""Lists by implicit's factor models for users of the data in the given folder: random factors, k = 64."""
import json
import os
import statistics
import sys
import time

import numpy as np
import scipy.sparse as sparse
from implicit.als import AlternatingLeastSquares

FACTORS = 64
REPEATS = 50

folder = sys.argv[1]
with open(os.path.join(folder, "shape.json")) as file:
    shape = json.load(file)
users = np.fromfile(os.path.join(folder, "users.i32"), dtype=np.int32)
items = np.fromfile(os.path.join(folder, "items.i32"), dtype=np.int32)
user_count, item_count = shape["userCount"], shape["itemCount"]
ones = sparse.csr_matrix((np.ones(len(users), dtype=np.float32), (users, items)), shape=(user_count, item_count))
random = np.random.default_rng(1)
user_factors = (random.random((user_count, FACTORS)) - 0.5).astype(np.float32)
item_factors = (random.random((item_count, FACTORS)) - 0.5).astype(np.float32)
everyone = np.arange(user_count)


def model_of(threads):
    model = AlternatingLeastSquares(factors=FACTORS, num_threads=threads)
    model.user_factors = user_factors
    model.item_factors = item_factors
    return model


def median_milliseconds(work):
    work()
    seconds = []
    for _ in range(shape["runs"]):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return 1000 * statistics.median(seconds)


measured = []
for limit in (10, 100):
    for threads in (1, 2):
        model = model_of(threads)
        milliseconds = median_milliseconds(lambda: model.recommend(everyone, ones, N=limit))
        measured.append(
            {
                "work": f"top {limit} of {item_count} films for {user_count} users",
                "by": f"implicit, {threads} thread{'s' if threads > 1 else ''}",
                "milliseconds": milliseconds,
                "figures": {"usersASecond": 1000 * user_count / milliseconds},
            }
        )
model = model_of(1)
nothing = sparse.csr_matrix((1, item_count), dtype=np.float32)


def ask_often():
    for _ in range(REPEATS):
        model.recommend(0, nothing, N=10)


measured.append(
    {
        "work": f"top 10 of {item_count} films for one user",
        "by": "implicit, 1 thread",
        "milliseconds": median_milliseconds(ask_often) / REPEATS,
    }
)
print("\n" + json.dumps(measured))
