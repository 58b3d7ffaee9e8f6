namespace System.Device.Gpio
{
    public enum PinMode
    {
        Input = 0,
        InputPullDown = 1,
        InputPullUp = 2,
        Output = 3,
    }

    public enum PinEventTypes
    {
        None = 0,
        Rising = 1,
        Falling = 2,
    }

    public readonly struct PinValue
    {
        public static PinValue High => throw null!;
        public static PinValue Low => throw null!;
        public static bool operator ==(PinValue a, PinValue b) => throw null!;
        public static bool operator !=(PinValue a, PinValue b) => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public override int GetHashCode() => throw null!;
    }

    public class PinValueChangedEventArgs : EventArgs
    {
        public PinValueChangedEventArgs(PinEventTypes changeType, int pinNumber) => throw null!;
    }

    public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);

    public class GpioPin : IDisposable
    {
        protected GpioPin() => throw null!;
        public event PinValueChangedEventHandler ValueChanged { add => throw null!; remove => throw null!; }
        public void Dispose() => throw null!;
        public PinValue Read() => throw null!;
        public void Write(PinValue value) => throw null!;
    }

    public class GpioController : IDisposable
    {
        public GpioController() => throw null!;
        public void Dispose() => throw null!;
        public GpioPin OpenPin(int pinNumber, PinMode mode) => throw null!;
    }
}
