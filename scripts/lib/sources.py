# SPDX-License-Identifier: GPL-3.0-or-later
"""Which documents are of one source, and the parts of a cross-validation over sources."""
import hashlib

FOLDS = 5


def source_of(name):
    return "-".join(name.split("-")[:2])


def fold_of(name):
    """Documents of one source (inv-acme-1, inv-acme-2) are never in different folds."""
    return int(hashlib.sha256(source_of(name).encode()).hexdigest(), 16) % FOLDS
