# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters' net: convolutions, two blocks of attention over the columns, and one score for each letter."""
import numpy

import lower

# Beside what ASCII prints: signs and letters of the model's list that European print has.
MORE = "éèÜäíÉáÓòüúóàì°£€§×±•·®²¥“”‘’—…"
# Wide forms that a model of Chinese print likes to see; they are read as what they stand for.
WIDE = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
WIDE.update({"。": ".", "、": ",", "￥": "¥", "【": "[", "】": "]", "《": "<", "》": ">"})
HEADS = 8
# Names of the layers of the two blocks: norm, query with key and value, out, norm, up, down.
BLOCKS = ((43, 77, 78, 44, 79, 80), (45, 81, 82, 46, 83, 84))
LAST_NORM, LAST_LAYER = 47, 85
EPSILON, LAST_EPSILON = 1e-5, 1e-6


def letters_of(keys):
    """(class, letter) of what is kept: 0 is no letter, and the blank comes last."""
    listed = [""] + [key for key in keys.read_text(encoding="utf-8").split("\n") if key] + [" "]
    kept = [(0, "")]
    for index, key in enumerate(listed):
        if index and (" " <= key <= "~" or key in MORE):
            kept.append((index, key))
        elif key in WIDE:
            kept.append((index, WIDE[key]))
    return len(listed), kept


def lower_recogniser(graph, net, keys):
    names = [node.operation for node in graph.nodes]
    begin = names.index("Shape")
    lower.lower(graph, graph.nodes[:begin], net)
    tokens = graph.nodes[begin].inputs[0]
    for number, block in enumerate(BLOCKS):
        tokens = attention_block(graph, net, tokens, block, "block%d" % number)
    norm(graph, net, tokens, LAST_NORM, "normed", LAST_EPSILON)
    end = max(i for i, node in enumerate(graph.nodes) if node.operation == "Transpose" and node.attributes["perm"] == [0, 3, 1, 2])
    squeeze = names.index("Squeeze", end)
    graph.nodes[end + 1].inputs[0] = "normed"
    lower.lower(graph, graph.nodes[end + 1:squeeze], net)
    count, kept = letters_of(keys)
    matrix, bias = layer(graph, LAST_LAYER)
    assert matrix.shape[1] == count
    classes = [index for index, _ in kept]
    net.linear(graph.nodes[squeeze].inputs[0], "letters", matrix[:, classes], bias[classes])
    net.head["letters"] = [letter for _, letter in kept]


def layer(graph, number):
    return tuple(graph.constants["linear_%d.%s" % (number, part)].astype("d") for part in ("w_0", "b_0"))


def norm(graph, net, source, number, output, epsilon=EPSILON):
    gain, shift = (graph.constants["layer_norm_%d.%s" % (number, part)] for part in ("w_0", "b_0"))
    net.step("norm", [source], output, epsilon=epsilon, channels=int(gain.size), gain=net.store(gain), shift=net.store(shift))


def attention_block(graph, net, source, block, name):
    norm1, triple, out, norm2, up, down = block
    norm(graph, net, source, norm1, name + ".norm1")
    matrix, bias = layer(graph, triple)
    width = matrix.shape[0]
    # Queries are scaled by the root of what one head sees.
    scale = numpy.ones(3 * width)
    scale[:width] = (width / HEADS) ** -0.5
    net.linear(name + ".norm1", name + ".triple", matrix * scale, bias * scale)
    net.step("attention", [name + ".triple"], name + ".seen", heads=HEADS)
    net.linear(name + ".seen", name + ".out", *layer(graph, out))
    net.step("add", [source, name + ".out"], name + ".sum1", enlarged=1)
    norm(graph, net, name + ".sum1", norm2, name + ".norm2")
    net.linear(name + ".norm2", name + ".up", *layer(graph, up))
    net.step("swish", [name + ".up"], name + ".swish")
    net.linear(name + ".swish", name + ".down", *layer(graph, down))
    net.step("add", [name + ".sum1", name + ".down"], name + ".sum2", enlarged=1)
    return name + ".sum2"
