namespace System
{
    public class Exception
    {
        public Exception(string message) => throw null!;
        public Exception() => throw null!;
        public virtual string Message => throw null!;
    }

    public class SystemException : Exception { }

    public class ArgumentException : SystemException
    {
        public ArgumentException(string message) => throw null!;
    }

    public class OutOfMemoryException : SystemException { }
}
