"""myFM's Bayesian SVD++ with both implicit sets on the data in the given folder."""
import json
import os
import sys
import time

import numpy as np
import scipy.sparse as sparse
from myfm import MyFMRegressor, RelationBlock

folder = sys.argv[1]
shape = json.load(open(os.path.join(folder, "shape.json")))
users = np.fromfile(os.path.join(folder, "users.i32"), dtype=np.int32)
items = np.fromfile(os.path.join(folder, "items.i32"), dtype=np.int32)
stars = np.fromfile(os.path.join(folder, "stars.f32"), dtype=np.float32).astype(float)
user_count, item_count = shape["userCount"], shape["itemCount"]
ratings = sparse.csr_matrix((np.ones(len(users)), (users, items)), shape=(user_count, item_count))


def block(indexes, sets):
    sizes = np.maximum(1, np.asarray(sets.sum(axis=1)).ravel())
    features = sparse.hstack([sparse.identity(sets.shape[0]), sparse.diags(1 / np.sqrt(sizes)) @ sets])
    return RelationBlock(indexes, features.tocsr())


blocks = [block(users, ratings), block(items, ratings.T.tocsr())]
start = time.perf_counter()
MyFMRegressor(rank=10, random_seed=1).fit(
    None, stars, X_rel=blocks, n_iter=300, n_kept_samples=240,
    group_shapes=[user_count, item_count, item_count, user_count],
)
seconds = time.perf_counter() - start
print("\n" + json.dumps([{"work": "Bayesian SVD++, rank 10, 300 iterations", "by": "myFM", "milliseconds": seconds * 1000}]))
