using System;

namespace JointWatch.Contract.Sealing
{
    /// <content>What a board cannot do wrong, and others can.</content>
    public sealed partial class Sha256
    {
        static partial void CheckPart(byte[] data, int offset, int count)
        {
            if (offset < 0 || count < 0 || count > data.Length - offset)
            {
                throw new ArgumentException("The part lies outside the buffer.");
            }
        }
    }
}
