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

const QByteArray swish = R"({"kind":"swish","inputs":[0],"output":1})";
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
    void rowsFollowEachOther_data();
    void rowsFollowEachOther();
    void outputsLookAtTheOnlyChannel_data();
    void outputsLookAtTheOnlyChannel();
    void bytesAreNearlyAsExact_data();
    void bytesAreNearlyAsExact();
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
    QTest::newRow("convolution with hardswish, scaled and shifted")
        << QByteArray(R"({"kind":"convolution","inputs":[0],"output":1,"size":[1,1],"stride":[1,1],"padding":[0,0],)"
                      R"("groups":1,"channels":[1,1],"relu":false,"hardswish":[2,1],"kernel":0,"bias":1})")
        << Values{1, 0} << 1 << Values{-4, 0, 1, 5} << Values{1, 1, 2 * 4 / 6.0F + 1, 11};
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
    QTest::newRow("channels become blocks")
        << QByteArray(R"({"kind":"convolution","inputs":[0],"output":1,"size":[1,1],"stride":[1,1],"padding":[0,0],)"
                      R"("groups":1,"channels":[1,4],"relu":false,"kernel":0,"bias":4},)"
                      R"({"kind":"blocks","inputs":[1],"output":2,"side":2})")
        << Values{1, 2, 3, 4, 0.5, 0.5, 0.5, 0.5} << 1 << Values{10, 1}
        << Values{10.5, 20.5, 1.5, 2.5, 30.5, 40.5, 3.5, 4.5};
    QTest::newRow("mean of blocks") << QByteArray(R"({"kind":"average","inputs":[0],"output":1,"size":[2,2]})")
                                    << Values{} << 2 << Values{1, 2, 9, 3, 4, 9} << Values{2.5};
    QTest::newRow("gate that adds")
        << QByteArray(
               R"({"kind":"gate","inputs":[0],"output":1,"inner":1,"channels":1,"slope":0.5,"adds":true,"kernel1":0,"bias1":1,)"
               R"("kernel2":2,"bias2":3})")
        << Values{2, 1, 0.125, 0} << 1 << Values{1, 2} << Values{1.75, 3.5};
    QTest::newRow("norm of the channels of each column")
        << QByteArray(doubled +
                      R"(,{"kind":"norm","inputs":[1],"output":2,"epsilon":0,"channels":2,"gain":4,"shift":6})")
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

void TestNeuralNet::rowsFollowEachOther_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("down");
    QTest::addColumn<int>("across");
    for (const int size : {3, 5})
        for (const int down : {1, 2})
            for (const int across : {1, 2})
                QTest::addRow("%d, stride %d %d", size, down, across) << size << down << across;
}

/// A kernel for each channel and one behind it, as sums over what they look at. Their numbers are whole, so that
/// nothing is rounded.
void TestNeuralNet::rowsFollowEachOther()
{
    QFETCH(int, size);
    QFETCH(int, down);
    QFETCH(int, across);
    constexpr int channels = 32;
    const auto margin = size / 2, taps = size * size;
    std::vector<float> weights;
    for (int i = 0; i < channels; ++i)
        weights.push_back(float(i % 5 - 2));
    const auto kernel = [=](int channel, int tap) { return float((channel * 7 + tap * 3) % 5 - 2); };
    for (int channel = 0; channel < channels; ++channel)
        for (int tap = 0; tap < taps; ++tap)
            weights.push_back(kernel(channel, tap));
    for (int channel = 0; channel < channels; ++channel)
        weights.push_back(float(channel));
    weights.insert(weights.end(), channels, 0.0F);
    const auto step = [](const char *format, auto... values) {
        return QByteArray(QString::asprintf(format, values...).toLatin1());
    };
    const auto wide =
        step(R"({"kind":"convolution","inputs":[0],"output":1,"size":[1,1],"stride":[1,1],"padding":[0,0],)"
             R"("groups":1,"channels":[1,%d],"relu":false,"kernel":0,"bias":%d},)",
             channels, channels + channels * taps + channels);
    const auto single = [&](int number, int stride1, int stride2) {
        return step(R"({"kind":"convolution","inputs":[%d],"output":%d,"size":[%d,%d],"stride":[%d,%d],)"
                    R"("padding":[%d,%d],"groups":%d,"channels":[%d,%d],"relu":true,"kernel":%d,"bias":%d})",
                    number, number + 1, size, size, stride1, stride2, margin, margin, channels, channels, channels,
                    channels, channels + channels * taps);
    };
    const auto net = load(fileOf(headOf(wide + single(1, down, across) + "," + single(2, 1, 1)), weights));
    QVERIFY(net);
    constexpr int height = 7, width = 9;
    std::vector<float> input;
    for (int i = 0; i < height * width; ++i)
        input.push_back(float(i % 4));
    auto tensor = picture(height, width, input);
    const auto *result = (*net)->run(tensor);
    QVERIFY(result);
    const auto high = (height - 1) / down + 1, broad = (width - 1) / across + 1;
    QCOMPARE(result->shape(), (TensorShape{high, broad, channels}));
    const auto slide = [&](auto from, int rows, int columns, int channel, int row, int column) {
        float sum = float(channel);
        for (int tap = 0; tap < taps; ++tap)
            if (const auto y = row + tap / size - margin, x = column + tap % size - margin;
                y >= 0 && y < rows && x >= 0 && x < columns)
                sum += kernel(channel, tap) * from(y, x);
        return std::max(0.0F, sum);
    };
    for (int channel = 0; channel < channels; ++channel) {
        const auto grey = [&](int y, int x) {
            return weights[std::size_t(channel)] * input[std::size_t(y * width + x)];
        };
        const auto first = [&](int y, int x) { return slide(grey, height, width, channel, y * down, x * across); };
        for (int y = 0; y < high; ++y)
            for (int x = 0; x < broad; ++x)
                QCOMPARE(result->row(y)[x * channels + channel], slide(first, high, broad, channel, y, x));
    }
}

