using System.Text;
using CsCheck;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Warning.Tests.Announcements;

public sealed class NotificationReaderTests
{
    private const string Rocket = """
        {
          "kind": "preLaunch", "party": "norway", "id": "black-brant-12", "revision": 1, "class": "soundingOrShortRange",
          "window": { "from": "1995-01-25T05:00:00Z", "until": "1995-01-25T12:00:00Z" },
          "launchArea": { "latitudeDegrees": 69.29, "longitudeDegrees": 16.02, "radiusMeters": 5000 },
          "azimuth": { "fromDegrees": 340, "toDegrees": 10 },
          "impactArea": { "polygon": [[76, 5], [76, 25], [79, 25], [79, 5]] },
          "validUntil": "1995-02-10T12:00:00+01:00", "note": "A study of the northern lights"
        }
        """;

    [Fact]
    public void A_notification_says_what_when_whence_whither()
    {
        Notification read = Read(Rocket);

        Assert.Equal((NotificationKind.PreLaunch, "norway/black-brant-12", 1, "A study of the northern lights"), (read.Kind, read.Name, read.Revision, read.Note));
        Announcement plan = read.Plan!;
        Assert.Equal((ObjectClass.SoundingOrShortRange, "1995-01-25T05:00:00.000Z", "1995-02-10T11:00:00.000Z"), (plan.Class, plan.From.ToString(), plan.ValidUntil.ToString()));
        Assert.Equal(30, double.RadiansToDegrees(plan.Azimuth!.WidthRadians), 9);
        Assert.Equal(0, plan.ImpactArea!.MetersOutside(Geodetic.FromDegrees(77.5, 15, 0)));
        Assert.Equal(4, plan.ImpactArea.Polygon.Count);
    }

    [Fact]
    public void A_cancellation_needs_no_plan() =>
        Assert.Null(Read("""{ "kind": "cancellation", "party": "norway", "id": "black-brant-12", "revision": 2 }""").Plan);

    [Theory]
    [InlineData("\"preLaunch\"", "\"test\"", "kind is 'test'; expected preLaunch, change, cancellation, postLaunch")]
    [InlineData("\"norway\"", "\"Norway\"", "party is 'Norway'; expected 1 to 32 of a-z, 0-9 and '-'")]
    [InlineData("\"revision\": 1,", "", "revision is missing; expected a whole number from 1 to 1000000")]
    [InlineData("\"revision\": 1,", "\"revision\": 1.5,", "revision is 1.5; expected a whole number from 1 to 1000000")]
    [InlineData("69.29", "96.29", "launchArea.latitudeDegrees is 96.29; expected a number from -90 to 90")]
    [InlineData("\"radiusMeters\": 5000", "\"radius\": 5000", "launchArea.radiusMeters is missing; expected a number from 1 to 3000000")]
    [InlineData("1995-01-25T12:00:00Z", "1995-01-25T12:00:00", "window.until is '1995-01-25T12:00:00'; expected a time of ISO 8601 with its zone, as 2026-07-04T12:00:00Z")]
    [InlineData("1995-01-25T12:00:00Z", "1995-01-25T04:00:00Z", "window.until is 1995-01-25T04:00:00.000Z; expected no earlier than window.from, 1995-01-25T05:00:00.000Z")]
    [InlineData("[76, 5]", "[76]", "impactArea.polygon[0] is a list; expected [latitude, longitude] in degrees")]
    [InlineData("[79, 25]", "[79, 225]", "impactArea.polygon[2].longitude is 225; expected a number from -180 to 180")]
    [InlineData("\"note\"", "\"remark\"", "remark is no field here; expected one of kind, party, id, revision, note, class, window, launchArea, azimuth, impactArea, validUntil")]
    [InlineData("\"note\"", "\"id\"", "id is there twice; expected it once")]
    [InlineData("\"note\":", "\"note\" =", "notification is no JSON at line 7, byte 53; expected one JSON object in UTF-8")]
    public void What_is_wrong_is_named_by_field_value_and_what_was_expected(string replace, string by, string message)
    {
        Assert.Contains(replace, Rocket, StringComparison.Ordinal);
        Assert.Equal(message, Assert.Throws<NotificationException>(() => Read(Rocket.Replace(replace, by, StringComparison.Ordinal))).Message);
    }

    [Fact]
    public void Whatever_the_bytes_are_there_comes_out_a_notification_or_a_named_fault()
    {
        byte[] good = Encoding.UTF8.GetBytes(Rocket);
        Gen<byte> put = Gen.OneOf(Gen.Byte, Gen.Char["{}[]\":,.-e0123456789\\u \n"].Select(c => (byte)c));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 12], put.Array[0, 6]).Array[1, 5].Sample(edits =>
        {
            List<byte> bytes = [.. good];
            foreach ((int at, int cut, byte[] added) in edits)
            {
                int place = Math.Min(at, bytes.Count);
                bytes.RemoveRange(place, Math.Min(cut, bytes.Count - place));
                bytes.InsertRange(place, added);
            }

            try
            {
                Assert.NotNull(NotificationReader.Read(bytes.ToArray()).Party);
            }
            catch (NotificationException e)
            {
                Assert.True(e.Field.Length > 0 && e.Value.Length > 0 && e.Expected.Length > 0);
            }
        });
    }

    private static Notification Read(string json) => NotificationReader.Read(Encoding.UTF8.GetBytes(json));
}
