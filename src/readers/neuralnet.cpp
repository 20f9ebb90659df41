// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/neuralnet.h"

#include "readers/rowlayer.h"

#include <QFile>
#include <QtEndian>

#include <xnnpack.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace xs::readers {

namespace {

constexpr QByteArrayView magic("XSNET001");
constexpr qsizetype lengthBytes = 4;

} // namespace

Expected<std::unique_ptr<NeuralNet>> NeuralNet::load(const QString &path, Precision precision,
                                                     std::shared_ptr<TensorPool> pool)
{
    QFile file(path);
    if (!file.exists())
        return Unexpected(ErrorCode::FileMissing, {}, path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected(ErrorCode::FileUnreadable, file.errorString(), path);
    const auto *mapped = file.map(0, file.size());
    const auto bytes = QByteArrayView(mapped, mapped ? file.size() : 0);
    const auto broken = Unexpected(ErrorCode::DocumentBroken, {}, path);
    if (!bytes.startsWith(magic) || bytes.size() < magic.size() + lengthBytes)
        return broken;
    const auto length = qsizetype(qFromLittleEndian<quint32>(bytes.data() + magic.size()));
    const auto headBegin = magic.size() + lengthBytes;
    if (length > bytes.size() - headBegin)
        return broken;
    const auto head = parseJson(bytes.sliced(headBegin, length).toByteArray());
    if (!head || xnn_initialize(nullptr) != xnn_status_success)
        return broken;
    std::unique_ptr<NeuralNet> net(new NeuralNet(std::move(pool)));
    const NetWeights weights(bytes.sliced(headBegin + length));
    try {
        if (!net->readSteps(*head, weights, precision))
            return broken;
    } catch (const Json::exception &) {
        return broken;
    }
    return net;
}

bool NeuralNet::readSteps(const Json &head, const NetWeights &weights, Precision precision)
{
    m_mean = head.at("mean").get<float>();
    m_scale = head.at("scale").get<float>();
    if (const auto letters = head.find("letters"); letters != head.end())
        for (const auto &letter : *letters)
            m_letters << toQString(letter);
    std::size_t known = 1;
    for (const auto &step : head.at("steps")) {
        Step made{makeLayer(step, weights, precision), step.at("inputs").get<std::vector<std::size_t>>(),
                  step.at("output").get<std::size_t>()};
        const auto isKnown = [known](std::size_t input) { return input < known; };
        if (!made.layer || made.output != known || made.inputs.empty() || !std::ranges::all_of(made.inputs, isKnown))
            return false;
        ++known;
        m_steps.push_back(std::move(made));
    }
    chainRows();
    return !m_steps.empty();
}

void NeuralNet::chainRows()
{
    std::vector<int> uses(m_steps.size() + 1);
    for (const auto &step : m_steps)
        for (const auto input : step.inputs)
            ++uses[input];
    std::vector<Step> chained;
    RowChain *chain = nullptr;
    for (auto &step : m_steps) {
        auto *rows = dynamic_cast<RowLayer *>(step.layer.get());
        const auto follows =
            chain && rows && step.inputs == std::vector{chained.back().output} && uses[step.inputs.front()] == 1;
        if (rows && !follows) {
            auto made = std::make_unique<RowChain>();
            chain = made.get();
            chained.push_back({std::move(made), step.inputs, step.output});
        }
        if (rows) {
            (void)step.layer.release();
            chain->append(std::unique_ptr<RowLayer>(rows));
            chained.back().output = step.output;
        } else {
            chain = nullptr;
            chained.push_back(std::move(step));
        }
    }
    m_steps = std::move(chained);
}

std::vector<std::size_t> NeuralNet::lastUses() const
{
    std::vector<std::size_t> last(m_steps.back().output + 1, m_steps.size());
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        for (const auto input : m_steps[i].inputs)
            last[input] = i;
    return last;
}

const Tensor *NeuralNet::run(Tensor &picture)
{
    for (auto *value = picture.data(); value != picture.data() + picture.size(); ++value)
        *value = (*value - m_mean) * m_scale;
    const auto last = lastUses();
    std::vector<Tensor> tensors(m_steps.back().output + 1);
    std::vector<const Tensor *> inputs;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const auto &step = m_steps[i];
        inputs.clear();
        for (const auto input : step.inputs)
            inputs.push_back(input == 0 ? &picture : &tensors[input]);
        auto &output = tensors[step.output];
        const auto first = step.inputs.front();
        if (first != 0 && last[first] == i && std::ranges::count(step.inputs, first) == 1 &&
            step.layer->canReplaceInput()) {
            if (!step.layer->run(inputs, tensors[first], *m_pool))
                return nullptr;
            output = std::exchange(tensors[first], Tensor());
        } else if (!step.layer->run(inputs, output, *m_pool)) {
            return nullptr;
        }
        for (const auto input : step.inputs)
            if (input != 0 && last[input] == i)
                m_pool->give(std::move(tensors[input]));
    }
    m_pool->give(std::move(m_result));
    m_result = std::move(tensors.back());
    return &m_result;
}

} // namespace xs::readers
