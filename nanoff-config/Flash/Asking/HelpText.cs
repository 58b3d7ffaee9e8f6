using System.Text;

namespace JointWatch.Flash.Asking;

/// <summary>What --help shows.</summary>
internal static class HelpText
{
    public static string Make()
    {
        StringBuilder text = new();
        text.AppendLine("Puts nanoFramework, the JointWatch application, Wi-Fi, set-up and key onto a board, and listens whether it runs.")
            .AppendLine()
            .AppendLine("Usage: nanoff-config/flash.sh [options]      (Windows: nanoff-config\\flash.ps1 [options])")
            .AppendLine("What is not given is asked for. The board is erased first.")
            .AppendLine();
        foreach (Option option in Option.All)
        {
            string left = option.Value is null ? $"--{option.Name}" : $"--{option.Name} {option.Value}";
            text.AppendLine($"  {left,-26} {option.Help}");
            if (option.Expected.Length > 0)
            {
                text.AppendLine($"  {"",-26} {option.Expected}{(option.Usual is null ? "" : $"; if not given, {option.Usual}")}");
            }
        }

        return text.AppendLine()
            .AppendLine($"The Wi-Fi password is taken from the environment variable {CommandLine.PasswordVariable}, or asked for; it is never an option,")
            .AppendLine("because options can be seen in the list of processes.")
            .ToString();
    }
}
