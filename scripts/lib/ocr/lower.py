# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps and weights of a net as the program reads them (src/readers/neuralnet), from a folded graph."""
import json
import struct

import numpy

import eightbits

MAGIC = b"XSNET001"


class Net:
    def __init__(self, mean, scale, in_bytes, in_two_bytes=lambda step: False):
        """`in_bytes` says by a kernel and the number of its step whether its weights may have eight bits, `in_two_bytes` by the
        number of the step whether they need sixteen beside numbers of eight."""
        self.head = {"mean": mean, "scale": scale, "steps": []}
        self.in_bytes = in_bytes
        self.in_two_bytes = in_two_bytes
        self.places = {}
        self.weights = []
        self.count = 0

    def place(self, name):
        """The number of a tensor; that of the input is 0."""
        return self.places.setdefault(name, len(self.places))

    def store(self, values):
        """Where the values begin among the weights."""
        values = numpy.ascontiguousarray(values, dtype="<f2").ravel()
        assert numpy.isfinite(values).all()
        start, self.count = self.count, self.count + values.size
        self.weights.append(values)
        return start

    def step(self, kind, inputs, output, **more):
        self.head["steps"].append({"kind": kind, "inputs": [self.place(i) for i in inputs], "output": self.place(output), **more})

    def convolution(self, source, output, kernel, bias, stride=(1, 1), padding=(0, 0), groups=1, relu=False, hardswish=None):
        """`kernel` is output channels, input channels of a group, height, width; `hardswish` its scale and shift."""
        more = {"hardswish": hardswish} if hardswish else {}
        if groups == 1 and tuple(stride) == (1, 1) and self.in_bytes(kernel, len(self.head["steps"])):
            more["bytes"] = True
            # Balanced errors make letters better but lines, from kernels of several pixels, worse.
            if kernel.shape[2:] == (1, 1):
                kernel = eightbits.rounded(kernel)
        elif kernel.shape[2:] == (1, 1) and self.in_two_bytes(len(self.head["steps"])):
            more["twoBytes"] = True
        self.step("convolution", [source], output, size=list(kernel.shape[2:]), stride=list(stride), padding=list(padding),
                  groups=groups, channels=[kernel.shape[1] * groups, kernel.shape[0]], relu=relu, **more,
                  kernel=self.store(kernel.transpose(0, 2, 3, 1)), bias=self.store(bias))

    def linear(self, source, output, matrix, bias):
        """`matrix` is inputs, outputs."""
        self.convolution(source, output, matrix.T[:, :, None, None], bias)

    def write(self, path):
        self.head["weights"] = self.count
        head = json.dumps(self.head, ensure_ascii=False, separators=(",", ":")).encode()
        path.write_bytes(MAGIC + struct.pack("<I", len(head)) + head + b"".join(w.tobytes() for w in self.weights))
        print("%s: %d steps, %d weights, %d bytes" % (path.name, len(self.head["steps"]), self.count, path.stat().st_size))


def lower(graph, nodes, net):
    """Turns the nodes into steps; what joins several nodes takes those that follow its first."""
    net.place(graph.input)
    done = set()
    for node in nodes:
        if id(node) in done:
            continue
        {"Conv": convolution, "ConvTranspose": enlarging, "GlobalAveragePool": gate,
         "Resize": enlarged, "Add": add, "Concat": concat, "Sigmoid": sigmoid, "AveragePool": average}[node.operation](graph, node, net, done)


def only_user(graph, node, operation):
    users = graph.users(node.output)
    return users[0] if len(users) == 1 and users[0].operation == operation else None


def convolution(graph, node, net, done):
    kernel, bias = graph.weights(node)
    relu = only_user(graph, node, "Relu")
    if relu:
        done.add(id(relu))
    last, swish = hardswish(graph, only_user(graph, node, "HardSwish"), done)
    pads = node.attributes["pads"]
    assert pads[:2] == pads[2:] and set(node.attributes["dilations"]) == {1}
    net.convolution(node.inputs[0], (relu or last or node).output, kernel, bias, node.attributes["strides"], pads[:2],
                    node.attributes["group"], relu is not None, swish)


