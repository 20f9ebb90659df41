// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "readers/neuralnet.h"

#include <QFloat16>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>

using namespace xs;
using namespace xs::readers;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileOf(const QByteArray &head, const std::vector<float> &weights)
{
    QByteArray bytes("XSNET001");
    const auto length = qToLittleEndian(quint32(head.size()));
    bytes += QByteArray(reinterpret_cast<const char *>(&length), sizeof(length)) + head;
    for (const auto weight : weights) {
        const qfloat16 half(weight);
        bytes += QByteArray(reinterpret_cast<const char *>(&half), sizeof(half));
    }
    return bytes;
}

QByteArray headOf(const QByteArray &steps)
{
    return R"({"mean":0,"scale":1,"steps":[)" + steps + "]}";
}

Tensor picture(int height, int width, const std::vector<float> &values)
{
    Tensor tensor;
    tensor.resize(height, width, 1);
    std::ranges::copy(values, tensor.data());
    return tensor;
}

const QByteArray hardswish = R"({"kind":"hardswish","inputs":[0],"output":1,"scale":2,"shift":1})";
/// One channel into two: as it is, and three times plus one.
const QByteArray doubled = R"({"kind":"convolution","inputs":[0],"output":1,"size":[1,1],"stride":[1,1],)"
                           R"("padding":[0,0],"groups":1,"channels":[1,2],"relu":false,"kernel":0,"bias":2})";

} // namespace

class TestNeuralNet : public QObject
{
    Q_OBJECT

private slots:
    void layers_data();
    void layers();
    void columnsAttendToEachOther();
    void greyIsScaledFirst();
    void runsOfOtherSizesFollow();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
    void netsOfTheProgramLoad();

private:
    Expected<std::unique_ptr<NeuralNet>> load(const QByteArray &file)
    {
        const auto path = m_folder.filePath(u"a.net"_s);
        return writeFile(path, file)
                   ? NeuralNet::load(path)
                   : Expected<std::unique_ptr<NeuralNet>>(Unexpected(ErrorCode::FileNotWritten, {}, path));
    }

    QTemporaryDir m_folder;
};

void TestNeuralNet::layers_data()
{
    using Values = std::vector<float>;
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<Values>("weights");
    QTest::addColumn<int>("height");
    QTest::addColumn<Values>("input");
    QTest::addColumn<Values>("expected");
    QTest::newRow("hardswish, scaled and shifted")
        << hardswish << Values{} << 1 << Values{-4, 0, 1, 5} << Values{1, 1, 2 * 4 / 6.0F + 1, 11};
    QTest::newRow("sigmoid") << QByteArray(R"({"kind":"sigmoid","inputs":[0],"output":1})") << Values{} << 1
                             << Values{0, 2} << Values{0.5, 0.8807971F};
    QTest::newRow("swish") << QByteArray(R"({"kind":"swish","inputs":[0],"output":1})") << Values{} << 1 << Values{0, 2}
                           << Values{0, 1.7615942F};
    QTest::newRow("convolution into two channels")
        << doubled << Values{1, 3, 0, 1} << 1 << Values{2, -1} << Values{2, 7, -1, -2};
    QTest::newRow("convolution over padded borders, with ReLU")
        << QByteArray(R"({"kind":"convolution","inputs":[0],"output":1,"size":[1,3],"stride":[1,1],"padding":[0,1],)"
                      R"("groups":1,"channels":[1,1],"relu":true,"kernel":0,"bias":3})")
        << Values{1, 2, 4, -9} << 1 << Values{1, 2, 3} << Values{1, 8, 0};
    QTest::newRow("transposed convolution")
        << QByteArray(R"({"kind":"transposed","inputs":[0],"output":1,"size":[2,2],"stride":[2,2],"padding":[0,0],)"
                      R"("groups":1,"channels":[1,1],"relu":false,"kernel":0,"bias":4})")
        << Values{1, 2, 3, 4, 0.5} << 1 << Values{10, 1} << Values{10.5, 20.5, 1.5, 2.5, 30.5, 40.5, 3.5, 4.5};
    QTest::newRow("mean of blocks") << QByteArray(R"({"kind":"average","inputs":[0],"output":1,"size":[2,2]})")
                                    << Values{} << 2 << Values{1, 2, 9, 3, 4, 9} << Values{2.5};
    QTest::newRow("gate that adds")
        << QByteArray(
               R"({"kind":"gate","inputs":[0],"output":1,"inner":1,"slope":0.5,"adds":true,"kernel1":0,"bias1":1,)"
               R"("kernel2":2,"bias2":3})")
        << Values{2, 1, 0.125, 0} << 1 << Values{1, 2} << Values{1.75, 3.5};
    QTest::newRow("norm of the channels of each column")
        << QByteArray(doubled + R"(,{"kind":"norm","inputs":[1],"output":2,"epsilon":0,"gain":4,"shift":6})")
        << Values{1, 3, 0, 1, 1, 10, 0.5, 0} << 1 << Values{2, 4} << Values{-0.5, 10, -0.5, 10};
    // A smaller tensor is repeated: the mean of two columns stands beside and on top of both.
    const QByteArray mean = R"({"kind":"average","inputs":[0],"output":1,"size":[2,2]},)";
    QTest::newRow("sum with an enlarged tensor")
        << QByteArray(mean + R"({"kind":"add","inputs":[0,1],"output":2,"enlarged":2})") << Values{} << 2
        << Values{1, 2, 3, 6} << Values{4, 5, 6, 9};
    QTest::newRow("channels of an enlarged tensor")
        << QByteArray(mean + R"({"kind":"concat","inputs":[1,0],"output":2,"enlarged":[2,1]})") << Values{} << 2
        << Values{1, 2, 3, 6} << Values{3, 1, 3, 2, 3, 3, 3, 6};
}

