namespace JointWatch.Contract.Sealing
{
    /// <content>A message in one piece, and keys of any length.</content>
    public sealed partial class HmacSha256
    {
        /// <summary>The tag of one piece of a buffer.</summary>
        /// <param name="data">Where the message lies.</param>
        /// <param name="offset">Its first byte.</param>
        /// <param name="count">How many bytes it has.</param>
        /// <param name="tag">Where the tag goes, <see cref="TagBytes"/> of it.</param>
        /// <param name="tagOffset">The tag's first byte there.</param>
        public void Compute(byte[] data, int offset, int count, byte[] tag, int tagOffset)
        {
            Begin();
            Add(data, offset, count);
            End(tag, tagOffset);
        }

        static partial void Shorten(ref byte[] key)
        {
            if (key.Length > Sha256.BlockBytes)
            {
                byte[] digest = new byte[Sha256.DigestBytes];
                Sha256 hash = new Sha256();
                hash.Begin();
                hash.Add(key, 0, key.Length);
                hash.End(digest, 0);
                key = digest;
            }
        }
    }
}
