using System.IO.Ports;
using System.Runtime.CompilerServices;
using System.Text;

namespace JointWatch.Flash.Board;

/// <summary>
/// A board's USB bridge. 921600 baud is what nanoFramework sets on an ESP32 (nf-interpreter, targets/ESP32/_include/WireProtocol_Uart_Pins.h);
/// what a program prints goes out there as plain text while no debugger is attached.
/// </summary>
internal sealed class SerialBoardPort(TimeProvider time) : IBoardPort
{
    private const int Baud = 921_600;

    /// <summary>How long the chip is held in reset: its datasheet asks for 50 µs, a USB bridge passes a change on within some 10 ms.</summary>
    private static readonly TimeSpan ResetPulse = TimeSpan.FromMilliseconds(100);

    public IReadOnlyList<string> Names() => SerialPort.GetPortNames();

    public async IAsyncEnumerable<string> ListenAsync(string port, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using SerialPort serial = Open(port);

        // Espressif's boards hold the chip in reset while RTS is on and DTR is off.
        serial.DtrEnable = false;
        serial.RtsEnable = true;
        await Task.Delay(ResetPulse, time, cancellation);
        serial.RtsEnable = false;

        // A read that waits ends when the port is closed; on Windows it does not heed a cancellation.
        await using CancellationTokenRegistration close = cancellation.Register(serial.Dispose);
        using StreamReader reader = new(serial.BaseStream, Encoding.UTF8);
        while (await ReadLineAsync(reader, cancellation) is string line)
        {
            yield return line;
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadLineAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new IOException(e.Message, e);
        }
    }

    private static SerialPort Open(string port)
    {
        SerialPort serial = new(port, Baud);
        try
        {
            serial.Open();
            return serial;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            serial.Dispose();
            throw new IOException(e.Message, e);
        }
        catch
        {
            serial.Dispose();
            throw;
        }
    }
}
