// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/call.h"
#include "domain/extractjob.h"

#include <QObject>
#include <QTemporaryDir>

namespace xs::test {

/// What the client expects of any server: the same tests run against the fake server and against the real one,
/// so that the fake cannot drift away from the truth.
class ContractSuite : public QObject
{
    Q_OBJECT

protected:
    /// A network and a connection with a good key; called before each test.
    virtual client::Network network() = 0;
    virtual client::Connection connection() = 0;
    /// Lets a call run to its end.
    virtual void runToEnd(client::Call &call) = 0;
    /// Lets some time pass.
    virtual void pause() = 0;

private slots:
    void initTestCase();
    void listsProjects();
    void refusesAWrongKey();
    void uploadsAndExtracts();
    void listsJobs();
    void cancelsOnlyWhatRuns();
    void deletesAJob();
    void doesNotKnowOtherIds();
    void refusesAnUnknownFile();
    void checksSchemas();
    void keepsConfigurations();

private:
    QString upload();
    JobId create(const QString &fileInput);
    Json configuration() const;
    domain::ExtractJob untilOver(const JobId &id);

    QTemporaryDir m_folder;
    QString m_document;
};

} // namespace xs::test
