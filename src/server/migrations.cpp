// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/migrations.h"

using namespace Qt::StringLiterals;

namespace xs::server {

// Moments are microseconds since 1970 in UTC. Rows are numbered in the order in which they were made, which is
// the order of lists; AUTOINCREMENT never gives a number twice, so a page token stays true after deletions.
const std::vector<store::Migration> &migrations()
{
    static const std::vector<store::Migration> steps{
        {
            u"CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
            uR"(CREATE TABLE files (
                row INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                type TEXT NOT NULL,
                purpose TEXT NOT NULL,
                external_id TEXT,
                size INTEGER NOT NULL,
                created_at INTEGER NOT NULL))"_s,
            u"CREATE INDEX files_by_name ON files (name, row)"_s,
            // kind: extract or parse. request: what was asked for, webhooks included. result: what the worker
            // gave. pending_at …: when the job came into that state.
            uR"(CREATE TABLE jobs (
                row INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                input TEXT NOT NULL,
                configuration_id TEXT,
                request TEXT NOT NULL,
                status TEXT NOT NULL,
                error_message TEXT,
                created_at INTEGER NOT NULL,
                updated_at INTEGER NOT NULL,
                running_at INTEGER,
                ended_at INTEGER))"_s,
            u"CREATE INDEX jobs_open ON jobs (row) WHERE status IN ('PENDING', 'RUNNING')"_s,
            u"CREATE INDEX jobs_by_status ON jobs (kind, status, row)"_s,
            u"CREATE INDEX jobs_by_input ON jobs (input, row)"_s,
            u"CREATE INDEX jobs_by_configuration ON jobs (configuration_id, row) WHERE configuration_id IS NOT NULL"_s,
            u"CREATE INDEX jobs_by_time ON jobs (kind, created_at)"_s,
            uR"(CREATE TABLE results (
                job INTEGER PRIMARY KEY REFERENCES jobs (row) ON DELETE CASCADE,
                result TEXT NOT NULL))"_s,
            uR"(CREATE TABLE configurations (
                row INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                product_type TEXT NOT NULL,
                parameters TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                updated_at INTEGER NOT NULL,
                UNIQUE (name, product_type)))"_s,
            // Events of jobs that were not yet taken by their receivers.
            uR"(CREATE TABLE deliveries (
                row INTEGER PRIMARY KEY AUTOINCREMENT,
                event_id TEXT NOT NULL,
                event_type TEXT NOT NULL,
                webhook TEXT NOT NULL,
                event TEXT NOT NULL,
                attempts INTEGER NOT NULL,
                due_at INTEGER NOT NULL))"_s,
            // An Idempotency-Key and what was made for it.
            uR"(CREATE TABLE creations (
                key TEXT PRIMARY KEY,
                id TEXT NOT NULL,
                created_at INTEGER NOT NULL) WITHOUT ROWID)"_s,
        },
        {
            // A result in parts, each a JSON text: what reads one need not read all.
            uR"(CREATE TABLE result_parts (
                job INTEGER NOT NULL REFERENCES jobs (row) ON DELETE CASCADE,
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (job, name)))"_s,
            uR"(INSERT INTO result_parts SELECT results.job, part.key, results.result -> part.key
                FROM results, json_each(results.result) AS part
                WHERE json_type(results.result) = 'object')"_s,
            u"DROP TABLE results"_s,
        },
        {
            // Saved webhook endpoints. entry: the API's webhook entry, its signing secret included.
            uR"(CREATE TABLE webhooks (
                row INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                entry TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                updated_at INTEGER NOT NULL))"_s,
        },
    };
    return steps;
}

} // namespace xs::server
