// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/bytematrix.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace xs::readers;

/// Products in bytes against the same in full numbers.
class TestByteMatrix : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void products_data();
    void products();
    void vectorsKeepTheirRange();
    void nothingIsWrittenBehindTheOutputs();
};

namespace {

float wave(int number)
{
    return std::sin(float(number * 37 % 1009)) * (1 + float(number % 3));
}

std::vector<float> waves(int count, int begin)
{
    std::vector<float> values;
    for (int i = 0; i < count; ++i)
        values.push_back(wave(begin + i));
    return values;
}

/// What the vectors look like in bytes.
struct Bytes
{
    Bytes(const std::vector<float> &vectors, int count, int length, int stride)
        : bytes(std::size_t((count + ByteMatrix::vectorsAtOnce) * stride)),
          scales(std::size_t(count + ByteMatrix::vectorsAtOnce)), leasts(scales.size())
    {
        toBytes(vectors.data(), std::size_t(count), length, bytes.data(), stride, scales.data(), leasts.data());
        view = {bytes.data(), stride, 0, scales.data(), leasts.data()};
    }

    std::vector<std::uint8_t> bytes;
    std::vector<float> scales, leasts;
    ByteVectors view;
};

} // namespace

void TestByteMatrix::initTestCase()
{
    if (!ByteMatrix::isSupported())
        QSKIP("This processor has no fast products of bytes; the program reckons in full numbers on it.");
}

void TestByteMatrix::products_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<bool>("twoBytes");
    for (const bool twoBytes : {false, true}) {
        const auto *bytes = twoBytes ? "two bytes" : "one byte";
        QTest::addRow("one number, %s", bytes) << 1 << 1 << 1 << twoBytes;
        QTest::addRow("lengths that fill no register, %s", bytes) << 7 << 18 << 42 << twoBytes;
        QTest::addRow("one panel, %s", bytes) << 12 << 64 << 64 << twoBytes;
        QTest::addRow("several panels, %s", bytes) << 50 << 240 << 130 << twoBytes;
        QTest::addRow("more vectors than are taken at once, %s", bytes) << 500 << 96 << 24 << twoBytes;
    }
}

void TestByteMatrix::products()
{
    QFETCH(int, count);
    QFETCH(int, length);
    QFETCH(int, outputs);
    QFETCH(bool, twoBytes);
    const auto weights = waves(outputs * length, 1), biases = waves(outputs, 5);
    auto vectors = waves(count * length, 9);
    // Weights of two bytes are seen where the numbers of the vectors are bytes as they are.
    if (twoBytes)
        for (int i = 0; i < count; ++i) {
            for (int j = 0; j < length; ++j)
                vectors[std::size_t(i * length + j)] = float((i * 7 + j * 31) % 256);
            vectors[std::size_t(i * length)] = 255;
        }
    const ByteMatrix matrix(weights, biases, 1, length, twoBytes ? WeightBytes::Two : WeightBytes::One);
    QCOMPARE(matrix.outputs(), outputs);
    const Bytes bytes(vectors, count, length, matrix.pieceBytes());
    std::vector<float> result(std::size_t(count * outputs));
    matrix.multiply(bytes.view, std::size_t(count), plainRow(result.data(), outputs), {Activation::Kind::Relu});
    double difference = 0, sum = 0;
    for (int i = 0; i < count; ++i)
        for (int k = 0; k < outputs; ++k) {
            double exact = double(biases[std::size_t(k)]);
            for (int j = 0; j < length; ++j)
                exact += double(vectors[std::size_t(i * length + j)]) * double(weights[std::size_t(k * length + j)]);
            difference += std::abs(double(result[std::size_t(i * outputs + k)]) - std::max(0.0, exact));
            sum += std::abs(exact);
        }
    QVERIFY2(difference <= (twoBytes ? 1e-4 : 0.012) * sum, qPrintable(QString::number(difference / sum)));
}

/// The least and the largest number of a vector are exact, 0 too when it is the least.
void TestByteMatrix::vectorsKeepTheirRange()
{
    const Bytes bytes({0, 51, 255, 102, -1, 0.25F, 1, 0.5F, 0, 0, 0, 0}, 3, 4, 4);
    QCOMPARE(bytes.scales[0], 1.0F);
    QCOMPARE(bytes.leasts[1], -1.0F);
    const std::vector<std::uint8_t> expected{0, 51, 255, 102, 0, 159, 255, 191, 0, 0, 0, 0};
    QVERIFY(std::ranges::equal(expected, std::span(bytes.bytes).first(expected.size())));
}

void TestByteMatrix::nothingIsWrittenBehindTheOutputs()
{
    constexpr int outputs = 67, count = 8;
    const ByteMatrix matrix(waves(outputs * 4, 1), waves(outputs, 2), 1, 4);
    const Bytes bytes(waves(count * 4, 3), count, 4, matrix.pieceBytes());
    std::vector<float> result(std::size_t(outputs * count + 20), 12345.0F);
    matrix.multiply(bytes.view, count, plainRow(result.data(), outputs), {});
    QCOMPARE(std::ranges::count(result, 12345.0F), 20);
    QVERIFY(std::all_of(result.end() - 20, result.end(), [](float value) { return value == 12345.0F; }));
}

QTEST_GUILESS_MAIN(TestByteMatrix)
#include "tst_bytematrix.moc"
