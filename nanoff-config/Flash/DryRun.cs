using JointWatch.Flash.Files;
using JointWatch.Flash.Firmware;
using JointWatch.Flash.Running;

namespace JointWatch.Flash;

/// <summary>Shows what would be done, with the secrets masked.</summary>
internal sealed class DryRun(FlashRequest request, Surroundings surroundings, FirmwareProfile profile)
{
    /// <summary>Stands for the private folder, which a dry run does not make.</summary>
    private const string Folder = "PRIVATE-FOLDER";

    public void Show()
    {
        DeploymentFiles files = new(request, surroundings.ToolRoot);
        bool installed = surroundings.Commands.Find("jointwatch") is not null;
        string version = request.FirmwareVersion ?? $"{profile.Series}.NEWEST";
        Say("Dry run: nothing is done. Secrets are shown as " + DeploymentFiles.Mask + ".");
        if (request.FirmwareVersion is null)
        {
            Say($"# the newest build of {profile.Series} for {request.Target} in this list is the NEWEST below");
            Run(Steps.ListTargets());
        }

        Say("# erase the flash, write nanoFramework");
        Run(Steps.Firmware(request, version));
        Say($"# read back: the checksums of {profile.Natives.Count} native parts must be those of nanoff-config/firmware.json");
        Run(Steps.Details(request));
        Say("# make the node's key, and add it to the station's register");
        Run(Steps.Enrol(request, $"{Folder}/node.key", installed, surroundings.ToolRoot));
        Show("node.key", DeploymentFiles.Mask);
        Show("node.json", NodeFile.Make(request));
        Show("network.json", files.Network(request.CaFile is null ? null : $"{Folder}/ca.pem", masked: true));
        Show("files.json", files.Files($"{Folder}/node.json", $"{Folder}/node.key"));
        Say("# Wi-Fi" + (request.CaFile is null ? "" : " and CA certificate") + " into the board's configuration");
        Run(Steps.Network($"{Folder}/network.json"));
        Say("# set-up and key onto its file system");
        Run(Steps.Files($"{Folder}/files.json"));
        Say("# the application; the board starts anew");
        Run(Steps.Application(request));
        Say($"# listen on {request.SerialPort} at 921600 baud for: JointWatch VERSION {request.Node} boot 1 (power) ... running");
        Say($"# remove {Folder}");
    }

    private void Run(Command command) => Say("$ " + command);

    private void Show(string name, string content)
    {
        Say($"--- {Folder}/{name}");
        Say(content);
        Say("---");
    }

    private void Say(string line) => surroundings.Output.WriteLine(line);
}
