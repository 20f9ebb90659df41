// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/netlayer.h"
#include "readers/rowplace.h"

namespace xs::readers {

/// A step that needs only some rows of its input for a row of its output, so that several of them can follow each other
/// while the rows are still in the processor's cache.
class RowLayer : public NetLayer
{
public:
    /// A tensor of this shape follows, row by row. The shape of the output; one without rows where it does not fit.
    /// What memory it needs until the end it takes from the pool.
    virtual TensorShape begin(const TensorShape &input, TensorPool &pool) = 0;
    /// Where the next row of the input may be put so that it need not be copied; nowhere where it makes no difference.
    virtual RowPlace wanted() { return {}; }
    /// The next row of the input: what wanted told, or a plain one; null for one beyond its end. It stays as it is
    /// until the rows of the output that need it are given.
    virtual void take(const float *row) = 0;
    /// Whether give writes plain rows only.
    virtual bool givesPlainRows() const { return false; }
    /// Fills the next row of the output; false where it needs more rows of the input. As often as it can after each
    /// take.
    virtual bool give(const RowPlace &to) = 0;
    /// Behind the last row.
    virtual void end(TensorPool &) {}

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override;
};

/// Such steps behind each other, each the only one that needs what the one before makes.
class RowChain final : public NetLayer
{
public:
    void append(std::unique_ptr<RowLayer> layer) { m_links.push_back({std::move(layer), {}, {}, 0}); }

    bool run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool) override;

private:
    struct Link
    {
        std::unique_ptr<RowLayer> layer;
        TensorShape shape;
        /// Its last row.
        Tensor row;
        int given = 0;
    };

    void pass(std::size_t link, const float *row, Tensor &output);
    RowPlace placeOfNext(std::size_t link, Tensor &output);

    std::vector<Link> m_links;
};

} // namespace xs::readers
