using System.Globalization;
using System.Text;

namespace JointWatch.Station.Core;

/// <summary>What the picture's digest was once the entry <paramref name="Number"/> had been processed: <c>4711 9f86d0…</c>.</summary>
public sealed record Checkpoint(long Number, string Digest)
{
    /// <summary>As the payload of a journal entry.</summary>
    public byte[] ToPayload() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Number} {Digest}"));

    /// <summary>From the payload of a journal entry.</summary>
    public static Checkpoint FromPayload(ReadOnlyMemory<byte> payload)
    {
        string[] parts = Encoding.ASCII.GetString(payload.Span).Split(' ');
        return new Checkpoint(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }
}