def enlarging(graph, node, net, done):
    """Two that make four pixels of each, the second with one channel: matrices for one pixel and its block of sixteen."""
    relu = only_user(graph, node, "Relu")
    second = only_user(graph, relu, "ConvTranspose")
    (kernel1, bias1), (kernel2, bias2) = graph.weights(node), graph.weights(second)
    assert kernel1.shape[2:] == kernel2.shape[2:] == (2, 2) and bias2.size == 1
    for one in (node, second):
        assert list(one.attributes["strides"]) == [2, 2] and not any(one.attributes["pads"])
    done.update((id(relu), id(second)))
    channels = bias1.size
    # The quarters of a pixel, each with all channels.
    first = kernel1.transpose(2, 3, 1, 0).reshape(4 * channels, -1)
    block = numpy.zeros((2, 2, 2, 2, 4, channels))
    for down in range(2):
        for right in range(2):
            block[down, :, right, :, 2 * down + right] = kernel2[:, 0].transpose(1, 2, 0)
    net.convolution(node.inputs[0], relu.output, first[:, :, None, None], numpy.tile(bias1, 4), relu=True)
    net.convolution(relu.output, second.output + ".blocks", block.reshape(16, 4 * channels)[:, :, None, None],
                    numpy.tile(bias2, 16))
    net.step("blocks", [second.output + ".blocks"], second.output, side=4)


def hardswish(graph, node, done):
    """The last node that belongs to it, the number that its result is multiplied by and the one that is added."""
    if node is None:
        return None, None
    last, scale, shift = node, 1.0, 0.0
    done.add(id(node))
    product = only_user(graph, last, "Mul")
    if product and graph.split(product)[0]:
        last, scale = product, graph.split(product)[1]
        done.add(id(product))
    total = only_user(graph, last, "Add")
    if total and graph.split(total)[0]:
        last, shift = total, graph.split(total)[1]
        done.add(id(total))
    return last, [scale, shift]


def gate(graph, node, net, done):
    """Squeeze and excitation: every channel is multiplied by what two small layers make of all means."""
    first = only_user(graph, node, "Conv")
    relu = only_user(graph, first, "Relu")
    second = only_user(graph, relu, "Conv")
    last = only_user(graph, second, "HardSigmoid")
    product = only_user(graph, last, "Mul")
    source = node.inputs[0]
    assert source in product.inputs and abs(last.attributes.get("beta", 0.5) - 0.5) < 1e-6
    total = only_user(graph, product, "Add")
    adds = total is not None and source in total.inputs
    done.update(id(n) for n in (first, relu, second, last, product))
    if adds:
        done.add(id(total))
    (kernel1, bias1), (kernel2, bias2) = graph.weights(first), graph.weights(second)
    net.step("gate", [source], (total if adds else product).output, inner=int(bias1.size), channels=int(bias2.size), slope=last.attributes["alpha"],
             adds=adds, kernel1=net.store(kernel1), bias1=net.store(bias1), kernel2=net.store(kernel2), bias2=net.store(bias2))


def factor(graph, name):
    """The tensor that was enlarged and by how much: (its name, 1) where it was not."""
    node = graph.producer(name)
    if node is None or node.operation != "Resize":
        return name, 1
    scales = graph.constants[node.inputs[2]]
    assert node.attributes["mode"] == b"nearest" and scales[2] == scales[3]
    return node.inputs[0], int(scales[2])


def enlarged(graph, node, net, done):
    assert all(user.operation in ("Add", "Concat") for user in graph.users(node.output))


def add(graph, node, net, done):
    assert graph.split(node)[0] is None
    (first, one), (second, two) = factor(graph, node.inputs[0]), factor(graph, node.inputs[1])
    if one > 1:
        (first, one), (second, two) = (second, two), (first, one)
    assert one == 1
    net.step("add", [first, second], node.output, enlarged=two)


def concat(graph, node, net, done):
    parts = [factor(graph, name) for name in node.inputs]
    net.step("concat", [name for name, _ in parts], node.output, enlarged=[times for _, times in parts])


def sigmoid(graph, node, net, done):
    product = next((u for u in graph.users(node.output) if u.operation == "Mul" and node.inputs[0] in u.inputs), None)
    if product:
        done.add(id(product))
        net.step("swish", node.inputs, product.output)
    else:
        net.step("sigmoid", node.inputs, node.output)


def average(graph, node, net, done):
    size = node.attributes["kernel_shape"]
    assert size == node.attributes["strides"] and not any(node.attributes["pads"])
    net.step("average", node.inputs, node.output, size=size)
