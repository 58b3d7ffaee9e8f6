using System.Device.Gpio;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>The lamp at its pin; writes only when the level changes.</summary>
    public sealed class StatusLamp
    {
        private readonly GpioPin? _pin;
        private bool _lit;

        /// <summary>A lamp, dark; without a controller there is none and all goes on without.</summary>
        public StatusLamp(GpioController? gpio, BoardPins? pins)
        {
            if (gpio != null && pins != null)
            {
                _pin = gpio.OpenPin(pins.Led, PinMode.Output);
                _pin.Write(BoardPins.LedActiveHigh ? PinValue.Low : PinValue.High);
            }
        }

        /// <summary>Shows a state.</summary>
        /// <returns>Milliseconds after which to show it again.</returns>
        public int Show(LampState state, long monotonicMs)
        {
            bool lit = Lamp.IsOn(state, monotonicMs);
            if (_pin != null && lit != _lit)
            {
                _lit = lit;
                _pin.Write(lit == BoardPins.LedActiveHigh ? PinValue.High : PinValue.Low);
            }

            return Lamp.UntilChangeMs(state, monotonicMs);
        }
    }
}
