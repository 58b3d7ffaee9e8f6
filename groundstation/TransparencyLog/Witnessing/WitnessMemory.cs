using System.Security.Cryptography;
using System.Text;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Writing;

namespace JointWatch.TransparencyLog.Witnessing;

/// <summary>
/// The latest checkpoint that a witness has cosigned, one file for each log, in a folder of the witness's own: the note with its cosignature, which is also
/// its evidence. A file that is damaged is an error and never a fresh start. Take care of the folder: a witness without memory cosigns a fork.
/// </summary>
internal sealed class WitnessMemory
{
    private readonly string _folder;
    private readonly VerifierKey _witness;
    private readonly DurableFolder _files;

    public WitnessMemory(string folder, VerifierKey witness, Action<string>? step)
    {
        _folder = Path.GetFullPath(folder);
        _witness = witness;
        Directory.CreateDirectory(_folder);
        _files = new DurableFolder(_folder, step);
    }

    /// <summary>The checkpoint cosigned last, or null where none was.</summary>
    /// <exception cref="LogFormatException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public SignedCheckpoint? Read(string origin)
    {
        string path = PathFor(origin);
        if (!File.Exists(path))
        {
            return null;
        }

        SignedCheckpoint kept = SignedCheckpoint.Read(path);
        return kept.Checkpoint.Origin == origin && kept.Note.Check(_witness) == SignatureVerdict.Good
            ? kept
            : throw new LogFormatException(path, null, kept.Checkpoint.Origin, $"a checkpoint of {origin} that {_witness.Name} has cosigned");
    }

    /// <summary>Keeps a checkpoint: it is on the disk afterwards.</summary>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public void Keep(SignedCheckpoint cosigned)
    {
        _files.Write(PathFor(cosigned.Checkpoint.Origin), cosigned.ToBytes());
        _files.Flush();
    }

    /// <summary>Origins may hold any characters, so files are called by their hash.</summary>
    private string PathFor(string origin) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin))) + ".checkpoint");
}
