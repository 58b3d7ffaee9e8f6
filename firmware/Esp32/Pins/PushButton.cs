using System.Device.Gpio;
using System.Threading;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>The button at its pin. An edge only wakes the main loop, which then looks at the level: edges of a bouncing contact get lost.</summary>
    public sealed class PushButton
    {
        private readonly GpioPin? _pin;
        private readonly AutoResetEvent _wake;
        private readonly Button _button = new Button();

        /// <summary>A button; without a controller there is none.</summary>
        public PushButton(GpioController? gpio, BoardPins? pins, AutoResetEvent wake)
        {
            _wake = wake;
            if (gpio != null && pins != null)
            {
                _pin = gpio.OpenPin(pins.Button, BoardPins.ButtonPullUp ? PinMode.InputPullUp : PinMode.Input);
                _pin.ValueChanged += Changed;
            }
        }

        /// <summary>Looks at the button.</summary>
        /// <param name="monotonicMs">Now.</param>
        /// <param name="waitMs">After how many milliseconds to look again.</param>
        public ButtonPress Look(long monotonicMs, out int waitMs)
        {
            if (_pin == null)
            {
                waitMs = 1_000;
                return ButtonPress.None;
            }

            ButtonPress press = _button.Look((_pin.Read() == PinValue.High) == BoardPins.ButtonActiveHigh, monotonicMs);
            waitMs = _button.UntilLookMs(monotonicMs);
            return press;
        }

        private void Changed(object sender, PinValueChangedEventArgs e)
        {
            _wake.Set();
        }
    }
}
