// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/keystore.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace xs;
using namespace xs::client;

namespace {

/// A bus of its own without any services that could be started on demand.
const QByteArray emptyBus =
    "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
    "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
    "<policy context=\"default\"><allow send_destination=\"*\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy>"
    "</busconfig>";

} // namespace

/// Runs inside a session bus; which of the two parts is said by the environment.
class InsideBus : public QObject
{
    Q_OBJECT

public:
    ErrorCode write(const QString &name, const QString &key)
    {
        Answer<void> answer;
        m_store.write(name, key, &answer, answer.receive());
        return answer.code();
    }
    ErrorCode remove(const QString &name)
    {
        Answer<void> answer;
        m_store.remove(name, &answer, answer.receive());
        return answer.code();
    }
    ErrorCode read(const QString &name, QString *key)
    {
        Answer<QString> answer;
        m_store.read(name, &answer, answer.receive());
        const auto code = answer.code();
        if (code == ErrorCode::None)
            *key = answer.got->value();
        return code;
    }

private:
    template <typename T>
    struct Answer : QObject
    {
        std::optional<Expected<T>> got;
        std::function<void(Expected<T>)> receive()
        {
            return [this](Expected<T> answer) { got = std::move(answer); };
        }
        ErrorCode code()
        {
            if (!QTest::qWaitFor([this] { return got.has_value(); }, 60'000))
                qFatal("the keyring does not answer");
            return got->has_value() ? ErrorCode::None : got->error().code;
        }
    };

    SystemKeyStore m_store;

private slots:
    void keepsKeys();
    void hasNoKeyring();
    void isNotUnlocked();
};

void InsideBus::keepsKeys()
{
    QString key;
    QCOMPARE(read(u"LlamaCloud Europe"_s, &key), ErrorCode::KeyMissing);
    QCOMPARE(write(u"LlamaCloud Europe"_s, u"llx-1"_s), ErrorCode::None);
    QCOMPARE(write(u"Büro"_s, u"llx-2"_s), ErrorCode::None);
    QCOMPARE(read(u"LlamaCloud Europe"_s, &key), ErrorCode::None);
    QCOMPARE(key, u"llx-1"_s);
    QCOMPARE(write(u"LlamaCloud Europe"_s, u"llx-3"_s), ErrorCode::None);
    QCOMPARE(read(u"LlamaCloud Europe"_s, &key), ErrorCode::None);
    QCOMPARE(key, u"llx-3"_s);
    QCOMPARE(remove(u"LlamaCloud Europe"_s), ErrorCode::None);
    QCOMPARE(remove(u"LlamaCloud Europe"_s), ErrorCode::None);
    QCOMPARE(read(u"LlamaCloud Europe"_s, &key), ErrorCode::KeyMissing);
    QCOMPARE(read(u"Büro"_s, &key), ErrorCode::None);
    QCOMPARE(key, u"llx-2"_s);
}

void InsideBus::hasNoKeyring()
{
    QString key;
    QCOMPARE(read(u"LlamaCloud Europe"_s, &key), ErrorCode::KeyringUnavailable);
    QCOMPARE(write(u"LlamaCloud Europe"_s, u"llx-1"_s), ErrorCode::KeyringUnavailable);
}

void InsideBus::isNotUnlocked()
{
    QCOMPARE(write(u"LlamaCloud Europe"_s, u"llx-1"_s), ErrorCode::KeyringRefused);
}

/// Starts this program again inside a bus with, and one without, a Secret Service.
class TestKeyStore : public QObject
{
    Q_OBJECT

private slots:
    void againstARealKeyring();
    void withoutAKeyring();
    void withoutAPassword();

private:
    void run(const QStringList &bus, const QString &prologue, const QString &part);
};

void TestKeyStore::run(const QStringList &bus, const QString &prologue, const QString &part)
{
    QTemporaryDir home;
    QVERIFY(home.isValid());
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.insert(u"XS_KEYSTORE_PART"_s, part);
    environment.remove(u"XDG_CURRENT_DESKTOP"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    // Without a screen the keyring cannot ask, and does not wait for an answer.
    for (const auto &screen : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        environment.remove(screen);
    QProcess inside;
    inside.setProcessEnvironment(environment);
    inside.setProcessChannelMode(QProcess::MergedChannels);
    const auto self = QCoreApplication::applicationFilePath();
    inside.start(u"dbus-run-session"_s,
                 bus + QStringList{u"--"_s, u"sh"_s, u"-c"_s, u"%1exec \"$0\""_s.arg(prologue), self});
    QVERIFY2(inside.waitForStarted(), "dbus-run-session is not installed (package dbus)");
    QVERIFY(inside.waitForFinished(120'000));
    const auto output = inside.readAll();
    QVERIFY2(inside.exitStatus() == QProcess::NormalExit && inside.exitCode() == 0, output.constData());
    QVERIFY2(output.contains("PASS   : InsideBus::" + part.toLatin1()), output.constData());
}

void TestKeyStore::againstARealKeyring()
{
    run({}, u"printf 'pw\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "_s, u"keepsKeys"_s);
}

void TestKeyStore::withoutAKeyring()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"bus.conf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(emptyBus) > 0);
    file.close();
    run({u"--config-file=%1"_s.arg(file.fileName())}, {}, u"hasNoKeyring"_s);
}

/// A keyring that is to be made, whose question for a password nobody answers.
void TestKeyStore::withoutAPassword()
{
    run({}, u"gnome-keyring-daemon --start --components=secrets >/dev/null; "_s, u"isNotUnlocked"_s);
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const auto part = qEnvironmentVariable("XS_KEYSTORE_PART");
    if (part.isEmpty()) {
        TestKeyStore test;
        return QTest::qExec(&test, argc, argv);
    }
    InsideBus test;
    return QTest::qExec(&test, {QString::fromLocal8Bit(argv[0]), part});
}
#include "tst_keystore.moc"
