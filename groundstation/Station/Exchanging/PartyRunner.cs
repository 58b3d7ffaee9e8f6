using JointWatch.Exchange.Parties;
using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;

namespace JointWatch.Station.Exchanging;

/// <summary>The commands <c>party new</c> and <c>party show</c>.</summary>
internal static class PartyRunner
{
    private const string KeyName = "party.key";
    private const string FileName = "party.toml";

    /// <exception cref="InvalidInputException">A file is there already or cannot be written.</exception>
    public static int New(PartyNewOptions options, TextWriter output)
    {
        string file = Path.Combine(options.Folder, FileName);
        using PartyKey key = PartyKey.New(options.Party);
        try
        {
            Directory.CreateDirectory(options.Folder);

            // The description first: a key that lies about undescribed would be looked after by nobody.
            using var stream = new StreamWriter(new FileStream(file, FileMode.CreateNew, FileAccess.Write));
            stream.Write(
                $"""
                # Party {options.Party}, for its own station. The others get the lines that 'jointwatch party show' prints, and never {KeyName}.
                [party]
                name = "{options.Party}"
                keyFile = "{KeyName}"
                # policy = "policy.toml"        # what it releases to whom; without one, nothing
                # station = "192.168.1.20:5080"

                # [[sensor]]
                # name = "radar-1"
                # kind = "radar"                # or "infrared"

                """);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("jointwatch party new", null, "--out", options.Folder, $"a folder in which {FileName} can be written and is not there yet ({e.Message})", e);
        }

        string keyFile = Path.Combine(options.Folder, KeyName);
        PartyKeyFile.Write(keyFile, key);
        output.WriteLine($"{options.Party} is described in {file}; its private key is in {keyFile}: keep it to yourself.");
        output.WriteLine($"Its key's name is {key.Public.FullId}. For everybody's parties.toml:");
        output.WriteLine();
        output.Write(PartyRegister.Describe(new RegisteredParty(key.Public, []) { Box = key.Box }));
        return ExitCode.Done;
    }

    /// <exception cref="InvalidInputException">A file cannot be read, or something in it is wrong.</exception>
    public static int Show(PartyShowOptions options, TextWriter output)
    {
        Party party = PartyFile.Read(options.File);
        using PartyKey key = PartyKeyFile.Read(party.KeyFile);
        if (key.Party != party.Id)
        {
            throw new InvalidInputException(options.File, null, "party.keyFile", party.KeyFile, $"the key of {party.Id}; this is {key.Party}'s");
        }

        output.WriteLine($"party    {party.Id}");
        output.WriteLine($"key      {key.Public.FullId}, {key.Public.Text}");
        output.WriteLine($"policy   {party.Policy ?? "none: it releases nothing"}");
        output.WriteLine($"station  {party.Station ?? "none of its own"}");
        output.WriteLine($"sensors  {(party.Sensors.Count == 0 ? "none" : string.Join(", ", party.Sensors.Select(s => $"{s.Name} ({s.Kind.ToString().ToLowerInvariant()})")))}");
        output.WriteLine();
        output.WriteLine("For everybody's parties.toml:");
        output.WriteLine();
        output.Write(PartyRegister.Describe(new RegisteredParty(key.Public, [.. party.Sensors.Select(s => s.Name)]) { Box = key.Box }));
        return ExitCode.Done;
    }
}
