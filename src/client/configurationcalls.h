// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"

#include <QDateTime>

#include <vector>

namespace xs::client {

/// Product types of saved configurations that this program uses.
namespace product {
inline constexpr QStringView extract = u"extract_v2";
inline constexpr QStringView parse = u"parse_v2";
} // namespace product

/// A configuration that the server keeps.
struct SavedConfiguration
{
    /// `cfg-…`.
    QString id;
    QString name;
    QString productType;
    /// Invalid where the server does not say.
    QDateTime updatedAt;
    /// As they came, with `product_type` among them; unknown members included.
    Json parameters = Json::object();

    bool operator==(const SavedConfiguration &) const = default;
};

/// Error UnreadableAnswer when id, name or parameters are missing.
Expected<SavedConfiguration> savedConfigurationFromJson(const Json &json);

/// Keeps a configuration on the server (POST configurations). One of the same name and product is replaced, so
/// repeating it is harmless.
class SaveConfigurationCall final : public Call
{
    Q_OBJECT

public:
    /// The name has 1…255 characters; `parameters` is written with the product type.
    SaveConfigurationCall(const Network &network, const Connection &connection, QString name, QString productType,
                          Json parameters);
    const SavedConfiguration &saved() const { return m_saved; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    QString m_name;
    Json m_parameters;
    SavedConfiguration m_saved;
};

/// Lists what is kept of a product (GET configurations): one page, the newest of each name.
class ListConfigurationsCall final : public Call
{
    Q_OBJECT

public:
    ListConfigurationsCall(const Network &network, const Connection &connection, QString productType,
                           QString pageToken = {});
    const std::vector<SavedConfiguration> &items() const { return m_items; }
    /// Empty on the last page.
    const QString &nextPageToken() const { return m_nextPageToken; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    QString m_productType;
    QString m_pageToken;
    std::vector<SavedConfiguration> m_items;
    QString m_nextPageToken;
};

/// Reads one (GET configurations/{id}).
class GetConfigurationCall final : public Call
{
    Q_OBJECT

public:
    GetConfigurationCall(const Network &network, const Connection &connection, QString id);
    const SavedConfiguration &saved() const { return m_saved; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    QString m_id;
    SavedConfiguration m_saved;
};

/// Changes name or parameters of one (PUT configurations/{id}); an empty name and null parameters stay as they are.
class UpdateConfigurationCall final : public Call
{
    Q_OBJECT

public:
    UpdateConfigurationCall(const Network &network, const Connection &connection, QString id, QString name,
                            Json parameters);
    const SavedConfiguration &saved() const { return m_saved; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    QString m_id;
    QString m_name;
    Json m_parameters;
    SavedConfiguration m_saved;
};

/// Takes one away (DELETE configurations/{id}).
class DeleteConfigurationCall final : public Call
{
    Q_OBJECT

public:
    DeleteConfigurationCall(const Network &network, const Connection &connection, QString id);

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;

private:
    QString m_id;
};

} // namespace xs::client
