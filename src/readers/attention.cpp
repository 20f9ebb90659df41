// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/numberloops.h"
#include "readers/xnnoperator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace xs::readers {

namespace {

/// Every column of a row looks at all others: queries, keys and values stand behind each other in its channels.
class Attention final : public NetLayer
{
public:
    explicit Attention(const Json &step) : m_heads(step.at("heads").get<int>()) {}

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &input = *inputs.front();
        const auto width = std::size_t(input.channels()) / 3;
        const auto count = input.columns();
        if (m_heads < 1 || input.channels() % (3 * m_heads) != 0 || count == 0)
            return false;
        pool.fit(output, {input.height(), input.width(), int(width)});
        m_scores = pool.take({1, int(count), int(count)});
        m_keys = pool.take({1, int(depth(input)), int(count)});
        m_values = pool.take({1, int(count), int(lanesOfSum)});
        XnnOperator softmax;
        softmax.take([&](xnn_operator_t *made) { return xnn_create_softmax_nc_f32(count, count, count, 0, made); });
        if (!softmax || xnn_setup_softmax_nc_f32(softmax.get(), count, m_scores.data(), m_scores.data(), nullptr) !=
                            xnn_status_success)
            return false;
        for (std::size_t head = 0; head < std::size_t(m_heads); ++head) {
            look(input, head);
            if (!softmax.run())
                return false;
            gather(input, head, output);
        }
        for (auto *memory : {&m_scores, &m_keys, &m_values})
            pool.give(std::move(*memory));
        return true;
    }

private:
    std::size_t depth(const Tensor &input) const { return std::size_t(input.channels() / 3 / m_heads); }

    /// How much each column makes of each other one. Inner loops run over neighbours in memory.
    void look(const Tensor &input, std::size_t head)
    {
        const auto count = input.columns(), stride = std::size_t(input.channels()), width = stride / 3;
        const auto depth = this->depth(input);
        for (std::size_t column = 0; column < count; ++column)
            for (std::size_t i = 0; i < depth; ++i)
                m_keys.data()[i * count + column] = input.data()[column * stride + width + head * depth + i];
        for (std::size_t column = 0; column < count; ++column) {
            auto *scores = m_scores.data() + column * count;
            std::fill_n(scores, count, 0.0F);
            const auto *queries = input.data() + column * stride + head * depth;
            for (std::size_t i = 0; i < depth; ++i)
                addTimes(m_keys.data() + i * count, queries[i], scores, count);
        }
    }

    void gather(const Tensor &input, std::size_t head, Tensor &output)
    {
        const auto count = input.columns(), stride = std::size_t(input.channels()), width = stride / 3;
        const auto depth = this->depth(input);
        std::array<float, lanesOfSum> sums;
        for (std::size_t done = 0; done < depth; done += lanesOfSum) {
            const auto some = std::min(lanesOfSum, depth - done);
            for (std::size_t other = 0; other < count; ++other) {
                auto *values = m_values.data() + other * lanesOfSum;
                std::copy_n(input.data() + other * stride + 2 * width + head * depth + done, some, values);
                std::fill(values + some, values + lanesOfSum, 0.0F);
            }
            for (std::size_t column = 0; column < count; ++column) {
                sumOfShares(m_values.data(), m_scores.data() + column * count, count, sums.data());
                std::copy_n(sums.data(), some, output.data() + column * width + head * depth + done);
            }
        }
    }

    int m_heads;
    Tensor m_scores;
    Tensor m_keys;
    /// Of one head, of every column so many as are summed at once.
    Tensor m_values;
};

/// The channels of each column, with the mean 0 and the spread 1, then scaled and shifted each.
class Norm final : public NetLayer
{
public:
    Norm(const Json &step, const NetWeights &weights)
        : m_epsilon(step.at("epsilon").get<float>()),
          m_gain(weights.at(step.at("gain"), step.at("channels").get<std::size_t>())),
          m_shift(weights.at(step.at("shift"), step.at("channels").get<std::size_t>()))
    {
    }

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override
    {
        const auto &input = *inputs.front();
        const auto count = std::size_t(input.channels());
        if (count == 0 || m_gain.size() != count || m_shift.size() != count)
            return false;
        pool.fit(output, {input.height(), input.width(), input.channels()});
        for (std::size_t column = 0; column < input.columns(); ++column) {
            const auto *from = input.data() + column * count;
            auto *to = output.data() + column * count;
            float mean = 0, variance = 0;
            for (std::size_t i = 0; i < count; ++i)
                mean += from[i];
            mean /= float(count);
            for (std::size_t i = 0; i < count; ++i)
                variance += (from[i] - mean) * (from[i] - mean);
            const auto scale = 1 / std::sqrt(variance / float(count) + m_epsilon);
            for (std::size_t i = 0; i < count; ++i)
                to[i] = (from[i] - mean) * scale * m_gain[i] + m_shift[i];
        }
        return true;
    }

private:
    float m_epsilon;
    std::vector<float> m_gain, m_shift;
};

} // namespace

std::unique_ptr<NetLayer> makeAttention(const Json &step)
{
    return std::make_unique<Attention>(step);
}

std::unique_ptr<NetLayer> makeNorm(const Json &step, const NetWeights &weights)
{
    return std::make_unique<Norm>(step, weights);
}

} // namespace xs::readers