void TestNeuralNet::outputsLookAtTheOnlyChannel_data()
{
    QTest::addColumn<int>("down");
    QTest::addColumn<int>("across");
    for (const int down : {1, 2})
        for (const int across : {1, 2})
            QTest::addRow("stride %d %d", down, across) << down << across;
}

/// What nets begin with, and a product of single pixels behind it, in whole numbers.
void TestNeuralNet::outputsLookAtTheOnlyChannel()
{
    QFETCH(int, down);
    QFETCH(int, across);
    constexpr int channels = 32, taps = 9, height = 6, width = 9;
    std::vector<float> weights;
    for (int i = 0; i < channels * taps + channels; ++i)
        weights.push_back(float(i * 5 % 7 - 3));
    const auto sums = std::vector<float>(channels, 1.0F);
    weights.insert(weights.end(), sums.begin(), sums.end());
    weights.push_back(2);
    const auto steps = QString::asprintf(
        R"({"kind":"convolution","inputs":[0],"output":1,"size":[3,3],"stride":[%d,%d],"padding":[1,1],"groups":1,)"
        R"("channels":[1,%d],"relu":false,"kernel":0,"bias":%d},)"
        R"({"kind":"convolution","inputs":[1],"output":2,"size":[1,1],"stride":[1,1],"padding":[0,0],"groups":1,)"
        R"("channels":[%d,1],"relu":true,"kernel":%d,"bias":%d})",
        down, across, channels, channels * taps, channels, channels * taps + channels, channels * taps + 2 * channels);
    const auto net = load(fileOf(headOf(steps.toLatin1()), weights));
    QVERIFY(net);
    std::vector<float> input;
    for (int i = 0; i < height * width; ++i)
        input.push_back(float(i % 5));
    auto tensor = picture(height, width, input);
    const auto *result = (*net)->run(tensor);
    QVERIFY(result);
    const auto high = (height - 1) / down + 1, broad = (width - 1) / across + 1;
    QCOMPARE(result->shape(), (TensorShape{high, broad, 1}));
    for (int row = 0; row < high; ++row)
        for (int column = 0; column < broad; ++column) {
            float sum = 2;
            for (int channel = 0; channel < channels; ++channel) {
                sum += weights[std::size_t(channels * taps + channel)];
                for (int tap = 0; tap < taps; ++tap)
                    if (const auto y = row * down + tap / 3 - 1, x = column * across + tap % 3 - 1;
                        y >= 0 && y < height && x >= 0 && x < width)
                        sum += weights[std::size_t(channel * taps + tap)] * input[std::size_t(y * width + x)];
            }
            QCOMPARE(result->row(row)[column], std::max(0.0F, sum));
        }
}

void TestNeuralNet::bytesAreNearlyAsExact_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::newRow("one byte") << QByteArray("bytes");
    QTest::newRow("two bytes") << QByteArray("twoBytes");
}

