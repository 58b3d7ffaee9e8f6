using System.Text;

namespace JointWatch.Exchange.Assurances.Output;

/// <summary>A statement said back in plain sentences: what is promised, what shows it, what the log cannot show.</summary>
public static class AssuranceExplanation
{
    /// <summary>The sentences, in lines.</summary>
    public static string Write(AssuranceStatement statement)
    {
        var text = new StringBuilder();
        foreach (Assurance assurance in statement.Assurances)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{assurance.Name} ({assurance.Form})\n  {statement.Party} {assurance.Promise}.\n");
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  What counts: {assurance.Evidence}\n  What the log cannot show: {assurance.Limit}\n\n");
        }

        return text.Length == 0 ? $"{statement.Party} states nothing.\n" : text.ToString().TrimEnd('\n') + "\n";
    }
}
