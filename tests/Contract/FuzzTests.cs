using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Contract.Tests.Support;

namespace JointWatch.Contract.Tests;

/// <summary>100,000 inputs for each decoder, random and mutated; the seed makes each run the same.</summary>
public class FuzzTests
{
    private const int Inputs = 100_000;

    /// <summary>The largest message, 600 knots, takes 26 KB; an exception and its texts a few more.</summary>
    private const long MaxAllocatedBytes = 64 * 1024;

    [Theory]
    [InlineData("birth", SensorKind.Radar)]
    [InlineData("state", SensorKind.Radar)]
    [InlineData("report", SensorKind.Radar)]
    [InlineData("report", SensorKind.Infrared)]
    [InlineData("health", SensorKind.Radar)]
    [InlineData("command", SensorKind.Radar)]
    [InlineData("ack", SensorKind.Radar)]
    [InlineData("clock", SensorKind.Radar)]
    [InlineData("scenario", SensorKind.Radar)]
    [InlineData("alarm", SensorKind.Radar)]
    public void Whatever_comes_in_gives_a_message_within_the_contract_or_a_ContractException(string kind, SensorKind sensor)
    {
        Random random = new(20260101);
        byte[][] seeds = [.. Vector.Good.Concat(Vector.Bad).Where(v => v.Kind == kind).Select(v => v.Bytes)];
        byte[] buffer = new byte[StationEncoder.MaxBytes];
        int taken = 0;
        for (int i = 0; i < Inputs; i++)
        {
            byte[] input = i % 4 == 0 ? Noise(random) : Mutant(random, seeds[random.Next(seeds.Length)]);
            long before = GC.GetAllocatedBytesForCurrentThread();
            object? message = Decode(kind, sensor, input);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MaxAllocatedBytes, $"{allocated} bytes allocated for {Convert.ToHexStringLower(input)}");
            if (message is not null)
            {
                taken++;
                Assert.True(AnyMessage.Write(message, buffer) > 0);
            }
        }

        Assert.InRange(taken, Inputs / 100, Inputs * 9 / 10);
    }

    [Theory]
    [InlineData("9affffffff")] // An array of 2^32 - 1 items.
    [InlineData("9b7fffffffffffffff")]
    [InlineData("9bffffffffffffffff")]
    [InlineData("990100")] // 256 items, which are allowed, in a message that ends here.
    [InlineData("7bffffffffffffffff")]
    [InlineData("5bffffffffffffffff")]
    [InlineData("590f00")] // 3840 bytes, which are allowed, in a message that ends here.
    public void A_length_beyond_the_message_costs_no_memory(string item)
    {
        byte[] report = Convert.FromHexString("a106" + item);
        byte[] scenario = Convert.FromHexString("a105" + item);
        byte[] ack = Convert.FromHexString("a104" + item);
        byte[] packed = Convert.FromHexString("a107" + item);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Decode("report", SensorKind.Radar, report));
        Assert.Null(Decode("scenario", SensorKind.Radar, scenario));
        Assert.Null(Decode("ack", SensorKind.Radar, ack));
        Assert.Null(Decode("report", SensorKind.Radar, packed));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    private static object? Decode(string kind, SensorKind sensor, byte[] input)
    {
        try
        {
            return AnyMessage.Read(kind, sensor, input);
        }
        catch (ContractException)
        {
            return null;
        }
    }

    private static byte[] Noise(Random random)
    {
        byte[] bytes = new byte[random.Next(100)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A vector with up to three bytes changed, taken out, put in or doubled, and now and then cut.</summary>
    private static byte[] Mutant(Random random, byte[] seed)
    {
        List<byte> bytes = [.. seed];
        for (int i = random.Next(4); i > 0 && bytes.Count > 1; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveAt(at);
                    break;
                case 3:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(12), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(2) == 0 ? 0 : bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
