namespace JointWatch.Releases.Policies;

/// <summary>The JSON Schema (draft 2020-12) of a policy, for editors that check TOML as one writes.</summary>
public static class PolicySchema
{
    /// <summary>Gets its text, as in <c>policy.schema.json</c>.</summary>
    public static string Text { get; } = ReadText();

    private static string ReadText()
    {
        using Stream stream = typeof(PolicySchema).Assembly.GetManifestResourceStream("policy.schema.json")
            ?? throw new InvalidOperationException("the schema is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
