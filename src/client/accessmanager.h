// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/formsender.h"

#include <QNetworkAccessManager>

namespace xs::client {

/// Qt's access manager, but that forms with a file go through a FormSender (docs/decisions/0035-uploads.md), which is
/// made for the first of them. Proxies are the same for both. Its thread only.
class AccessManager : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;
    ~AccessManager() override;

    /// Sends a form (POST); the reply is this manager's child. Errors: those of makeFormSender().
    virtual Expected<QNetworkReply *> postForm(const QNetworkRequest &request, const FileForm &form);

private:
    std::unique_ptr<FormSender> m_sender;
};

} // namespace xs::client
