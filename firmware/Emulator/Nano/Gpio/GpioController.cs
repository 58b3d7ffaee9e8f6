using System.Collections.Generic;
using JointWatch.Emulation;
using JointWatch.Emulation.Pins;

namespace System.Device.Gpio
{
    /// <summary>nanoFramework's handler of pin events.</summary>
    public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);

    /// <summary>nanoFramework's controller, over System.Device.Gpio for .NET and the board's virtual driver.</summary>
    public sealed class GpioController : IDisposable
    {
        private readonly GpioEvents _events = BoardRun.Enter("GpioController..ctor").Gpio;
        private readonly Dictionary<int, GpioPin> _pins = new();

        public int PinCount => _events.Controller.PinCount;

        public GpioPin OpenPin(int pinNumber)
        {
            BoardRun.Enter("GpioController.OpenPin");
            _events.Controller.OpenPin(pinNumber);
            GpioPin pin = new(_events, pinNumber);
            _pins[pinNumber] = pin;
            return pin;
        }

        public GpioPin OpenPin(int pinNumber, PinMode mode)
        {
            GpioPin pin = OpenPin(pinNumber);
            pin.SetPinMode(mode);
            return pin;
        }

        public void ClosePin(int pinNumber)
        {
            if (!_pins.Remove(pinNumber, out GpioPin? pin))
            {
                throw new InvalidOperationException();
            }

            pin.Dispose();
        }

        public bool IsPinOpen(int pinNumber) => _events.Controller.IsPinOpen(pinNumber);

        public bool IsPinModeSupported(int pinNumber, PinMode mode) => _events.Controller.IsPinModeSupported(pinNumber, mode);

        public PinValue Read(int pinNumber)
        {
            BoardRun.Enter("GpioController.Read");
            return _events.Controller.Read(pinNumber);
        }

        public void Write(int pinNumber, PinValue value)
        {
            BoardRun.Enter("GpioController.Write");
            _events.Controller.Write(pinNumber, value);
        }

        public void Dispose()
        {
            foreach (GpioPin pin in _pins.Values)
            {
                pin.Dispose();
            }

            _pins.Clear();
        }
    }
}
