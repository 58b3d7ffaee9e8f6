using CsCheck;
using JointWatch.Links.Protocol;

namespace JointWatch.Links.Tests;

public sealed class FrameTests
{
    private static readonly LinkFrame[] Some =
    [
        new HelloFrame(true, 1, 3, "jointwatch 0.1", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), 7, Guid.Empty, 0),
        new HelloFrame(false, 1, 1, "", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), 1, Guid.Parse("10112233-4455-6677-8899-aabbccddeeff"), 12),
        new MessageFrame(1, "record", new byte[] { 1, 2, 3 }),
        new TakenFrame(long.MaxValue),
        new FaultFrame("no common version"),
    ];

    [Fact]
    public void What_is_written_is_read() =>
        Assert.All(Some, frame => Assert.Equal(Convert.ToHexString(FrameCodec.Write(frame)), Convert.ToHexString(FrameCodec.Write(FrameCodec.Read(FrameCodec.Write(frame))))));

    /// <summary>By hand, after RFC 8949: an array of four, 1, 5, the text "go", two bytes.</summary>
    [Fact]
    public void A_message_has_the_bytes_of_the_standard() => Assert.Equal("84010562676F420102", Convert.ToHexString(FrameCodec.Write(new MessageFrame(5, "go", new byte[] { 1, 2 }))));

    [Fact]
    public void Whatever_bytes_come_they_are_a_frame_in_its_one_encoding_or_refused() =>
        Gen.Select(Gen.Int[0, Some.Length - 1], Gen.Int[0, 200].Array[0, 4], Gen.Byte, Gen.Int[0, 100]).Sample(
            (which, places, value, cut) =>
            {
                byte[] bytes = FrameCodec.Write(Some[which]);
                foreach (int place in places)
                {
                    bytes[place % bytes.Length] = (byte)(value + place);
                }

                bytes = cut < bytes.Length && cut % 3 == 0 ? bytes[..cut] : bytes;
                try
                {
                    Assert.Equal(bytes, FrameCodec.Write(FrameCodec.Read(bytes)));
                }
                catch (FrameException)
                {
                    // Refused.
                }
            },
            iter: 50_000);
}
