// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "readers/netlayer.h"

#include <xnnpack.h>

#include <memory>

namespace xs::readers {

/// An operator of XNNPACK, deleted with this. It runs in the calling thread.
class XnnOperator
{
public:
    /// `create` is one of xnn_create_…, which it calls with a place for the result.
    template <typename Create>
    void take(Create create)
    {
        xnn_operator_t made = nullptr;
        m_operator.reset(create(&made) == xnn_status_success ? made : nullptr);
    }
    explicit operator bool() const { return m_operator != nullptr; }
    xnn_operator_t get() const { return m_operator.get(); }
    /// After one of xnn_setup_….
    bool run() { return xnn_run_operator(m_operator.get(), nullptr) == xnn_status_success; }

private:
    struct Delete
    {
        void operator()(xnn_operator_t made) const { xnn_delete_operator(made); }
    };
    std::unique_ptr<xnn_operator, Delete> m_operator;
};

} // namespace xs::readers