/// The same net in both ways: the mean difference is a small part of the values.
void TestNeuralNet::bytesAreNearlyAsExact()
{
    QFETCH(QByteArray, mark);
    const QByteArray steps =
        R"({"kind":"convolution","inputs":[0],"output":1,"size":[3,3],"stride":[1,1],"padding":[1,1],"groups":1,)"
        R"("channels":[1,20],"relu":false,"hardswish":[2,-0.25],"kernel":0,"bias":7000},)"
        R"({"kind":"convolution","inputs":[1],"output":2,"size":[1,1],"stride":[1,1],"padding":[0,0],"groups":1,)"
        R"("channels":[20,80],"relu":false,"hardswish":[1,0.5],"kernel":100,"bias":7000,")" +
        mark +
        R"(":true},)"
        R"({"kind":"convolution","inputs":[2],"output":3,"size":[3,3],"stride":[1,1],"padding":[1,1],"groups":1,)"
        R"("channels":[80,5],"relu":true,"kernel":900,"bias":7000,"bytes":true})";
    std::vector<float> weights;
    for (int i = 0; i < 7100; ++i)
        weights.push_back(std::sin(float(i * i % 1013)) / 4);
    QVERIFY(writeFile(m_folder.filePath(u"b.net"_s), fileOf(headOf(steps), weights)));
    const auto fast = NeuralNet::load(m_folder.filePath(u"b.net"_s), Precision::Fast);
    const auto full = NeuralNet::load(m_folder.filePath(u"b.net"_s), Precision::Full);
    QVERIFY(fast && full);
    std::vector<float> input;
    for (int i = 0; i < 11 * 13; ++i)
        input.push_back(std::cos(float(i)));
    auto first = picture(11, 13, input), second = picture(11, 13, input);
    const auto *nearly = (*fast)->run(first), *exact = (*full)->run(second);
    QVERIFY(nearly && exact);
    QCOMPARE(nearly->shape(), exact->shape());
    double difference = 0, sum = 0;
    for (std::size_t i = 0; i < exact->size(); ++i) {
        difference += double(std::abs(nearly->data()[i] - exact->data()[i]));
        sum += double(std::abs(exact->data()[i]));
    }
    QVERIFY(sum > 1);
    QVERIFY2(difference < 0.02 * sum, qPrintable(QString::number(difference / sum)));
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
    const auto net = load(fileOf(headOf(doubled + R"(,{"kind":"swish","inputs":[1],"output":2})"), {1, 3, 0, 1}));
    QVERIFY(net);
    for (const int width : {3, 500, 1, 64}) {
        auto tensor = picture(1, width, std::vector<float>(std::size_t(width), 3.0F));
        const auto *result = (*net)->run(tensor);
        QVERIFY(result);
        QCOMPARE(result->width(), width);
        for (int i = 0; i < width; ++i) {
            QVERIFY(std::abs(result->data()[2 * i] - 2.8577F) < 1e-3F);
            QVERIFY(std::abs(result->data()[2 * i + 1] - 9.9995F) < 1e-3F);
        }
    }
}

void TestNeuralNet::brokenFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another form") << QByteArray("XSNET002....");
    QTest::newRow("shorter than it says") << fileOf(headOf(swish), {}).chopped(3);
    QTest::newRow("no JSON") << fileOf("{", {});
    QTest::newRow("no steps") << fileOf("{}", {});
    QTest::newRow("an unknown kind") << fileOf(headOf(R"({"kind":"magic","inputs":[0],"output":1})"), {});
    QTest::newRow("an input that nothing makes") << fileOf(headOf(R"({"kind":"swish","inputs":[1],"output":1})"), {});
    QTest::newRow("an output out of turn") << fileOf(headOf(R"({"kind":"swish","inputs":[0],"output":2})"), {});
    QTest::newRow("a member of another type")
        << fileOf(headOf(R"({"kind":"average","inputs":[0],"output":1,"size":2})"), {});
    QTest::newRow("too few weights") << fileOf(headOf(doubled), {1, 3, 0});
    QTest::newRow("a convolution without columns")
        << fileOf(headOf(QByteArray(doubled).replace(R"("size":[1,1])", R"("size":[1,0])")), {1, 3, 0, 1});
}

void TestNeuralNet::brokenFilesAreRefused()
{
    QFETCH(QByteArray, file);
    const auto net = load(file);
    QVERIFY(!net);
    QCOMPARE(net.error().code, ErrorCode::DocumentBroken);
    QVERIFY(!NeuralNet::load(m_folder.filePath(u"missing.net"_s)));
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
