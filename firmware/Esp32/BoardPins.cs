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
                case "ESP32_REV3":
                    return new BoardPins(26, true, 14, false, true, 27, true);
                case "ESP32_PSRAM_REV3":
                    return new BoardPins(26, true, 14, false, true, 27, true);
                case "ESP32_S3_QUAD":
                    return new BoardPins(4, true, 6, false, true, 5, true);
                case "ESP32_C3":
                    return new BoardPins(3, true, 10, false, true, 1, true);
                default:
                    return null;
            }
        }
    }
}
