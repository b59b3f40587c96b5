"""Times matplotlib and seaborn on the four figures; prints a Markdown table. CPU milliseconds, best of the repeats, figure build + draw + encode."""
import io
import random
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns


def field(rows, columns):
    rng = np.random.default_rng(rows)
    trend = (np.arange(rows)[:, None] / rows + np.arange(columns)[None, :] / columns) / 2
    return np.round(0.8 * trend + 0.2 * rng.random((rows, columns)), 2)


def figure(width, height):
    return plt.subplots(figsize=(width / 100, height / 100), dpi=100)


def names(kind, count):
    return [f"{kind}{i}" for i in range(count)]


def seaborn_matrix(rows, columns, width, height, annotate):
    fig, ax = figure(width, height)
    sns.heatmap(field(rows, columns), ax=ax, vmin=0, vmax=1, cmap="viridis", annot=annotate, fmt=".2f",
                xticklabels=names("task ", columns) if annotate else False, yticklabels=names("model-", rows) if annotate else False)
    return fig


def matplotlib_matrix(rows, columns, width, height, annotate):
    fig, ax = figure(width, height)
    data = field(rows, columns)
    image = ax.imshow(data, vmin=0, vmax=1, cmap="viridis", aspect="auto")
    fig.colorbar(image)
    if annotate:
        ax.set_xticks(range(columns), names("task ", columns), rotation=45)
        ax.set_yticks(range(rows), names("model-", rows))
        for i in range(rows):
            for j in range(columns):
                ax.text(j, i, f"{data[i, j]:.2f}", ha="center", va="center", color="w" if data[i, j] < 0.6 else "k")
    return fig


def packed(width, height):
    rng = random.Random(4)
    fig, axes = plt.subplots(2, 2, figsize=(width / 100, height / 100), dpi=100)
    for ax in axes.flat:
        values = np.array([[100 * rng.random() for _ in range(13)] for _ in range(10)])
        text = np.array([[f"{chr(97 + i)}{chr(97 + j)}\n{values[i, j]:.1f}" for j in range(13)] for i in range(10)])
        sns.heatmap(values, ax=ax, annot=text, fmt="", cbar=False, xticklabels=False, yticklabels=False, cmap="viridis", annot_kws={"size": 7})
    return fig


def best(build, kind):
    least, size = float("inf"), 0
    for repeat in range(6):
        start = time.process_time()
        fig = build()
        buffer = io.BytesIO()
        fig.savefig(buffer, format=kind)
        plt.close(fig)
        if repeat:
            least = min(least, 1000 * (time.process_time() - start))
        size = len(buffer.getvalue())
    return least, size


CASES = [
    ("(i) 7 x 20 annotated", "seaborn", "png", lambda: seaborn_matrix(7, 20, 1600, 700, True)),
    ("(i) 7 x 20 annotated", "matplotlib", "png", lambda: matplotlib_matrix(7, 20, 1600, 700, True)),
    ("(ii) 30 x 60 annotated", "seaborn", "png", lambda: seaborn_matrix(30, 60, 3000, 1600, True)),
    ("(ii) 30 x 60 annotated", "matplotlib", "png", lambda: matplotlib_matrix(30, 60, 3000, 1600, True)),
    ("(iii) 1000 x 1000", "seaborn", "png", lambda: seaborn_matrix(1000, 1000, 2000, 2000, False)),
    ("(iii) 1000 x 1000", "matplotlib", "png", lambda: matplotlib_matrix(1000, 1000, 2000, 2000, False)),
    ("(iv) 4 x 130 packed", "seaborn", "png", lambda: packed(1600, 1480)),
    ("(i) 7 x 20 annotated", "seaborn", "svg", lambda: seaborn_matrix(7, 20, 1600, 700, True)),
    ("(ii) 30 x 60 annotated", "matplotlib", "svg", lambda: matplotlib_matrix(30, 60, 3000, 1600, True)),
]

print("| case | program | file | CPU ms | bytes |")
print("| --- | --- | --- | --- | --- |")
for case, program, kind, build in CASES:
    milliseconds, size = best(build, kind)
    version = sns.__version__ if program == "seaborn" else matplotlib.__version__
    print(f"| {case} | {program} {version} | {kind} | {milliseconds:,.0f} | {size:,} |")
