using JointWatch.Exercises;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch log verify</c></summary>
internal sealed class LogVerifyCommand() : StationCommand(
    "verify",
    "Check a whole log, a receipt, or two checkpoints with each other, offline: nothing but files and verifier keys. Exit code 0: whole, 1: findings.")
{
    private readonly Setting<string> _folder = LogSettings.Folder(SettingForm.OptionalArgument);

    private readonly Setting<IReadOnlyList<VerifierKey>> _keys = LogSettings.Keys(
        "key", "A key of the log, as text or in a file; give it again for more.", SignatureType.Ed25519);

    private readonly Setting<IReadOnlyList<VerifierKey>> _witnesses = LogSettings.Keys(
        "witness", "A key of a witness, as text or in a file; give it again for more. Cosignatures of others are passed over.", SignatureType.Cosignature);

    private readonly Setting<int> _quorum = new(
        "quorum",
        new SettingText("N", "So many of the witnesses must have cosigned the checkpoint.", "a whole number from 0 to 1000", "0", OnlyOnCommandLine: true),
        Readers.Number(0, 1000));

    private readonly Setting<string> _checkpoints = new(
        "checkpoints",
        new SettingText(
            "DIR",
            "Hold the log to what parties have kept of it: a folder with one for each party, in it checkpoints, receipts and copies of the log.",
            "an existing folder",
            OnlyOnCommandLine: true),
        PathReaders.ExistingFolder);

    private readonly Setting<string> _receipt = File("receipt", "Check this receipt (c2sp.org/tlog-proof) in place of a log.", "an existing file");

    private readonly Setting<string> _entry = File("entry", "The entry of the receipt, where the receipt does not hold it.", "an existing file");

    private readonly Setting<string> _old = File("old", "Check this checkpoint with a later one.", "the file of the earlier checkpoint, beside --new");

    private readonly Setting<string> _new = File("new", "The later checkpoint.", "the file of the later checkpoint, beside --old");

    private readonly Setting<string> _proof = File(
        "proof", "A consistency proof between the two: the line 'old SIZE', then one hash a line.", "a file with a consistency proof, or the log's FOLDER");

    private readonly Setting<string> _parties = new(
        "parties",
        new SettingText(
            "FILE",
            "The register of the parties' keys: check each record's signature, its place in its party's chain, and its time against the cosigned checkpoints around it.",
            "an existing parties.toml",
            "parties.toml in the log's folder or beside it, where there is one",
            OnlyOnCommandLine: true),
        PathReaders.ExistingFile);

    private readonly Setting<TimeSpan?> _late = new(
        "late",
        new SettingText(
            "TIME",
            "A record may be so much older than its place in the log: as long as a link was known to be cut.",
            "hours, minutes and seconds such as 1h30m or 90, from 1 second to 24 hours",
            "60 s; 10 min of an exercise's clock",
            OnlyOnCommandLine: true),
        Readers.Duration);

    private readonly Setting<bool> _json = LogSettings.Json();

    public override CommandGroup Group => LogSettings.Group;

    public override IReadOnlyList<Setting> Settings => [_folder, _keys, _witnesses, _quorum, _checkpoints, _receipt, _entry, _old, _new, _proof, _parties, _late, _json];

    public override string Examples => """
          jointwatch log verify centre-log --key centre.vkey                                       a whole log
          jointwatch log verify centre-log --key centre.vkey --witness parties.vkey --checkpoints kept
          jointwatch log verify centre-log --key centre.vkey --parties parties.toml --late 2h      records too; a link was cut for two hours
          jointwatch log verify --receipt 17.tlog-proof --key centre.vkey --witness parties.vkey --quorum 2
          jointwatch log verify --old monday --new today --key centre.vkey centre-log              is today's log still Monday's?
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation)
    {
        IReadOnlyList<VerifierKey> keys = sources.Required(_keys);
        IReadOnlyList<VerifierKey> witnesses = sources.Read(_witnesses, []);
        int quorum = sources.Read(_quorum, 0);
        return quorum <= witnesses.Count
            ? Task.FromResult(handlers.VerifyLog(new LogVerifyOptions(Subject(sources), keys, witnesses, quorum, sources.Read(_json, false))
            {
                Parties = sources.ReadOrNull(_parties),
                Late = sources.Read(_late, null),
            }))
            : throw Wrong(sources, _quorum, $"{quorum}", $"a whole number from 0 to the number of --witness keys, {witnesses.Count}");
    }

    private LogSubject Subject(SettingSources sources)
    {
        string? folder = sources.ReadOrNull(_folder);
        if (sources.ReadOrNull(_receipt) is { } receipt)
        {
            Setting<string>[] others = [_folder, _checkpoints, _old, _new, _proof];
            foreach (Setting<string> other in others)
            {
                sources.Exclude(other, _receipt);
            }

            return new LogSubject.Receipt(receipt, sources.ReadOrNull(_entry));
        }

        if (sources.ReadOrNull(_entry) is not null)
        {
            throw sources.Refuse(_entry, "not to be given but with --receipt");
        }

        if (sources.ReadOrNull(_old) is not null || sources.ReadOrNull(_new) is not null)
        {
            sources.Exclude(_old, _checkpoints);
            sources.Exclude(_old, _parties);
            sources.Exclude(_folder, _proof);
            (string old, string later) = (sources.Required(_old), sources.Required(_new));
            return new LogSubject.Pair(old, later, folder, folder is null ? sources.Required(_proof) : null);
        }

        sources.Exclude(_folder, _proof);
        return folder is null
            ? throw Wrong(sources, _folder, null, _folder.Text.Expected + ", or --receipt, or --old and --new")
            : new LogSubject.Folder(folder, sources.ReadOrNull(_checkpoints));
    }

    private static InvalidInputException Wrong(SettingSources sources, Setting setting, string? value, string expected) =>
        new(sources.Command, null, setting.Field, value, expected);

    private static Setting<string> File(string name, string description, string expected) => new(
        name, new SettingText("FILE", description, expected, OnlyOnCommandLine: true), PathReaders.ExistingFile);
}
