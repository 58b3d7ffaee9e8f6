using JointWatch.Emulation.Mqtt;

namespace JointWatch.Emulation;

/// <summary>
/// A board's memory figures. .NET's heap says nothing of a board's, so the figures are what a test sets, less what M2Mqtt's queues hold:
/// the one growth that the firmware does not see itself.
/// </summary>
public sealed class BoardMemory
{
    private readonly List<MqttClientModel> _clients = [];

    internal BoardMemory(uint heapBytes)
    {
        HeapBytes = heapBytes;
        FreeBytes = heapBytes * 6 / 10;
        LargestBlockBytes = heapBytes / 3;
    }

    /// <summary>Gets the managed heap's size.</summary>
    public uint HeapBytes { get; }

    /// <summary>Gets or sets what is free while M2Mqtt's queues are empty.</summary>
    public uint FreeBytes { get; set; }

    /// <summary>Gets or sets the largest free block.</summary>
    public uint LargestBlockBytes { get; set; }

    /// <summary>Gets the bytes that M2Mqtt's queues hold.</summary>
    public long QueuedBytes
    {
        get
        {
            lock (_clients)
            {
                long sum = 0;
                foreach (MqttClientModel client in _clients)
                {
                    sum += client.QueuedBytes;
                }

                return sum;
            }
        }
    }

    internal uint FreeNow => (uint)Math.Max(0, FreeBytes - QueuedBytes);

    internal void Add(MqttClientModel client)
    {
        lock (_clients)
        {
            _clients.Add(client);
        }
    }

    internal void Forget()
    {
        lock (_clients)
        {
            _clients.Clear();
        }
    }
}
