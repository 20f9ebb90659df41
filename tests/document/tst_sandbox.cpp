// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/sandbox.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace xs::document;

/// Each check runs in a child, because a sandbox cannot be left.
class TestSandbox : public QObject
{
    Q_OBJECT

private:
    /// The exit status of a child that runs the check, or minus the signal that ended it.
    template <typename Check>
    static int inChild(const SandboxLimits &limits, Check check)
    {
        const auto child = ::fork();
        if (child == 0)
            ::_exit(enterSandbox(limits).isEmpty() ? check() : 99);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private slots:
    void theNetworkIsOff()
    {
        for (const auto family : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK})
            QCOMPARE(inChild({}, [family] { return ::socket(family, SOCK_STREAM, 0) < 0 && errno == EPERM ? 0 : 1; }),
                     0);
    }

    /// What LibreOffice needs, and no more.
    void localSocketsCallNobody()
    {
        SandboxLimits limits;
        limits.localSockets = true;
        const auto check = [] {
            const auto own = ::socket(AF_UNIX, SOCK_STREAM, 0);
            if (own < 0)
                return 1;
            const sockaddr_un address{AF_UNIX, "/nowhere"};
            if (::connect(own, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 || errno != EPERM)
                return 2;
            for (const auto family : {AF_INET, AF_INET6, AF_NETLINK})
                if (::socket(family, SOCK_STREAM, 0) >= 0 || errno != EPERM)
                    return 3;
            return 0;
        };
        QCOMPARE(inChild(limits, check), 0);
    }

    void whatItStartsIsInsideToo()
    {
        QCOMPARE(inChild({},
                         [] {
                             const auto grandchild = ::fork();
                             if (grandchild == 0)
                                 ::_exit(::socket(AF_INET, SOCK_STREAM, 0) < 0 ? 0 : 1);
                             int status = 1;
                             ::waitpid(grandchild, &status, 0);
                             return status;
                         }),
                 0);
    }

    /// A worker is killed by its process group.
    void theGroupCannotBeLeft()
    {
        QCOMPARE(inChild({},
                         [] {
                             const auto grandchild = ::fork();
                             if (grandchild == 0)
                                 ::_exit(::setsid() < 0 && ::setpgid(0, 0) < 0 ? 0 : 1);
                             int status = 1;
                             ::waitpid(grandchild, &status, 0);
                             return status;
                         }),
                 0);
    }

    /// Libraries keep files in their caches that way, which other programs read.
    void sharedFilesStay()
    {
        QTemporaryDir folder;
        const auto written = folder.filePath(QStringLiteral("new")).toUtf8(),
                   shared = folder.filePath(QStringLiteral("shared")).toUtf8();
        QFile file(QString::fromUtf8(written));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto check = [&] {
            if (::rename(written.constData(), shared.constData()) == 0 || errno != EPERM)
                return 1;
            return ::link(written.constData(), shared.constData()) == 0 || errno != EPERM ? 2 : 0;
        };
        SandboxLimits office;
        office.localSockets = true;
        QCOMPARE(inChild({}, check), 0);
        QCOMPARE(inChild(office, check), 0);
    }

    void itGoesFirstWhenMemoryRunsOut()
    {
        QCOMPARE(inChild({},
                         [] {
                             QFile score(QStringLiteral("/proc/self/oom_score_adj"));
                             return score.open(QIODevice::ReadOnly) && score.readAll().trimmed() == "1000" ? 0 : 1;
                         }),
                 0);
    }

    void memoryHasALimit()
    {
        SandboxLimits limits;
        limits.memoryBytes = 1024LL * 1024 * 1024;
        const auto allocates = [](std::size_t size) {
            return [size] {
                auto *memory = static_cast<volatile char *>(std::malloc(size));
                if (!memory)
                    return 1;
                memory[size - 1] = 1;
                return 0;
            };
        };
        QCOMPARE(inChild(limits, allocates(100 * 1024 * 1024)), 0);
#if !defined(__SANITIZE_ADDRESS__)
        QCOMPARE(inChild(limits, allocates(2000UL * 1024 * 1024)), 1);
#endif
    }

    void computingTimeHasALimit()
    {
        SandboxLimits limits;
        limits.cpuSeconds = 1;
        const auto status = inChild(limits, [] {
            volatile bool on = true;
            while (on) {
            }
            return 0;
        });
        QCOMPARE(status, -SIGXCPU);
    }

    void filesHaveALimit()
    {
        SandboxLimits limits;
        limits.fileBytes = 1000;
        QCOMPARE(inChild(limits,
                         [] {
                             auto *file = std::tmpfile();
                             const QByteArray bytes(100'000, 'x');
                             std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
                             return std::fflush(file) == 0 ? 0 : 1;
                         }),
                 -SIGXFSZ);
    }

    void noCoreIsDumped()
    {
        QCOMPARE(inChild({},
                         [] {
                             rlimit limit{};
                             ::getrlimit(RLIMIT_CORE, &limit);
                             return limit.rlim_max == 0 ? 0 : 1;
                         }),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
