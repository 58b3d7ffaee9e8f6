using System.Security.Cryptography;
using JointWatch.Contract.Sealing;
using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;

namespace JointWatch.Station.Enrolment;

/// <summary>Makes a key for a node, writes the file that goes onto its board, and adds the node to the station's register.</summary>
internal static class EnrolRunner
{
    /// <returns>The exit code.</returns>
    /// <exception cref="InvalidInputException">A file cannot be written, or is there and is not to be replaced.</exception>
    public static int Run(EnrolOptions options, TextWriter output)
    {
        byte[] key = RandomNumberGenerator.GetBytes(Sealed.KeyBytes);
        if (File.Exists(options.KeyFile) && !options.Replace)
        {
            throw new InvalidInputException("jointwatch enrol", null, "--key-file", options.KeyFile, "a file that is not there yet; --replace writes it anew");
        }

        // The register first: a key file without its entry would be a board that nobody believes.
        EnrolmentFile.Add(options.DataDirectory, options.Node, key, options.Replace);
        try
        {
            EnrolmentFile.WritePrivate(options.KeyFile, Convert.ToHexStringLower(key) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(
                "jointwatch enrol", null, "--key-file", options.KeyFile, $"a file that can be written ({e.Message}); enrol once more with --replace", e);
        }

        output.WriteLine($"{options.Node} is enrolled in {EnrolmentFile.PathIn(options.DataDirectory)}.");
        output.WriteLine($"Its key is in {options.KeyFile}: put it on the board as I:\\node.key, restart the board, and delete the file.");
        output.WriteLine("From now on the station takes of it only what is sealed with this key.");
        return ExitCode.Done;
    }
}
