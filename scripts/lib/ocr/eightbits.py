# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights that numbers of eight bits can tell: every output's are whole multiples of one step, at most 127 of them."""
import numpy

MOST = 127
# Shares of the largest weight that the largest multiple may stand for.
SHARES = numpy.linspace(0.55, 1, 46)


def rounded(kernel):
    """The kernel, outputs first, so rounded. The errors of an output add up to nothing, so that what all its inputs
    have in common does not shift it."""
    rows = kernel.reshape(kernel.shape[0], -1)
    steps = numpy.stack([step(row) for row in rows])[:, None]
    whole = numpy.clip(numpy.rint(rows / steps), -MOST, MOST)
    for exact, row in zip(rows / steps, whole):
        balance(exact, row)
    return (whole * steps).reshape(kernel.shape)


def step(row):
    """The step with the least squared error."""
    most = numpy.abs(row).max()
    if most == 0:
        return 1.0
    errors = []
    for share in SHARES:
        size = most * share / MOST
        errors.append(((numpy.clip(numpy.rint(row / size), -MOST, MOST) * size - row) ** 2).sum())
    return most * SHARES[int(numpy.argmin(errors))] / MOST


def balance(exact, row):
    """Rounds those the other way that were nearest to it, as many as the sum is wrong by."""
    left = exact - row
    count = int(round(left.sum()))
    if count:
        sign = 1 if count > 0 else -1
        nearest = numpy.argsort(-left * sign, kind="stable")[:abs(count)]
        row[nearest] = numpy.clip(row[nearest] + sign, -MOST, MOST)
