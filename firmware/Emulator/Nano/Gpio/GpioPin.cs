using JointWatch.Emulation;
using JointWatch.Emulation.Pins;

namespace System.Device.Gpio
{
    /// <summary>nanoFramework's pin.</summary>
    public sealed class GpioPin : IDisposable
    {
        private readonly GpioEvents _events;
        private readonly PinChangeEventHandler _listener;
        private bool _disposed;

        internal GpioPin(GpioEvents events, int pinNumber)
        {
            _events = events;
            PinNumber = pinNumber;
            _listener = events.Debounced(BoardRun.Current.Board.Pins[pinNumber], () => DebounceTimeout.Ticks, e => ValueChanged?.Invoke(this, e));
            events.Controller.RegisterCallbackForPinValueChangedEvent(pinNumber, PinEventTypes.Rising | PinEventTypes.Falling, _listener);
        }

        public event PinValueChangedEventHandler? ValueChanged;

        public int PinNumber { get; }

        public TimeSpan DebounceTimeout { get; set; }

        public PinMode GetPinMode() => Open().Controller.GetPinMode(PinNumber);

        public bool IsPinModeSupported(PinMode pinMode) => Open().Controller.IsPinModeSupported(PinNumber, pinMode);

        public void SetPinMode(PinMode value)
        {
            BoardRun.Enter("GpioPin.SetPinMode");
            if (!IsPinModeSupported(value))
            {
                throw new ArgumentException("the pin does not support this mode", nameof(value));
            }

            Open().Controller.SetPinMode(PinNumber, value);
        }

        public PinValue Read()
        {
            BoardRun.Enter("GpioPin.Read");
            return Open().Controller.Read(PinNumber);
        }

        public void Write(PinValue value)
        {
            BoardRun.Enter("GpioPin.Write");
            Open().Controller.Write(PinNumber, value);
        }

        public void Toggle()
        {
            BoardRun.Enter("GpioPin.Toggle");
            Open().Controller.Toggle(PinNumber);
        }

        public void Dispose()
        {
            if (!_disposed)
            {
                _disposed = true;
                if (!BoardRun.Current.HasEnded)
                {
                    _events.Controller.ClosePin(PinNumber);
                }
            }
        }

        private GpioEvents Open() => _disposed ? throw new ObjectDisposedException("pin " + PinNumber) : _events;
    }
}
