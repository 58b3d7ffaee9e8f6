using System.Formats.Cbor;
using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances.Facts;

/// <summary>
/// Reads releases in the CBOR of the releaser: a map with version 1, by 2, to 3, kind 4, reference 5, ... and values 10; a value is an array that begins with its sort: 1 a cell of
/// [south, north, west, east] in thousandths of a degree, 2 a time of [from, seconds]. It is written apart from the releaser's own reader, so that a check does not rest on the
/// code of the party that is checked.
/// </summary>
public sealed class ReleaseCborFacts : IReleaseFactsReader
{
    /// <summary>The media type of such data.</summary>
    public const string ContentType = "application/vnd.jointwatch.release+cbor";

    private const int Envelope = 10;
    private const int MostValues = 64;
    private const int LaunchTimeField = 1;
    private const int LaunchAreaField = 2;
    private const int CellSort = 1;
    private const int TimeSort = 2;
    private const double PerDegree = 1000;
    private const long Latest = 253_402_300_799;

    /// <inheritdoc/>
    public ReleaseFacts? TryRead(PartyId by, ReleaseBody release, ReadOnlyMemory<byte> data)
    {
        if (release.ContentType != ContentType)
        {
            return null;
        }

        try
        {
            return Read(by, release, new CborReader(data, CborConformanceMode.Canonical));
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private static ReleaseFacts? Read(PartyId by, ReleaseBody release, CborReader reader)
    {
        int? fields = reader.ReadStartMap();
        ReleaseFacts? facts = null;
        bool isTrue = fields == Envelope;
        for (int i = 0; i < fields; i++)
        {
            switch (reader.ReadInt32())
            {
                case 1: isTrue &= reader.ReadInt32() == 1; break;
                case 2: isTrue &= reader.ReadTextString() == by.Name; break;
                case 4: isTrue &= reader.ReadInt32() == (int)release.Thing; break;
                case 5: isTrue &= reader.ReadTextString() == release.Reference; break;
                case Envelope: facts = ReadValues(reader); break;
                default: reader.SkipValue(); break;
            }
        }

        reader.ReadEndMap();
        return isTrue && reader.BytesRemaining == 0 ? facts : null;
    }

    private static ReleaseFacts? ReadValues(CborReader reader)
    {
        var places = new List<GroundCell>();
        GroundCell? launchArea = null;
        (UtcMicroseconds, UtcMicroseconds)? launchTime = null;
        int? count = reader.ReadStartMap();
        if (count is null or > MostValues)
        {
            return null;
        }

        for (int i = 0; i < count; i++)
        {
            int field = reader.ReadInt32();
            if (reader.PeekState() != CborReaderState.StartArray)
            {
                reader.SkipValue();
                continue;
            }

            int? length = reader.ReadStartArray();
            int sort = reader.ReadInt32();
            if (sort == CellSort && length == 5)
            {
                GroundCell cell = new(Degrees(reader, 90), Degrees(reader, 90), Degrees(reader, 540), Degrees(reader, 540));
                places.Add(cell);
                launchArea = field == LaunchAreaField ? cell : launchArea;
            }
            else if (sort == TimeSort && length == 3)
            {
                long from = Seconds(reader);
                long step = Seconds(reader);
                launchTime = field == LaunchTimeField ? (new(from * 1_000_000), new((from + step) * 1_000_000)) : launchTime;
            }
            else
            {
                for (int k = 1; k < length; k++)
                {
                    reader.SkipValue();
                }
            }

            reader.ReadEndArray();
        }

        reader.ReadEndMap();
        return places.TrueForAll(p => p.SouthDegrees <= p.NorthDegrees && p.WestDegrees <= p.EastDegrees) ? new ReleaseFacts(places, launchArea, launchTime) : null;
    }

    private static double Degrees(CborReader reader, double most)
    {
        double degrees = reader.ReadInt32() / PerDegree;
        return Math.Abs(degrees) <= most ? degrees : throw new OverflowException("no place on Earth");
    }

    private static long Seconds(CborReader reader) => reader.ReadInt64() is >= 0 and <= Latest and var seconds ? seconds : throw new OverflowException("no time of ours");
}
