using System.Text;

namespace JointWatch.Flash.Asking;

/// <summary>Asks on the terminal.</summary>
internal sealed class ConsoleQuestions : IQuestions
{
    public bool CanAsk => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public string Ask(string question)
    {
        Console.Write($"{question}: ");
        return Console.ReadLine()?.Trim() ?? "";
    }

    public string AskSecret(string question)
    {
        Console.Write($"{question} (not shown): ");
        StringBuilder typed = new();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
