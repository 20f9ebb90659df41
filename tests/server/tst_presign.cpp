// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/presign.h"

#include "server/fixtures.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::server;

class TestPresign : public QObject
{
    Q_OBJECT

private:
    test::FixedClock m_clock;
    const Presigner m_presigner{m_clock, 8123};

    QByteArray targetOf(const Json &presigned) const
    {
        return QUrl(toQString(presigned["url"])).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    }

private slots:
    void aUrlGivesAwayItsFileOnly()
    {
        const auto url = m_presigner.urlOf(u"dfl-1"_s, 60);
        QVERIFY(toQString(url["url"]).startsWith("http://127.0.0.1:8123/content/dfl-1?"_L1));
        const auto request = test::makeRequest("GET", targetOf(url));
        QVERIFY(m_presigner.allows(request, u"dfl-1"_s));
        QVERIFY(!m_presigner.allows(request, u"dfl-2"_s));
        QVERIFY(!m_presigner.allows(test::makeRequest("GET", "/content/dfl-1"), u"dfl-1"_s));
    }

    void aUrlEnds()
    {
        const auto url = m_presigner.urlOf(u"dfl-1"_s, 60);
        const auto request = test::makeRequest("GET", targetOf(url));
        QCOMPARE(toQString(url["expires_at"]), u"2026-03-04T05:07:07.089000Z"_s);
        m_clock.advance(59'000);
        QVERIFY(m_presigner.allows(request, u"dfl-1"_s));
        m_clock.advance(2'000);
        QVERIFY(!m_presigner.allows(request, u"dfl-1"_s));
    }

    void theEndIsSigned()
    {
        auto target = targetOf(m_presigner.urlOf(u"dfl-1"_s, 60));
        target.replace("expires=1", "expires=2");
        QVERIFY(!m_presigner.allows(test::makeRequest("GET", target), u"dfl-1"_s));
    }

    void anotherStartSignsDifferently()
    {
        const Presigner other(m_clock, 8123);
        const auto target = targetOf(m_presigner.urlOf(u"dfl-1"_s, 60));
        QVERIFY(!other.allows(test::makeRequest("GET", target), u"dfl-1"_s));
    }
};

QTEST_GUILESS_MAIN(TestPresign)
#include "tst_presign.moc"
