using System.Globalization;
using System.Net;
using System.Text;

namespace JointWatch.Reviews.Output;

/// <summary>Pieces of a page. All text goes through <see cref="Text"/>.</summary>
internal static class Html
{
    /// <summary>Text as text, whatever is in it.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(string.Concat((text ?? "").Select(c => char.IsControl(c) && c is not '\n' ? '\ufffd' : c)));

    public static string Number(double? value, string unit = "", int digits = 1) =>
        value is { } v && double.IsFinite(v) ? v.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + (unit.Length > 0 ? "\u00a0" + unit : "") : "–";

    /// <summary>Metres as metres or kilometres.</summary>
    public static string Length(double? meters) => meters is { } m && Math.Abs(m) >= 10_000 ? Number(m / 1000, "km") : Number(meters, "m", 0);

    /// <summary>A table with a caption and a heading row; cells are HTML already.</summary>
    public static string Table(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var html = new StringBuilder($"<table><caption>{Text(caption)}</caption><thead><tr>");
        foreach (string head in heads)
        {
            html.Append("<th scope=\"col\">").Append(Text(head)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(row[0]).Append("</th>");
            foreach (string cell in row.Skip(1))
            {
                html.Append("<td>").Append(cell).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>\n").ToString();
    }
}
