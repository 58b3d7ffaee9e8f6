namespace JointWatch.Flash.Firmware;

/// <summary>What nanoff --listtargets prints: a target's name, indented by two, and below it its newest versions, indented by four.</summary>
public static class FirmwareList
{
    /// <summary>The newest version of a series for a target, or null where none is listed.</summary>
    public static string? Newest(IEnumerable<string> lines, string target, string series)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Version? newest = null;
        string name = "";
        foreach (string line in lines)
        {
            string text = line.Trim();
            if (!Version.TryParse(text, out Version? version))
            {
                name = text;
            }
            else if (name == target && text.StartsWith(series + ".", StringComparison.Ordinal) && (newest is null || version > newest))
            {
                newest = version;
            }
        }

        return newest?.ToString();
    }
}
