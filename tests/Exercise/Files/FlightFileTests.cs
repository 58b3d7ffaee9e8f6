using System.Globalization;
using System.Text;
using CsCheck;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;

namespace JointWatch.Exercise.Tests.Files;

public class FlightFileTests
{
    internal const string Json = """
        {
         "mission": "Test",
         "site_latitude_deg": 69.3,
         "site_longitude_deg": 16.0,
         "site_height_m": 12,
         "assumed_azimuth_deg": 330
        }
        """;

    /// <summary>A climb at 20 m/s² for 11 s, straight up.</summary>
    internal static readonly string Csv = Climb();

    public static readonly TheoryData<string, string, string> CsvMistakes = new()
    {
        { "time_s,altitude_m", "time,altitude_m", "f.csv(1): found 'time,altitude_m,downrange_m,vertical_speed_mps,horizontal_speed_mps,speed_mps'; expected the header 'time_s,altitude_m" },
        { "2,40,0,40,0,40", "2,forty,0,40,0,40", "f.csv(4): altitude_m is 'forty'; expected a number from -500 to 2000000 (metres above the site)" },
        { "2,40,0,40,0,40", "2,40,0,NaN,0,40", "f.csv(4): vertical_speed_mps is 'NaN'; expected a number from -12000 to 12000" },
        { "2,40,0,40,0,40", "2,40,1e9,40,0,40", "f.csv(4): downrange_m is '1e9'; expected a number" },
        { "2,40,0,40,0,40", "2,40,0,40,20000,40", "f.csv(4): horizontal_speed_mps is '20000'; expected a number" },
        { "2,40,0,40,0,40", "2,40,0,40,0,-1", "f.csv(4): speed_mps is '-1'; expected a number from 0 to 12000" },
        { "2,40,0,40,0,40", "2,40,0,40,0", "f.csv(4): found '5 columns'; expected 6 columns" },
        { "2,40,0,40,0,40", "2,40,0,40,0,40,7", "f.csv(4): found '7 columns'; expected 6 columns" },
        { "2,40,0,40,0,40", "1,40,0,40,0,40", "f.csv(4): time_s is '1'; expected 0.01 to 30 s more than the 1 of the line before" },
        { "2,40,0,40,0,40", "90,40,0,40,0,40", "f.csv(4): time_s is '90'; expected 0.01 to 30 s more than the 1 of the line before" },
        { "2,40,0,40,0,40", "-1,40,0,40,0,40", "f.csv(4): time_s is '-1'; expected a number from 0" },
    };

    public static readonly TheoryData<string, string, string> JsonMistakes = new()
    {
        { "\"mission\": \"Test\",", "", "f.json: mission is missing; expected a text" },
        { "\"Test\"", "17", "f.json(2): mission is '17'; expected a text" },
        { "69.3", "96.3", "f.json(3): site_latitude_deg is '96.3'; expected a number from -89 to 89" },
        { "16.0", "\"16\"", "f.json(4): site_longitude_deg is '16'; expected a number from -180 to 180" },
        { "\"site_height_m\": 12,", "", "f.json: site_height_m is missing; expected a number from -500 to 9000" },
        { "330", "361", "f.json(6): assumed_azimuth_deg is '361'; expected a number from 0 to 360" },
        { "330", "[330]", "f.json(6): assumed_azimuth_deg is '['; expected a number from 0 to 360" },
        { "\"site_height_m\": 12,", "\"site_height_m\": 12, \"site_height_m\": 13,", "f.json(5): site_height_m is '13'; expected each key once" },
        { "\"Test\",", "\"Test\"", "f.json(3): expected JSON" },
        { Json, "[]", "f.json(1): found '['; expected a JSON object" },
        { Json, "", "f.json(1): expected JSON" },
    };

    [Theory]
    [MemberData(nameof(CsvMistakes))]
    public void A_mistake_in_the_series_is_named_with_line_and_column(string right, string wrong, string message) =>
        Refuses(Changed(Csv, right, wrong), Json, message);

    [Theory]
    [MemberData(nameof(JsonMistakes))]
    public void A_mistake_in_the_site_is_named_with_line_and_key(string right, string wrong, string message) =>
        Refuses(Csv, Changed(Json, right, wrong), message);

    [Fact]
    public void A_series_too_short_to_smooth_is_refused() =>
        Refuses(string.Join('\n', Csv.Split('\n').Take(9)), Json, "f.csv(9): found '8 lines'; expected a header and at least 10 lines");

    [Fact]
    public void A_missing_json_is_named()
    {
        string folder = Directory.CreateTempSubdirectory("jointwatch").FullName;
        try
        {
            string csv = Path.Combine(folder, "f.csv");
            File.WriteAllText(csv, Csv);
            var refused = Assert.Throws<InvalidInputException>(() => FlightFile.Read(csv));
            Assert.StartsWith(Path.Combine(folder, "f.json") + ": expected a file that can be read", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_flight_need_not_begin_at_zero_nor_step_by_whole_seconds()
    {
        var csv = new StringBuilder(Csv.Split('\n')[0]).Append('\n');
        for (double t = 3.25; t < 20; t += 0.7)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{t:0.00},{10 * t * t:0.0},0,{20 * t:0.0},0,{20 * t:0.0}\r\n");
        }

        RecordedFlight flight = FlightFile.Parse(csv.ToString(), "f.csv", Json, "f.json");
        ExerciseObject item = flight.ToObject("x", 10, 0);
        Assert.Equal(13.25, item.Path.StartSeconds, 1e-9);
        Assert.InRange(ScenarioMessages.For(item, 1, 0, new KnotOptions()).TimeMs.Length, 2, 100);
        Assert.NotNull(Scenario.ForFlight(flight));
    }

    [Fact]
    public void Whatever_is_done_to_a_series_it_is_read_or_refused()
    {
        Mutation.Of(Csv).Sample(csv => ReadOrRefused(csv, Json), iter: 1_000);
        Mutation.Of(Json).Sample(json => ReadOrRefused(Csv, json), iter: 1_000);
    }

    private static void ReadOrRefused(string csv, string json)
    {
        try
        {
            Assert.Single(Scenario.ForFlight(FlightFile.Parse(csv, "f.csv", json, "f.json")).Objects);
        }
        catch (InvalidInputException refused)
        {
            Assert.Matches(@"^f\.(csv|json)", refused.Message);
        }
    }

    private static void Refuses(string csv, string json, string message)
    {
        var refused = Assert.Throws<InvalidInputException>(() => FlightFile.Parse(csv, "f.csv", json, "f.json"));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    private static string Changed(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static string Climb()
    {
        var text = new StringBuilder("time_s,altitude_m,downrange_m,vertical_speed_mps,horizontal_speed_mps,speed_mps\n");
        for (int t = 0; t <= 11; t++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{t},{10 * t * t},0,{20 * t},0,{20 * t}\n");
        }

        return text.ToString();
    }
}
