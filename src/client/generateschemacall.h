// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"

namespace xs::client {

/// What a schema is to be made of; at least one of the first three is given.
struct SchemaWish
{
    /// `dfl-…` of a sample document.
    QString fileId = {};
    /// The wanted fields in one's own words.
    QString prompt = {};
    /// A schema to go on from; null for none.
    Json dataSchema = nullptr;
    /// The configuration's name, at most 255 characters; empty leaves it to the server.
    QString name = {};
};

/// Has the server propose a schema (POST extract/schema/generate). Nothing is saved there; it may take many seconds.
class GenerateSchemaCall final : public Call
{
    Q_OBJECT

public:
    GenerateSchemaCall(const Network &network, const Connection &connection, SchemaWish wish);

    QString name() const { return m_name; }
    const Json &schema() const { return m_parameters["data_schema"]; }
    /// The whole proposed configuration, `product_type` and `data_schema` included.
    const Json &parameters() const { return m_parameters; }

protected:
    Expected<Request> request() override;
    Expected<void> read(const Json &body) override;
    Repeatable repeatable() const override { return Repeatable::WhenNotArrived; }

private:
    SchemaWish m_wish;
    QString m_name;
    Json m_parameters = {{"data_schema", nullptr}};
};

} // namespace xs::client
