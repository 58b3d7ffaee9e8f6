using JointWatch.Emulation.Storage;

namespace System.IO
{
    /// <summary>nanoFramework's exception of files, with its error codes.</summary>
    public sealed class IOException : SystemException
    {
        public IOException()
        {
        }

        public IOException(string message)
            : base(message)
        {
        }

        internal IOException(FlashException cause)
            : base(cause.Message) => ErrorCode = cause.Error switch
            {
                FlashError.FileNotFound => IOExceptionErrorCode.FileNotFound,
                FlashError.DirectoryNotFound => IOExceptionErrorCode.DirectoryNotFound,
                FlashError.PathAlreadyExists => IOExceptionErrorCode.PathAlreadyExists,
                FlashError.UnauthorizedAccess => IOExceptionErrorCode.UnauthorizedAccess,
                FlashError.PathTooLong => IOExceptionErrorCode.PathTooLong,
                FlashError.VolumeNotFound => IOExceptionErrorCode.VolumeNotFound,
                _ => IOExceptionErrorCode.Others,
            };

        /// <summary>nanoFramework's codes, with its numbers.</summary>
        public enum IOExceptionErrorCode
        {
            Others = unchecked((int)0xE0000000),
            InvalidDriver = unchecked((int)0xE1000000),
            FileNotFound = unchecked((int)0xE2000000),
            DirectoryNotFound = unchecked((int)0xE3000000),
            VolumeNotFound = unchecked((int)0xE4000000),
            PathTooLong = unchecked((int)0xE5000000),
            DirectoryNotEmpty = unchecked((int)0xE6000000),
            UnauthorizedAccess = unchecked((int)0xE7000000),
            PathAlreadyExists = unchecked((int)0xE8000000),
            TooManyOpenHandles = unchecked((int)0xE9000000),
        }

        public IOExceptionErrorCode ErrorCode { get; } = IOExceptionErrorCode.Others;
    }
}
