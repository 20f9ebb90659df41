# SPDX-License-Identifier: GPL-3.0-or-later
"""A graph of ONNX as lists that can be changed, and the folding of what is constant into the convolutions."""
import numpy
import onnx.helper
import onnx.numpy_helper

# What a constant in front of padded borders may be and still count for nothing.
NEGLIGIBLE = 1e-3


class Node:
    def __init__(self, operation, inputs, output, attributes):
        self.operation, self.inputs, self.output, self.attributes = operation, list(inputs), output, attributes


class Graph:
    def __init__(self, path):
        model = onnx.load(str(path))
        self.constants, self.nodes = {}, []
        for node in model.graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = onnx.numpy_helper.to_array(node.attribute[0].t)
            else:
                attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
                self.nodes.append(Node(node.op_type, node.input, node.output[0], attributes))
        self.input, self.output = model.graph.input[0].name, model.graph.output[0].name

    def producer(self, name):
        return next((n for n in self.nodes if n.output == name), None)

    def users(self, name):
        return [n for n in self.nodes if name in n.inputs]

    def scalar(self, name):
        value = self.constants.get(name)
        return float(value.item()) if value is not None and value.size == 1 else None

    def split(self, node):
        """A sum or product with a constant number: the other input and the number."""
        for constant, other in (node.inputs, reversed(node.inputs)) if len(node.inputs) == 2 else ():
            if self.scalar(constant) is not None:
                return other, self.scalar(constant)
        return None, None

    def weights(self, node):
        kernel = self.constants[node.inputs[1]]
        count = kernel.shape[1] if node.operation == "ConvTranspose" else kernel.shape[0]
        bias = self.constants[node.inputs[2]] if len(node.inputs) > 2 else numpy.zeros(count)
        return kernel.astype("d"), bias.astype("d")

    def set_weights(self, node, kernel, bias):
        names = [node.output + ".kernel", node.output + ".bias"]
        self.constants.update(zip(names, (kernel, bias)))
        node.inputs = [node.inputs[0]] + names

    def fold(self):
        while any(self.fold_one(node) for node in list(self.nodes)):
            pass

    def fold_one(self, node):
        return self.join_hardswish(node) or self.drop_neutral(node) or self.fold_behind(node) or self.fold_before(node)

    def join_hardswish(self, node):
        """x * clip(x + 3, 0, 6) / 6"""
        if node.operation != "Div" or self.scalar(node.inputs[1]) != 6:
            return False
        product = self.producer(node.inputs[0])
        clip = self.producer(product.inputs[1])
        if product.operation != "Mul" or clip is None or clip.operation != "Clip":
            return False
        shifted = self.producer(clip.inputs[0])
        assert shifted.operation == "Add" and shifted.inputs[0] == product.inputs[0] and self.split(shifted)[1] == 3
        node.operation, node.inputs, node.attributes = "HardSwish", [product.inputs[0]], {}
        self.nodes = [n for n in self.nodes if n not in (product, clip, shifted)]
        return True

    def drop_neutral(self, node):
        other, value = self.split(node)
        if other is None or (node.operation, value) not in (("Mul", 1.0), ("Add", 0.0)):
            return False
        for user in self.users(node.output):
            user.inputs = [other if name == node.output else name for name in user.inputs]
        self.nodes.remove(node)
        return True

    def fold_behind(self, node):
        """What scales and shifts the channels of a convolution becomes part of its weights."""
        if node.operation not in ("Mul", "Add", "BatchNormalization"):
            return False
        source = next((p for p in map(self.producer, node.inputs) if p and p.operation in ("Conv", "ConvTranspose")), None)
        if source is None or len(self.users(source.output)) != 1:
            return False
        kernel, bias = self.weights(source)
        if node.operation == "BatchNormalization":
            gain, shift, mean, variance = (self.constants[name].astype("d") for name in node.inputs[1:5])
            gain = gain / numpy.sqrt(variance + node.attributes.get("epsilon", 1e-5))
            shift = shift - mean * gain
        else:
            other = [name for name in node.inputs if name != source.output]
            if len(other) != 1 or other[0] not in self.constants or self.constants[other[0]].size not in (1, bias.size):
                return False
            value = self.constants[other[0]].ravel().astype("d")
            gain, shift = (value, 0.0) if node.operation == "Mul" else (1.0, value)
        gain = numpy.broadcast_to(gain, bias.shape)
        across = [1] * kernel.ndim
        across[1 if source.operation == "ConvTranspose" else 0] = bias.size
        self.set_weights(source, kernel * gain.reshape(across), bias * gain + shift)
        source.output = node.output
        self.nodes.remove(node)
        return True

    def fold_before(self, node):
        """A number that scales or shifts the input of a convolution; shifts matter at padded borders."""
        before = self.producer(node.inputs[0]) if node.operation == "Conv" else None
        if before is None or before.operation not in ("Mul", "Add") or len(self.users(before.output)) != 1:
            return False
        other, value = self.split(before)
        padded = any(node.attributes.get("pads", ()))
        if other is None or (before.operation == "Add" and padded and abs(value) > NEGLIGIBLE):
            return False
        kernel, bias = self.weights(node)
        if before.operation == "Mul":
            kernel = kernel * value
        else:
            bias = bias + value * kernel.reshape(kernel.shape[0], -1).sum(1)
        self.set_weights(node, kernel, bias)
        node.inputs[0] = other
        self.nodes.remove(before)
        return True

    def in_grey(self, middle, means, spreads):
        """The first convolution takes one channel in place of three equal ones: colours less `middle`, 0…1."""
        first = self.nodes[0]
        assert first.operation == "Conv" and first.inputs[0] == self.input
        kernel, bias = self.weights(first)
        for channel in range(3):
            kernel[:, channel] /= spreads[channel]
            bias = bias + (middle - means[channel]) * kernel[:, channel].sum((1, 2))
        self.set_weights(first, kernel.sum(1, keepdims=True), bias)
