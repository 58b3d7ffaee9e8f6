using System.Text;
using CsCheck;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Tests.Support;

namespace JointWatch.Contract.Tests.Sealing;

public class SealedTests
{
    private static readonly byte[] Key = SealedVector.Good[0].Key;

    public static TheoryData<string> Good => [.. SealedVector.Good.Select(v => v.Name)];

    public static TheoryData<string> Bad => [.. SealedVector.Bad.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Good))]
    public void A_vector_is_opened_and_sealed_again(string name)
    {
        SealedVector vector = SealedVector.Named(name);
        byte[] topic = Topics.Bytes(vector.Topic);
        Sealed seal = new(vector.Key);
        byte[] buffer = [0x00, .. vector.Bytes, 0x00];
        seal.Open(topic, buffer, 1, vector.Bytes.Length, out int offset, out int length);
        Assert.Equal(vector.Payload, buffer[offset..(offset + length)]);
        Assert.Equal(Convert.ToHexStringLower(vector.Bytes), Convert.ToHexStringLower(Write(seal, topic, vector.Payload!)));
        Assert.InRange(vector.Bytes.Length - length, 1, Sealed.MaxOverhead);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_vector_is_refused_by_the_part_that_is_wrong(string name)
    {
        SealedVector vector = SealedVector.Named(name);
        ContractException refusal = Assert.Throws<ContractException>(() => Open(new Sealed(vector.Key), vector.Topic, vector.Bytes));
        Assert.Equal(vector.BadPart, refusal.Field);
    }

    [Fact]
    public void Any_message_is_sealed_as_another_program_seals_it() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-/"].Array[0, 300], Gen.OneOf(Gen.Byte.Array[0, 40], Gen.Byte.Array[240, 300])).Sample(
            (key, name, payload) =>
            {
                string topic = new(name);
                Sealed seal = new(key);
                byte[] expected = ForeignSeal.Write(key, topic, payload);
                Assert.Equal(Convert.ToHexStringLower(expected), Convert.ToHexStringLower(Write(seal, Topics.Bytes(topic), payload)));
                Assert.Equal(payload, Open(seal, topic, expected));
            },
            iter: 1000);

    [Fact]
    public void A_sealed_message_of_which_any_bit_is_turned_or_any_byte_is_missing_is_refused()
    {
        SealedVector vector = SealedVector.Named("sealed-report");
        Sealed seal = new(vector.Key);
        for (int bit = 0; bit < vector.Bytes.Length * 8; bit++)
        {
            byte[] changed = [.. vector.Bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<ContractException>(() => Open(seal, vector.Topic, changed));
        }

        for (int length = 0; length < vector.Bytes.Length; length++)
        {
            Assert.Throws<ContractException>(() => Open(seal, vector.Topic, vector.Bytes[..length]));
        }
    }

    [Fact]
    public void Whatever_comes_in_is_opened_or_refused_and_nothing_without_its_key_is_opened()
    {
        Random random = new(20260103);
        byte[][] seeds = [.. SealedVector.Good.Concat(SealedVector.Bad).Select(v => v.Bytes)];
        HashSet<string> known = [.. seeds.Select(Convert.ToHexStringLower)];
        Sealed seal = new(Key);
        string topic = SealedVector.Good[0].Topic;
        for (int i = 0; i < 100_000; i++)
        {
            byte[] input = [.. seeds[random.Next(seeds.Length)]];
            for (int k = random.Next(4); k > 0 && input.Length > 0; k--)
            {
                input[random.Next(input.Length)] = (byte)random.Next(256);
            }

            input = random.Next(4) == 0 ? input[..random.Next(input.Length + 1)] : input;
            try
            {
                _ = Open(seal, topic, input);
                Assert.Contains(Convert.ToHexStringLower(input), known);
            }
            catch (ContractException)
            {
                // The other thing that may happen.
            }
        }
    }

    [Fact]
    public void Sealing_and_opening_allocate_nothing()
    {
        SealedVector vector = SealedVector.Named("sealed-report");
        Sealed seal = new(vector.Key);
        byte[] topic = Topics.Bytes(vector.Topic);
        byte[] into = new byte[vector.Bytes.Length];
        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            Round();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Round()
        {
            int length = seal.Write(topic, vector.Payload!, vector.Payload!.Length, into);
            seal.Open(topic, into, 0, length, out _, out _);
        }
    }

    [Fact]
    public void A_buffer_that_is_too_small_by_any_number_of_bytes_is_refused()
    {
        SealedVector vector = SealedVector.Named("sealed-command");
        Sealed seal = new(vector.Key);
        for (int size = 0; size < vector.Bytes.Length; size++)
        {
            ContractException refusal = Assert.Throws<ContractException>(
                () => seal.Write(Topics.Bytes(vector.Topic), vector.Payload!, vector.Payload!.Length, new byte[size]));
            Assert.Equal("buffer", refusal.Field);
        }
    }

    [Fact]
    public void A_message_of_64_KiB_is_refused_and_one_a_byte_shorter_is_sealed_with_the_most_overhead()
    {
        byte[] payload = new byte[Sealed.MaxPayloadBytes + 1];
        byte[] into = new byte[payload.Length + Sealed.MaxOverhead];
        Assert.Throws<ContractException>(() => new Sealed(Key).Write([], payload, payload.Length, into));
        int length = new Sealed(Key).Write([], payload, Sealed.MaxPayloadBytes, into);
        Assert.Equal(Sealed.MaxPayloadBytes + Sealed.MaxOverhead, length);
        Assert.Equal(ForeignSeal.Write(Key, "", payload[1..]), into[..length]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int bytes)
    {
        ContractException refusal = Assert.Throws<ContractException>(() => new Sealed(new byte[bytes]));
        Assert.Equal($"key is {bytes} bytes, expected 32 bytes", refusal.Message);
    }

    /// <summary>The figure promised: at most 160 bytes.</summary>
    [Fact]
    public void A_packed_report_of_five_radar_detections_takes_160_bytes_at_most_with_its_MAC()
    {
        ReportMessage report = new(5)
        {
            Kind = SensorKind.Radar,
            Boot = ushort.MaxValue,
            Sequence = uint.MaxValue,
            TimeUs = 1_800_000_000_000_000,
            ClockSigmaUs = ushort.MaxValue,
            InExercise = true,
            Run = uint.MaxValue,
            Marks = 3,
            Test = true,
            Packed = true,
            Count = 5,
        };
        Array.Fill(report.RangeDm, 30_000_000u);
        Array.Fill(report.AzimuthUrad, 6_283_185u);
        Array.Fill(report.ElevationUrad, 1_500_000);
        Array.Fill(report.RangeRateCmps, -700_000);
        Array.Fill(report.SnrCentidecibels, 2_000);
        byte[] topic = Topics.Bytes(Topics.Of(new('p', 32), new('n', 32), Topics.Report));
        Assert.InRange(Write(new Sealed(Key), topic, AnyMessage.Write(report)).Length, 100, 160);
    }

    [Fact]
    public void The_bytes_of_a_topic_are_its_UTF_8() =>
        Assert.Equal(Encoding.UTF8.GetBytes("jointwatch/v1/north/radar-1/report"), Topics.Bytes(Topics.Of("north", "radar-1", Topics.Report)));

    private static byte[] Write(Sealed seal, byte[] topic, byte[] payload)
    {
        byte[] into = new byte[payload.Length + Sealed.MaxOverhead];
        return into[..seal.Write(topic, payload, payload.Length, into)];
    }

    private static byte[] Open(Sealed seal, string topic, byte[] bytes)
    {
        seal.Open(Topics.Bytes(topic), bytes, 0, bytes.Length, out int offset, out int length);
        return bytes[offset..(offset + length)];
    }
}
