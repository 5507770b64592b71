"""scikit-learn: counts, weights and 20 topics of the units, with the settings it has by itself."""

import json
import os
from time import perf_counter

import sklearn
from sklearn.decomposition import MiniBatchNMF
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

TOPICS = 20


def main():
    with open(os.environ["UNITS"], encoding="utf-8") as file:
        units = [line for line in file.read().split("\n") if line]
    rounds = []
    for _ in range(int(os.environ["ROUNDS"])):
        start = perf_counter()
        counts = CountVectorizer().fit_transform(units)
        counted = perf_counter()
        weights = TfidfTransformer().fit_transform(counts)
        MiniBatchNMF(n_components=TOPICS, random_state=0).fit_transform(weights)
        rounds.append({"count": counted - start, "topics": perf_counter() - counted})
    found = {"tokens": int(counts.sum()), "terms": counts.shape[1], "topics": TOPICS}
    print(json.dumps({"id": "scikit", "version": sklearn.__version__, "rounds": rounds, **found}))


if __name__ == "__main__":
    main()
