// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/forkserver.h"
#include "server/worker.h"
#include "server/workerprocess.h"

#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

constexpr auto forkServerOption = "--fork-server";

/// Documents of absurd measures, read by the real worker within the limits that it has in the service.
class TestHugeDocuments : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// The code of the error, or the number of pages that were read.
    QString outcome(const QString &path) const
    {
        WorkerSettings settings;
        settings.program = QCoreApplication::applicationFilePath();
        settings.arguments = {QLatin1String(forkServerOption)};
        settings.temporaryFolder = m_folder.path();
        WorkerSpawner spawner(settings);
        WorkerProcess worker(spawner);
        std::optional<Expected<Json>> result;
        connect(&worker, &WorkerProcess::finished, &worker, [&](const Expected<Json> &found) { result = found; });
        const Json schema = {{"type", "object"}, {"properties", {{"number", {{"type", "string"}}}}}};
        worker.run({{"task", "extract"}, {"path", toStd(path)}, {"configuration", {{"data_schema", schema}}}});
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 240'000))
            return u"nothing"_s;
        if (!*result)
            return errorCodeName(result->error().code);
        return QString::number(integerMember(member(**result, "usage"), "num_pages_extracted").value_or(-1));
    }

    QString picture(int width, int height) const
    {
        const auto path = m_folder.filePath(u"picture.png"_s);
        QImage image(width, height, QImage::Format_Mono);
        image.fill(1);
        return image.save(path) ? path : QString();
    }

    /// Pages with more words than pages have that are recognised as pictures, or with none.
    QString pages(int count, QSizeF points, int words) const
    {
        const auto path = m_folder.filePath(u"pages.pdf"_s);
        QPdfWriter writer(path);
        writer.setPageSize(QPageSize(points, QPageSize::Point));
        writer.setPageMargins({});
        QPainter painter(&writer);
        for (int page = 1; page <= count; ++page) {
            if (page > 1)
                writer.newPage();
            if (words > 0)
                painter.drawText(1000, 1000, u"Number: %1 "_s.arg(page) + u"word "_s.repeated(words));
        }
        return path;
    }

private slots:
    void pictures()
    {
        QCOMPARE(outcome(picture(30'000, 30'000)), u"DocumentTooLarge"_s);
        QCOMPARE(outcome(picture(30'000, 8'000)), u"DocumentHasNoText"_s);
        QCOMPARE(outcome(picture(30'000, 10)), u"DocumentHasNoText"_s);
        QCOMPARE(outcome(picture(10, 30'000)), u"DocumentHasNoText"_s);
        QCOMPARE(outcome(picture(1, 1)), u"DocumentHasNoText"_s);
    }

    void pageSizes()
    {
        QCOMPARE(outcome(pages(1, {14'400, 14'400}, 0)), u"DocumentHasNoText"_s);
        QCOMPARE(outcome(pages(1, {14'400, 3}, 0)), u"DocumentHasNoText"_s);
        QCOMPARE(outcome(pages(1, {3, 14'400}, 0)), u"DocumentHasNoText"_s);
        QCOMPARE(outcome(pages(1, {1'440, 14'400}, 0)), u"DocumentHasNoText"_s);
    }

    void threeThousandPages() { QCOMPARE(outcome(pages(3'000, {595, 842}, 15)), u"3000"_s); }

    void aThousandPages() { QCOMPARE(outcome(pages(1'000, {595, 842}, 15)), u"1000"_s); }
};

/// The test is its own fork server.
int main(int argc, char *argv[])
{
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String(forkServerOption)) {
        const QCoreApplication application(argc, argv);
        return runForkServer(argv[2],
                             [] { return runWorker({}, [](const Json &request) { return workOn(request); }); });
    }
    const QGuiApplication application(argc, argv);
    TestHugeDocuments test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hugedocuments.moc"
