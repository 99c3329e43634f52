"""SVD, SVD++ and NMF of Surprise on the data in the given folder."""
import json
import os
import statistics
import sys
import time

import numpy as np
from surprise import NMF, SVD, SVDpp, Trainset

folder = sys.argv[1]
shape = json.load(open(os.path.join(folder, "shape.json")))
users = np.fromfile(os.path.join(folder, "users.i32"), dtype=np.int32).tolist()
items = np.fromfile(os.path.join(folder, "items.i32"), dtype=np.int32).tolist()
stars = np.fromfile(os.path.join(folder, "stars.f32"), dtype=np.float32).tolist()
by_user = {}
by_item = {}
for user, item, value in zip(users, items, stars):
    by_user.setdefault(user, []).append((item, value))
    by_item.setdefault(item, []).append((user, value))
# inner ids are places among those that rated or were rated
user_of = {user: place for place, user in enumerate(sorted(by_user))}
item_of = {item: place for place, item in enumerate(sorted(by_item))}
trainset = Trainset(
    {user_of[user]: [(item_of[item], value) for item, value in row] for user, row in by_user.items()},
    {item_of[item]: [(user_of[user], value) for user, value in row] for item, row in by_item.items()},
    len(by_user), len(by_item), len(stars), (0.5, 5), user_of, item_of,
)


def median_fit(runs, make):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        make().fit(trainset)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


runs = min(3, shape["runs"])
measured = [
    ("biased SVD, 20 epochs, k = 100", median_fit(runs, lambda: SVD(n_factors=100, n_epochs=20))),
    ("SVD++ epoch, k = 20", median_fit(1, lambda: SVDpp(n_factors=20, n_epochs=1))),
    ("biased NMF epoch, k = 15", median_fit(runs, lambda: NMF(n_factors=15, n_epochs=5, biased=True)) / 5),
]
print("\n" + json.dumps([{"work": work, "by": "Surprise", "milliseconds": time_} for work, time_ in measured]))
