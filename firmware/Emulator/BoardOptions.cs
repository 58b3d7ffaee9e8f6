namespace JointWatch.Emulation;

/// <summary>What kind of board it is and where it stands. The defaults are an ESP32 with 4 MB of flash in a house with good Wi-Fi.</summary>
public sealed class BoardOptions
{
    /// <summary>Gets the board's name in what is told of it.</summary>
    public string Name { get; init; } = "board";

    /// <summary>Gets the time from power or reset to the first line of Main. nanoCLR needs about a second to find and link its assemblies.</summary>
    public TimeSpan BootTime { get; init; } = TimeSpan.FromMilliseconds(1_200);

    /// <summary>Gets the size of the file system, in sectors of 4096 bytes: nanoFramework's partition tables give 256 KB on boards of 4 MB.</summary>
    public int FlashSectors { get; init; } = 64;

    /// <summary>Gets how much faster than true time the board's oscillator runs, parts per million. Crystals of ESP32 modules: 10 ppm, and 20 more with heat.</summary>
    public double DriftPpm { get; init; }

    /// <summary>Gets whether the clock keeps UTC through a reset (never through a power cut). ESP-IDF's timer does; what nanoFramework makes of it is not promised.</summary>
    public bool ClockSurvivesReset { get; init; }

    /// <summary>Gets the Wi-Fi network that nanoff's network deployment stored on the board; empty: none.</summary>
    public string StoredSsid { get; init; } = "home";

    /// <summary>Gets the password stored with it.</summary>
    public string StoredPassword { get; init; } = "correct horse";

    /// <summary>Gets the managed heap, bytes.</summary>
    public uint HeapBytes { get; init; } = 110_000;

    /// <summary>Gets the memory beside the chip, bytes; 0: the board has none.</summary>
    public uint PsramBytes { get; init; }

    /// <summary>Gets the name of the board's nanoFramework target.</summary>
    public string Target { get; init; } = "ESP32_REV3";

    /// <summary>Gets whether the device's store holds the certificate of the CA that signed the broker's.</summary>
    public bool TrustsBroker { get; init; } = true;

    /// <summary>Gets the CA's certificate (PEM) in the device's store, for a broker reached over the real network.</summary>
    public string? CaCertificatePem { get; init; }
}
