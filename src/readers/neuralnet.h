// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/expected.h"
#include "readers/netlayer.h"
#include "readers/tensorpool.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <utility>
#include <vector>

namespace xs::readers {

/// A neural net that sees grey pictures, read from a file of this program (resources/ocr/README.md tells its form). It
/// runs in the calling thread. Not thread-safe.
class NeuralNet
{
public:
    /// Errors: FileMissing, FileUnreadable, DocumentBroken (no net that this program can run).
    static Expected<std::unique_ptr<NeuralNet>> load(const QString &path, Precision precision = Precision::Fast,
                                                     std::shared_ptr<TensorPool> pool = std::make_shared<TensorPool>());

    /// What the net makes of a picture with one channel, 0 (black) … 255, which is changed; null where it cannot. The
    /// result is good until the next call.
    const Tensor *run(Tensor &picture);
    /// What each channel of the result stands for; empty where the file does not say.
    const QStringList &letters() const { return m_letters; }

private:
    struct Step
    {
        std::unique_ptr<NetLayer> layer;
        std::vector<std::size_t> inputs;
        std::size_t output = 0;
    };

    explicit NeuralNet(std::shared_ptr<TensorPool> pool) : m_pool(std::move(pool)) {}
    bool readSteps(const Json &head, const NetWeights &weights, Precision precision);
    /// Joins steps that hand each other rows.
    void chainRows();
    /// The step after which nothing needs a tensor any more.
    std::vector<std::size_t> lastUses() const;

    float m_mean = 0, m_scale = 1;
    std::vector<Step> m_steps;
    QStringList m_letters;
    std::shared_ptr<TensorPool> m_pool;
    Tensor m_result;
};

} // namespace xs::readers
