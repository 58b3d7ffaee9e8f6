using JointWatch.Flash.Firmware;

namespace JointWatch.Flash.Asking;

/// <summary>Puts a request together from the command line, the environment, and answers of the person in front.</summary>
public sealed class RequestReader(CommandLine line, Surroundings surroundings, FirmwareProfile profile)
{
    private readonly List<string> _faults = [];

    private bool DryRun => line.Has(Option.DryRun);

    /// <exception cref="WrongInputException">Names everything that is missing or wrong, not just the first.</exception>
    public FlashRequest Read()
    {
        string target = Text(Option.Target, profile.Targets.Contains);
        string serialPort = Text(Option.SerialPort, text => text.Length > 0);
        string wifi = Text(Option.Wifi, Checks.IsWifiName);
        string? password = Password();
        string broker = Text(Option.Broker, Checks.IsHost);
        int port = line.Has(Option.Port) ? Value(Option.Port, Checks.Port) : line.Has(Option.Ca) ? 8883 : 1883;
        string? ca = line.Has(Option.Ca) ? Text(Option.Ca, IsCertificate) : null;
        NodeName? node = Value(Option.Node, Checks.Node);
        string sensor = Text(Option.Sensor, text => text is "radar" or "infrared");
        Place? place = Value(Option.Place, Checks.Place);
        string? version = line.Has(Option.FwVersion) ? Text(Option.FwVersion, Checks.IsVersion) : null;
        string image = line.Value(Option.Image) ?? Path.Combine([surroundings.ToolRoot, .. Option.UsualImage.Split('/')]);
        if (_faults.Count > 0)
        {
            throw new WrongInputException(string.Join(Environment.NewLine, _faults));
        }

        return new FlashRequest(
            target,
            serialPort,
            wifi,
            password,
            line.Has(Option.Open),
            broker,
            port,
            ca,
            node!,
            sensor,
            place!,
            Path.GetFullPath(line.Value(Option.Data) ?? Option.Data.Usual!),
            Path.GetFullPath(image),
            version,
            line.Has(Option.Replace),
            DryRun);
    }

    private static bool IsCertificate(string path) =>
        File.Exists(path) && File.ReadAllText(path).Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal);

    private string Text(Option option, Func<string, bool> isRight) => Value(option, text => isRight(text) ? text : null) ?? "";

    private T? Value<T>(Option option, Func<string, T?> read)
        where T : class
    {
        string? given = Given(option);
        T? value = given is null ? null : read(given);
        if (value is null)
        {
            Blame(option, given);
        }

        return value;
    }

    private int Value(Option option, Func<string, int?> read)
    {
        string? given = Given(option);
        int? value = given is null ? null : read(given);
        if (value is null)
        {
            Blame(option, given);
        }

        return value ?? 0;
    }

    private string? Given(Option option)
    {
        string? given = line.Value(option);
        if (given is null && surroundings.Questions.CanAsk)
        {
            string answer = surroundings.Questions.Ask($"{option.Help}\n  --{option.Name}: {option.Expected}");
            given = answer.Length == 0 ? null : answer;
        }

        return given;
    }

    private void Blame(Option option, string? given) => _faults.Add(
        given is null ? $"--{option.Name} is missing; expected {option.Expected}" : $"--{option.Name} is '{given}'; expected {option.Expected}");

    // A password comes in no message: neither a right one nor a wrong one.
    private string? Password()
    {
        if (line.Has(Option.Open))
        {
            return null;
        }

        string? password = surroundings.Environment(CommandLine.PasswordVariable);
        if (string.IsNullOrEmpty(password) && !DryRun && surroundings.Questions.CanAsk)
        {
            password = surroundings.Questions.AskSecret("the Wi-Fi password");
        }

        if (string.IsNullOrEmpty(password))
        {
            if (!DryRun)
            {
                _faults.Add($"the Wi-Fi password is missing; expected it in the environment as {CommandLine.PasswordVariable}, or --open for a network without one");
            }

            return null;
        }

        if (!Checks.IsWifiPassword(password))
        {
            _faults.Add("the Wi-Fi password has the wrong form; expected 8 to 63 printable ASCII characters, or 64 hexadecimal digits");
        }

        return password;
    }
}
