// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/rowlayer.h"

#include <utility>

namespace xs::readers {

bool RowLayer::run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool)
{
    const auto &input = *inputs.front();
    const auto shape = begin(input.shape(), pool);
    if (shape.height < 1 || shape.width < 1)
        return false;
    pool.fit(output, shape);
    int given = 0;
    for (int row = 0; given < shape.height; ++row) {
        take(row < input.height() ? input.row(row) : nullptr);
        while (given < shape.height && give(plainRow(output.row(given), shape.channels)))
            ++given;
    }
    end(pool);
    return true;
}

bool RowChain::run(std::span<const Tensor *const> inputs, Tensor &output, TensorPool &pool)
{
    const auto &input = *inputs.front();
    auto shape = input.shape();
    for (auto &link : m_links) {
        shape = link.shape = link.layer->begin(shape, pool);
        if (shape.height < 1 || shape.width < 1)
            return false;
        link.row = pool.take({1, shape.width, shape.channels});
        link.given = 0;
    }
    pool.fit(output, shape);
    for (int row = 0; row < input.height(); ++row)
        pass(0, input.row(row), output);
    for (std::size_t i = 0; i < m_links.size(); ++i)
        while (m_links[i].given < m_links[i].shape.height)
            pass(i, nullptr, output);
    for (auto &link : m_links) {
        link.layer->end(pool);
        pool.give(std::move(link.row));
    }
    return true;
}

RowPlace RowChain::placeOfNext(std::size_t link, Tensor &output)
{
    auto &own = m_links[link];
    if (link + 1 == m_links.size())
        return plainRow(output.row(own.given), own.shape.channels);
    const auto wanted = own.layer->givesPlainRows() ? RowPlace() : m_links[link + 1].layer->wanted();
    return wanted.first ? wanted : plainRow(own.row.data(), own.shape.channels);
}

void RowChain::pass(std::size_t link, const float *row, Tensor &output)
{
    auto &own = m_links[link];
    own.layer->take(row);
    while (own.given < own.shape.height) {
        const auto place = placeOfNext(link, output);
        if (!own.layer->give(place))
            return;
        ++own.given;
        if (link + 1 < m_links.size())
            pass(link + 1, place.first, output);
    }
}

} // namespace xs::readers
