namespace JointWatch.Flash.Asking;

/// <summary>What was given on the command line: --name value, --name=value, or a switch.</summary>
public sealed class CommandLine
{
    private readonly Dictionary<string, string> _given = [];

    /// <exception cref="WrongInputException">An option is unknown, given twice, or lacks its value.</exception>
    public CommandLine(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        for (int i = 0; i < arguments.Count; i++)
        {
            string[] halves = arguments[i].Split('=', 2);
            Option option = Option.All.FirstOrDefault(candidate => "--" + candidate.Name == halves[0])
                ?? throw new WrongInputException(Unknown(halves[0]));
            string value = option.Value is null ? "" : halves.Length == 2 ? halves[1] : i + 1 < arguments.Count ? arguments[++i] : "";
            if (option.Value is not null && (value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal)))
            {
                throw new WrongInputException($"--{option.Name} has no value; expected {option.Expected}");
            }

            if (!_given.TryAdd(option.Name, value))
            {
                throw new WrongInputException($"--{option.Name} is given twice; expected once");
            }
        }
    }

    public bool Has(Option option) => _given.ContainsKey(option.Name);

    public string? Value(Option option) => _given.GetValueOrDefault(option.Name);

    private static string Unknown(string argument) => argument.Contains("password", StringComparison.OrdinalIgnoreCase)
        ? $"{argument} is not an option: what stands on a command line can be seen by others; expected the password in the environment as {PasswordVariable}, or typed when asked"
        : $"'{argument}' is not an option; --help lists them";

    /// <summary>The environment variable that the Wi-Fi password may come in.</summary>
    public const string PasswordVariable = "JOINTWATCH_WIFI_PASSWORD";
}
