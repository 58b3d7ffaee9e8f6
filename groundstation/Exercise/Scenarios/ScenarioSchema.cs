namespace JointWatch.Exercises;

/// <summary>The JSON Schema of scenario files, for editors and other programs. The reader is the judge: it knows relations that a schema has no words for.</summary>
public static class ScenarioSchema
{
    /// <summary>Gets its text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using Stream stream = typeof(ScenarioSchema).Assembly.GetManifestResourceStream("scenario.schema.json") ?? throw new InvalidOperationException("the schema is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