void TestNeuralNet::layers()
{
    QFETCH(QByteArray, steps);
    QFETCH(std::vector<float>, weights);
    QFETCH(int, height);
    QFETCH(std::vector<float>, input);
    QFETCH(std::vector<float>, expected);
    const auto net = load(fileOf(headOf(steps), weights));
    QVERIFY(net);
    auto tensor = picture(height, int(input.size()) / height, input);
    const auto *result = (*net)->run(tensor);
    QVERIFY(result);
    QCOMPARE(result->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(result->data()[i] - expected[i]) < 2e-3,
                 qPrintable(u"%1: %2 for %3"_s.arg(i).arg(double(result->data()[i])).arg(double(expected[i]))));
}

/// Two columns with queries 1 and 0, keys 0 and ln 3, values 8 and 4: the first looks at them 1 : 3, the second evenly.
void TestNeuralNet::columnsAttendToEachOther()
{
    const QByteArray steps = R"({"kind":"convolution","inputs":[0],"output":1,"size":[1,1],"stride":[1,1],)"
                             R"("padding":[0,0],"groups":1,"channels":[1,3],"relu":false,"kernel":0,"bias":3},)"
                             R"({"kind":"attention","inputs":[1],"output":2,"heads":1})";
    const auto net = load(fileOf(headOf(steps), {-1, std::log(3.0F), -4, 1, 0, 8}));
    QVERIFY(net);
    auto tensor = picture(1, 2, {0, 1});
    const auto *result = (*net)->run(tensor);
    QVERIFY(result);
    QCOMPARE(result->size(), std::size_t(2));
    QVERIFY(std::abs(result->data()[0] - 5) < 0.01F);
    QVERIFY(std::abs(result->data()[1] - 6) < 0.01F);
}

void TestNeuralNet::greyIsScaledFirst()
{
    const auto net =
        load(fileOf(R"({"mean":100,"scale":0.01,"letters":["","é"],"steps":[)" + doubled + "]}", {1, 1, 0, 0}));
    QVERIFY(net);
    QCOMPARE((*net)->letters(), QStringList({u""_s, u"é"_s}));
    auto tensor = picture(1, 1, {200});
    const auto *result = (*net)->run(tensor);
    QVERIFY(result);
    QCOMPARE(result->data()[0], 1.0F);
}

void TestNeuralNet::runsOfOtherSizesFollow()
{
    const auto net = load(fileOf(headOf(hardswish + R"(,{"kind":"swish","inputs":[1],"output":2})"), {}));
    QVERIFY(net);
    for (const int width : {3, 500, 1, 64}) {
        auto tensor = picture(1, width, std::vector<float>(std::size_t(width), 3.0F));
        const auto *result = (*net)->run(tensor);
        QVERIFY(result);
        QCOMPARE(result->width(), width);
        for (int i = 0; i < width; ++i)
            QVERIFY(std::abs(result->data()[i] - 6.9936F) < 1e-3F);
    }
}

void TestNeuralNet::brokenFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another form") << QByteArray("XSNET002....");
    QTest::newRow("shorter than it says") << fileOf(headOf(hardswish), {}).chopped(3);
    QTest::newRow("no JSON") << fileOf("{", {});
    QTest::newRow("no steps") << fileOf("{}", {});
    QTest::newRow("an unknown kind") << fileOf(headOf(R"({"kind":"magic","inputs":[0],"output":1})"), {});
    QTest::newRow("an input that nothing makes") << fileOf(headOf(R"({"kind":"swish","inputs":[1],"output":1})"), {});
    QTest::newRow("an output out of turn") << fileOf(headOf(R"({"kind":"swish","inputs":[0],"output":2})"), {});
    QTest::newRow("a member of another type")
        << fileOf(headOf(R"({"kind":"hardswish","inputs":[0],"output":1,"scale":"2","shift":1})"), {});
}

void TestNeuralNet::brokenFilesAreRefused()
{
    QFETCH(QByteArray, file);
    const auto net = load(file);
    QVERIFY(!net);
    QCOMPARE(net.error().code, ErrorCode::DocumentBroken);
    QVERIFY(!NeuralNet::load(m_folder.filePath(u"missing.net"_s)));
    // Too few weights are noticed when they are needed.
    const auto short1 = load(fileOf(headOf(doubled), {1, 3, 0}));
    if (short1) {
        auto tensor = picture(1, 1, {1});
        QVERIFY(!(*short1)->run(tensor));
    }
}

void TestNeuralNet::netsOfTheProgramLoad()
{
    const QString folder = QStringLiteral(XS_SOURCE_DIR "/resources") + u"/ocr/"_s;
    const auto letters = NeuralNet::load(folder + u"letters.net"_s);
    QVERIFY(letters);
    auto strip = picture(48, 64, std::vector<float>(std::size_t(48 * 64), 255));
    const auto *scores = (*letters)->run(strip);
    QVERIFY(scores);
    QCOMPARE(scores->channels(), (*letters)->letters().size());
    QCOMPARE(scores->width(), 8);
    const auto lines = NeuralNet::load(folder + u"textlines.net"_s);
    QVERIFY(lines);
    auto paper = picture(64, 96, std::vector<float>(std::size_t(64 * 96), 255));
    const auto *map = (*lines)->run(paper);
    QVERIFY(map);
    QCOMPARE(map->height(), 64);
    QCOMPARE(map->width(), 96);
    for (std::size_t i = 0; i < map->size(); ++i)
        QVERIFY(map->data()[i] < 0.3F);
}

QTEST_GUILESS_MAIN(TestNeuralNet)
#include "tst_neuralnet.moc"
