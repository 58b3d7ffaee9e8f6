using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JointWatch.Exercises;

namespace JointWatch.Recorded.Making;

/// <summary>Writes the files of a set into a folder, which is made if it is not there.</summary>
internal static class SetFiles
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="InvalidInputException">A file cannot be written.</exception>
    public static void Write(string directory, JsonObject sensors, params (string Name, string Header, IEnumerable<string> Rows)[] tables)
    {
        try
        {
            Directory.CreateDirectory(directory);
            File.WriteAllText(Path.Combine(directory, Looks.LookSet.SensorsName), sensors.ToJsonString(Indented) + "\n");
            foreach ((string name, string header, IEnumerable<string> rows) in tables)
            {
                using StreamWriter writer = new(Path.Combine(directory, name));
                writer.NewLine = "\n";
                writer.WriteLine(header);
                foreach (string row in rows)
                {
                    writer.WriteLine(row);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(directory, null, null, null, "a folder that can be written: " + e.Message, e);
        }
    }
}
