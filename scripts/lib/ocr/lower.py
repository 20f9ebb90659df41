# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps and weights of a net as the program reads them (src/readers/neuralnet), from a folded graph."""
import json
import struct

import numpy

MAGIC = b"XSNET001"


class Net:
    def __init__(self, mean, scale):
        self.head = {"mean": mean, "scale": scale, "steps": []}
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

    def convolution(self, source, output, kernel, bias, stride=(1, 1), padding=(0, 0), groups=1, relu=False, kind="convolution"):
        """`kernel` is output channels, input channels of a group, height, width."""
        self.step(kind, [source], output, size=list(kernel.shape[2:]), stride=list(stride), padding=list(padding),
                  groups=groups, channels=[kernel.shape[1] * groups, kernel.shape[0]], relu=relu,
                  kernel=self.store(kernel.transpose(0, 2, 3, 1)), bias=self.store(bias))

    def linear(self, source, output, matrix, bias, relu=False):
        """`matrix` is inputs, outputs."""
        self.convolution(source, output, matrix.T[:, :, None, None], bias, relu=relu)

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
        {"Conv": convolution, "ConvTranspose": transposed, "HardSwish": hardswish, "GlobalAveragePool": gate,
         "Resize": enlarged, "Add": add, "Concat": concat, "Sigmoid": sigmoid, "AveragePool": average}[node.operation](graph, node, net, done)


def only_user(graph, node, operation):
    users = graph.users(node.output)
    return users[0] if len(users) == 1 and users[0].operation == operation else None


def convolution(graph, node, net, done):
    kernel, bias = graph.weights(node)
    relu = only_user(graph, node, "Relu")
    if relu:
        done.add(id(relu))
    pads = node.attributes["pads"]
    assert pads[:2] == pads[2:] and set(node.attributes["dilations"]) == {1}
    net.convolution(node.inputs[0], (relu or node).output, kernel, bias, node.attributes["strides"], pads[:2],
                    node.attributes["group"], relu is not None)


def transposed(graph, node, net, done):
    kernel, bias = graph.weights(node)
    relu = only_user(graph, node, "Relu")
    if relu:
        done.add(id(relu))
    assert not any(node.attributes["pads"])
    net.convolution(node.inputs[0], (relu or node).output, kernel.transpose(1, 0, 2, 3), bias, node.attributes["strides"],
                    relu=relu is not None, kind="transposed")


def hardswish(graph, node, net, done):
    """With the number that its result is multiplied by and the one that is added."""
    last, scale, shift = node, 1.0, 0.0
    product = only_user(graph, last, "Mul")
    if product and graph.split(product)[0]:
        last, scale = product, graph.split(product)[1]
        done.add(id(product))
    total = only_user(graph, last, "Add")
    if total and graph.split(total)[0]:
        last, shift = total, graph.split(total)[1]
        done.add(id(total))
    net.step("hardswish", node.inputs, last.output, scale=scale, shift=shift)


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
    net.step("gate", [source], (total if adds else product).output, inner=int(bias1.size), slope=last.attributes["alpha"],
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
