using System.Text;

namespace JointWatch.Hardware;

/// <summary>The firmware's pin table: plain C# 9 that nanoFramework runs.</summary>
public static class BoardPinsSource
{
    public static string Make(PinMap map)
    {
        StringBuilder text = new();
        text.Append(
            """
            // Made from hardware/pins.json by: dotnet run --project hardware/Drawings
            // Change the map, not this file.
            namespace JointWatch.Firmware.Esp32
            {
                /// <summary>The GPIO numbers of a board's lamp, button and buzzer, and which level means on.</summary>
                public sealed class BoardPins
                {
                    public readonly int LedPin;

                    /// <summary>True where a high level lights the lamp.</summary>
                    public readonly bool LedActiveHigh;

                    public readonly int ButtonPin;

                    /// <summary>True where the pin is high while the button is pressed.</summary>
                    public readonly bool ButtonActiveHigh;

                    /// <summary>True where the button relies on the chip's internal pull-up.</summary>
                    public readonly bool ButtonPullUp;

                    public readonly int BuzzerPin;

                    /// <summary>True where a high level sounds the buzzer.</summary>
                    public readonly bool BuzzerActiveHigh;

                    private BoardPins(
                        int ledPin,
                        bool ledActiveHigh,
                        int buttonPin,
                        bool buttonActiveHigh,
                        bool buttonPullUp,
                        int buzzerPin,
                        bool buzzerActiveHigh)
                    {
                        LedPin = ledPin;
                        LedActiveHigh = ledActiveHigh;
                        ButtonPin = buttonPin;
                        ButtonActiveHigh = buttonActiveHigh;
                        ButtonPullUp = buttonPullUp;
                        BuzzerPin = buzzerPin;
                        BuzzerActiveHigh = buzzerActiveHigh;
                    }

                    /// <summary>The pins of the board that runs a nanoFramework target, or null for a target that the map does not know.</summary>
                    public static BoardPins? ForTarget(string target)
                    {
                        switch (target)
                        {

            """);
        foreach (Board board in map.Boards)
        {
            text.Append(
                $"                case \"{board.Target}\":\n" +
                $"                    return new BoardPins({board.Led.Gpio}, {Word(board.Led.ActiveHigh)}, " +
                $"{board.Button.Gpio}, {Word(board.Button.ActiveHigh)}, {Word(board.Button.PullUp)}, " +
                $"{board.Buzzer.Gpio}, {Word(board.Buzzer.ActiveHigh)});\n");
        }

        text.Append(
            """
                            default:
                                return null;
                        }
                    }
                }
            }

            """);
        return text.ToString();
    }

    private static string Word(bool value) => value ? "true" : "false";
}
