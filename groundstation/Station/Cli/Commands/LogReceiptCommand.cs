using System.Globalization;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Cli.Settings;
using JointWatch.TransparencyLog.Receipts;

namespace JointWatch.Station.Cli.Commands;

/// <summary><c>jointwatch log receipt</c></summary>
internal sealed class LogReceiptCommand(string currentDirectory) : StationCommand(
    "receipt",
    "Write a receipt for an entry: the entry, its proof and a checkpoint in one text (c2sp.org/tlog-proof), to be checked offline.")
{
    private readonly Setting<string> _folder = LogSettings.Folder();

    private readonly Setting<long> _index = new(
        "INDEX",
        new SettingText("INDEX", "The entry, from 0.", "a whole number from 0", Form: SettingForm.Argument, OnlyOnCommandLine: true),
        Readers.LongNumber(0, long.MaxValue));

    private readonly Setting<string> _out = new(
        "out",
        new SettingText("FILE", "Where to write it.", "a file to write, in an existing folder", "INDEX.tlog-proof in the current directory", OnlyOnCommandLine: true),
        PathReaders.NewFile);

    public override CommandGroup Group => LogSettings.Group;

    public override IReadOnlyList<Setting> Settings => [_folder, _index, _out];

    public override string Examples => """
          jointwatch log receipt centre-log 17                 17.tlog-proof
          jointwatch log receipt centre-log 17 --out proof     its checkpoint is the newest that witnesses have cosigned, where that has the entry
        """;

    public override Task<int> InvokeAsync(SettingSources sources, ICommandHandlers handlers, CancellationToken cancellation)
    {
        long index = sources.Required(_index);
        string usual = Path.Combine(currentDirectory, index.ToString(CultureInfo.InvariantCulture) + Receipt.FileEnding);
        return Task.FromResult(handlers.MakeLogReceipt(new LogReceiptOptions(sources.Required(_folder), index, sources.Read(_out, usual))));
    }
}
