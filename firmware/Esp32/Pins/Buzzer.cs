using System.Device.Gpio;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>The buzzer, which sounds by itself while its pin is on. It follows the station's alarm as long as the link stands.</summary>
    public sealed class Buzzer
    {
        private readonly GpioPin? _pin;
        private bool _on;
        private bool _warning;
        private long _sinceMs;

        /// <summary>A buzzer, silent; without a controller there is none.</summary>
        public Buzzer(GpioController? gpio, BoardPins? pins)
        {
            if (gpio != null && pins != null)
            {
                _pin = gpio.OpenPin(pins.Buzzer, PinMode.Output);
                _pin.Write(BoardPins.BuzzerActiveHigh ? PinValue.Low : PinValue.High);
            }
        }

        /// <summary>The station warns, or no longer does.</summary>
        public void Warn(bool warning, long monotonicMs)
        {
            if (warning && !_warning)
            {
                _sinceMs = monotonicMs;
            }

            _warning = warning;
        }

        /// <summary>Sounds where it is time.</summary>
        /// <returns>Milliseconds after which to call again.</returns>
        public int Sound(bool linkUp, long monotonicMs)
        {
            bool warning = _warning && linkUp;
            bool on = warning && BuzzerPattern.IsOn(monotonicMs - _sinceMs);
            if (_pin != null && on != _on)
            {
                _on = on;
                _pin.Write(on == BoardPins.BuzzerActiveHigh ? PinValue.High : PinValue.Low);
            }

            return warning ? BuzzerPattern.UntilChangeMs(monotonicMs - _sinceMs) : 1_000;
        }
    }
}
