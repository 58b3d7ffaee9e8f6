namespace JointWatch.Emulation.Storage;

/// <summary>What a file operation failed of; named as nanoFramework's <c>IOException.IOExceptionErrorCode</c>.</summary>
public enum FlashError
{
    Others = 0,
    FileNotFound,
    DirectoryNotFound,
    PathAlreadyExists,
    UnauthorizedAccess,
    PathTooLong,
    VolumeNotFound,
}

/// <summary>A file operation that failed.</summary>
public sealed class FlashException(FlashError error, string message) : Exception(message)
{
    public FlashError Error => error;
}
