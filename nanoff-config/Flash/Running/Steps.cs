namespace JointWatch.Flash.Running;

/// <summary>The commands that bring a board up, in nanoff's documented options (its README and Options.cs, 2.5.162 of July 2026).</summary>
public static class Steps
{
    public static Command ListTargets() => new("nanoff", ["--listtargets", "--platform", "esp32"]);

    /// <summary>Erases the flash and writes nanoFramework.</summary>
    public static Command Firmware(FlashRequest request, string version) => new(
        "nanoff",
        ["--target", request.Target, "--serialport", request.SerialPort, "--update", "--masserase", "--fwversion", version]);

    /// <summary>Reads back what runs, with the checksums of its native parts.</summary>
    public static Command Details(FlashRequest request) => new("nanoff", ["--nanodevice", "--devicedetails", "--serialport", request.SerialPort]);

    /// <param name="installed">Whether the station is installed as the program jointwatch; else it is run from the repository.</param>
    public static Command Enrol(FlashRequest request, string keyFile, bool installed, string root)
    {
        List<string> enrol = ["enrol", request.Node.ToString(), "--data", request.DataFolder, "--key-file", keyFile];
        if (request.Replace)
        {
            enrol.Add("--replace");
        }

        return installed
            ? new Command("jointwatch", enrol)
            : new Command("dotnet", ["run", "--project", Path.Combine(root, "groundstation", "Station"), "--", .. enrol]);
    }

    public static Command Network(string file) => new("nanoff", ["--networkdeployment", file]);

    public static Command Files(string file) => new("nanoff", ["--filedeployment", file]);

    /// <summary>Writes the application; the board starts anew afterwards.</summary>
    public static Command Application(FlashRequest request) => new(
        "nanoff",
        ["--target", request.Target, "--serialport", request.SerialPort, "--deploy", "--image", request.Image]);
}
