using System.Text;

namespace JointWatch.Flash.Files;

/// <summary>The texts that go to the board, or tell nanoff what goes there.</summary>
internal sealed class DeploymentFiles(FlashRequest request, string root)
{
    /// <summary>What stands in a shown text where the secret stands in the real one.</summary>
    public const string Mask = "********";

    /// <summary>nanoff's network file. <paramref name="masked"/>: to be shown.</summary>
    public string Network(string? caFile, bool masked) => Template.Fill(
        TemplatePath("network.json"),
        new Dictionary<string, string?>
        {
            ["serialPort"] = request.SerialPort,
            ["wifiName"] = request.WifiName,
            ["wifiPassword"] = request.OpenNetwork ? "" : masked ? Mask : request.WifiPassword,
            ["wifiAuthentication"] = request.OpenNetwork ? "Open" : "WPA2",
            ["wifiEncryption"] = request.OpenNetwork ? "None" : "WPA2",
            ["caFile"] = caFile,
        });

    /// <summary>nanoff's list of files.</summary>
    public string Files(string nodeFile, string keyFile) => Template.Fill(
        TemplatePath("files.json"),
        new Dictionary<string, string?>
        {
            ["serialPort"] = request.SerialPort,
            ["nodeFile"] = nodeFile,
            ["keyFile"] = keyFile,
        });

    /// <summary>
    /// The CA certificates with a NUL at the end: Mbed TLS on the board takes a PEM text only so, and the NUL that nanoff 2.5 adds by itself
    /// is lost before it sends the text (NetworkDeploymentManager.CheckNullPemTermination resizes its own copy).
    /// </summary>
    public static byte[] Certificates(string path) => Encoding.ASCII.GetBytes(File.ReadAllText(path).TrimEnd('\0') + "\0");

    private string TemplatePath(string name) => Path.Combine(root, "nanoff-config", request.Target, name);
}
