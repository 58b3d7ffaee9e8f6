using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Assurances.Output;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Files;
using JointWatch.Exchange.Parties;
using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;

namespace JointWatch.Station.Exchanging;

/// <summary>The commands <c>assurance check</c> and <c>assurance explain</c>.</summary>
internal static class AssuranceRunner
{
    private const string Source = "jointwatch assurance check";

    /// <returns>0: none is broken; 1: one is.</returns>
    /// <exception cref="InvalidInputException">A file cannot be read or written, or the register has no such party.</exception>
    public static int Check(AssuranceCheckOptions options, TextWriter output)
    {
        PartyRegister register = PartyRegister.Read(options.Register);
        if (register.Find(options.Party) is null)
        {
            throw new InvalidInputException(Source, null, "--party", options.Party.Name, $"a party of {options.Register}: {string.Join(", ", register.Parties.Select(p => p.Id))}");
        }

        RecordBook book = new RecordBook(register, options.Exercise).TakeAll(EntrySource.Read(options.Log));
        AssuranceReport report = AssuranceChecker.Check(book, options.Party, new ReleaseCborFacts());
        if (options.Page is { } page)
        {
            try
            {
                File.WriteAllText(page, AssurancePage.Write(report));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new InvalidInputException(Source, null, "--html", page, $"a file that can be written ({e.Message})", e);
            }
        }

        output.Write(options.IsJson ? AssuranceJson.Write(report) : AssuranceText.Write(report));
        return report.Verdict == Verdict.Broken ? ExitCode.Failed : ExitCode.Done;
    }

    /// <exception cref="InvalidInputException">The file cannot be read, or something in it is wrong or cannot be checked.</exception>
    public static int Explain(AssuranceExplainOptions options, TextWriter output)
    {
        output.Write(AssuranceExplanation.Write(AssuranceFile.Read(options.File)));
        return ExitCode.Done;
    }
}
