using System.Collections.Concurrent;
using System.Device.Gpio;

namespace JointWatch.Emulation.Pins;

/// <summary>The pins of a virtual board, as a driver for System.Device.Gpio: any program that takes a <see cref="GpioController"/> can use them.</summary>
public sealed class VirtualGpioDriver : GpioDriver
{
    private readonly ConcurrentDictionary<int, VirtualPin> _pins = new();
    private readonly ConcurrentDictionary<(int Pin, PinChangeEventHandler Callback), Action<bool>> _callbacks = new();
    private readonly VirtualBoard _board;

    internal VirtualGpioDriver(VirtualBoard board) => _board = board;

    /// <summary>Gets a pin.</summary>
    public VirtualPin this[int number] => _pins.GetOrAdd(number, n => new VirtualPin(_board, n));

    /// <inheritdoc/>
    protected override int PinCount => 49;

    /// <summary>Presses a button that pulls its pin low, as buttons of ESP32 boards do, and lets it go later.</summary>
    public void Press(int pin, TimeSpan duration)
    {
        this[pin].Drive(false);
        _board.World.In(duration, () => this[pin].Drive(null));
    }

    internal void PowerDown()
    {
        _callbacks.Clear();
        foreach (VirtualPin pin in _pins.Values)
        {
            pin.Write(false);
            pin.Mode = null;
            pin.ForgetListeners();
        }
    }

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber)
    {
        if (pinNumber < 0 || pinNumber >= PinCount)
        {
            throw new ArgumentException($"pin {pinNumber}: an ESP32 has the pins 0 to {PinCount - 1}", nameof(pinNumber));
        }

        this[pinNumber].Mode = PinMode.Input;
    }

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber) => this[pinNumber].Mode = null;

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode) => this[pinNumber].Mode = mode;

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber) => this[pinNumber].Mode ?? throw new InvalidOperationException($"pin {pinNumber} is not open");

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) =>
        mode is PinMode.Input or PinMode.InputPullDown or PinMode.InputPullUp or PinMode.Output;

    /// <inheritdoc/>
    protected override PinValue Read(int pinNumber) => this[pinNumber].IsHigh;

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value) => this[pinNumber].Write(value == PinValue.High);

    /// <inheritdoc/>
    protected override void Toggle(int pinNumber) => this[pinNumber].Write(!this[pinNumber].IsHigh);

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("nanoFramework's boards have events, not waits");

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        void Tell(bool high)
        {
            PinEventTypes what = high ? PinEventTypes.Rising : PinEventTypes.Falling;
            if (eventTypes.HasFlag(what))
            {
                callback(this, new PinValueChangedEventArgs(what, pinNumber));
            }
        }

        _callbacks[(pinNumber, callback)] = Tell;
        this[pinNumber].Changed += Tell;
    }

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        if (_callbacks.TryRemove((pinNumber, callback), out Action<bool>? tell))
        {
            this[pinNumber].Changed -= tell;
        }
    }
}
