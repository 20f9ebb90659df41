#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares results with expected values, field by field: score.py --expected DIR --actual DIR [--details]

DIR of --expected holds NAME.expected.json and perhaps manifest.json (documents[]: name, kind); that of --actual
NAME.json with extract_result and extract_metadata. A right value counts for precision and recall, a wrong one
against both. Rows of a list are paired so that most fields match. A citation hits when its text contains the value.
"""
import argparse, glob, json, os, re, unicodedata


def key(text):
    folded = unicodedata.normalize("NFKD", str(text)).casefold()
    return "".join(c for c in folded if c.isalnum())


def number(value):
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    try:
        return float(str(value).replace(" ", "").replace(",", ""))
    except ValueError:
        return None


def empty(value):
    return value is None or value == "" or value == [] or value == {}


def match(expected, actual):
    """(equal, equal): the second value is for scorers that know a lenient comparison."""
    if isinstance(expected, bool) or isinstance(actual, bool):
        same = expected is actual
    elif isinstance(expected, (int, float)):
        found = number(actual)
        same = found is not None and abs(found - expected) <= 1e-6 * max(1.0, abs(expected))
    else:
        same = key(expected) == key(actual) and key(expected) != ""
    return same, same


def leaves(value, path=()):
    """Every scalar with its path; lists and objects are walked through."""
    if isinstance(value, dict):
        for name, child in value.items():
            yield from leaves(child, path + (name,))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from leaves(child, path + (index,))
    else:
        yield path, value


def matches_in(expected, actual):
    if isinstance(expected, dict):
        return sum(matches_in(v, actual.get(k)) for k, v in expected.items()) if isinstance(actual, dict) else 0
    return 1 if not empty(expected) and not empty(actual) and not isinstance(actual, (list, dict)) and match(expected, actual)[0] else 0


def paired(expected, actual):
    """Rows with their partners: the pairs with most matches first."""
    order = sorted(((-matches_in(e, a), i, j) for i, e in enumerate(expected) for j, a in enumerate(actual)))
    partner, used = {}, set()
    for count, i, j in order:
        if count < 0 and i not in partner and j not in used:
            partner[i] = j
            used.add(j)
    for i, row in enumerate(expected):
        yield row, actual[partner[i]] if i in partner else None, partner.get(i)
    for j, row in enumerate(actual):
        if j not in used:
            yield None, row, j


class Score:
    def __init__(self):
        self.right = self.wrong = self.missed = self.cited = 0
        self.confidences, self.issues = [], []
        self.examples = []  # (path, extraction confidence, right) for calibration

    def compare(self, expected, actual, meta, path=""):
        if isinstance(expected, dict) or (expected is None and isinstance(actual, dict)):
            for name in expected if isinstance(expected, dict) else actual:
                self.compare((expected or {}).get(name), actual.get(name) if isinstance(actual, dict) else None, meta.get(name, {}) if isinstance(meta, dict) else {}, path + "/" + name)
        elif isinstance(expected, list) or (expected is None and isinstance(actual, list)):
            for want, got, index in paired(expected or [], actual if isinstance(actual, list) else []):
                inner = meta[index] if isinstance(meta, list) and index is not None and index < len(meta) else {}
                self.compare(want, got, inner, "%s/%s" % (path, "-" if index is None else index))
        else:
            self.leaf(expected, actual, meta if isinstance(meta, dict) else {}, path)

    def leaf(self, expected, actual, meta, path):
        same = not empty(expected) and not empty(actual) and match(expected, actual)[0]
        if same:
            self.right += 1
            citation = (meta.get("citation") or [{}])[0]
            text = citation.get("matching_text") or ""
            numbers = {number(n.replace(",", ".")) for n in re.findall(r"\d+(?:[.,]\d+)*", text)} | {number(n) for n in re.findall(r"\d[\d,.]*", text)}
            date = re.fullmatch(r"\d{4}-\d\d(-\d\d)?", str(actual)) and re.search(r"\d", text)
            self.cited += 1 if citation.get("page") and (key(actual) in key(text) or number(actual) in numbers or date) else 0
        else:
            self.wrong += 0 if empty(actual) else 1
            self.missed += 0 if empty(expected) else 1
            if not (empty(actual) and empty(expected)):
                self.issues.append("%s: expected %s, got %s" % (path, json.dumps(expected, ensure_ascii=False), json.dumps(actual, ensure_ascii=False)))
        if not empty(actual) and isinstance(meta.get("confidence"), (int, float)):
            self.confidences.append((meta["confidence"], same))
            self.examples.append((path, meta.get("extraction_confidence"), same))

    def f1(self):
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def calibration_error(pairs):
    bins = {}
    for confidence, right in pairs:
        bins.setdefault(min(9, int(confidence * 10)), []).append((confidence, right))
    return sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()) / len(pairs) if pairs else 0.0


def score_document(expected, answer):
    result = Score()
    fields = ((answer.get("extract_metadata") or {}).get("field_metadata") or {})
    meta = next((fields[k] for k in ("document_metadata", "page_metadata", "row_metadata") if fields.get(k)), {})
    result.compare(expected, answer.get("extract_result"), meta)
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--expected", required=True)
    parser.add_argument("--actual", required=True)
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args()
    kinds = {}
    manifest = os.path.join(args.expected, "manifest.json")
    if os.path.exists(manifest):
        with open(manifest, encoding="utf-8") as f:
            listed = json.load(f)
        listed = listed.get("documents", []) if isinstance(listed, dict) else listed
        kinds = {d["name"]: d.get("kind", "") for d in listed if isinstance(d, dict) and "name" in d}
    groups, pairs, cited, right = {}, [], 0, 0
    for path in sorted(glob.glob(os.path.join(args.expected, "*.expected.json"))):
        name = os.path.basename(path)[:-len(".expected.json")]
        with open(path, encoding="utf-8") as f:
            expected = json.load(f)
        actual = os.path.join(args.actual, name + ".json")
        answer = json.load(open(actual, encoding="utf-8")) if os.path.exists(actual) else {}
        one = score_document(expected, answer)
        groups.setdefault(kinds.get(name) or "all", []).append(one.f1())
        pairs += one.confidences
        cited, right = cited + one.cited, right + one.right
        print("%-36s F1 %5.1f  right %4d  wrong %4d  missed %4d" % (name, 100 * one.f1(), one.right, one.wrong, one.missed))
        if args.details:
            for issue in one.issues:
                print("    " + issue)
    for kind, values in sorted(groups.items()):
        print("kind = %-29s F1 %5.1f  documents %d" % (kind, 100 * sum(values) / len(values), len(values)))
    everything = [v for values in groups.values() for v in values]
    print("mean F1 per document %.1f, citation hits %.1f %%, calibration error %.1f %%" % (
        100 * sum(everything) / max(1, len(everything)), 100 * cited / max(1, right), 100 * calibration_error(pairs)))


if __name__ == "__main__":
    main()
