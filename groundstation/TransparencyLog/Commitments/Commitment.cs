using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Commitments;

/// <summary>
/// A salted commitment: it binds its maker to a content and tells nobody what that is, until the maker hands out the opening. SHA-256 over the text
/// <c>jointwatch/commitment/v1</c> and a newline, the salt (32 bytes), the length of the context (uint32, big-endian) and the context in UTF-8, the length of
/// the content (uint64, big-endian) and the content: so no two different openings make the same input.
/// </summary>
/// <param name="Digest">The 32 bytes that go into the log.</param>
public readonly record struct Commitment(TreeHash Digest)
{
    /// <summary>Commits to a content with a new salt.</summary>
    /// <param name="context">What the content is, so that one commitment is not passed off as another: <c>track/position</c>.</param>
    /// <param name="opening">What opens it; keep it, or nobody ever will.</param>
    public static Commitment To(string context, ReadOnlyMemory<byte> content, out CommitmentOpening opening)
    {
        opening = new CommitmentOpening(RandomNumberGenerator.GetBytes(CommitmentOpening.SaltBytes), context, content);
        return Of(opening);
    }

    /// <summary>The commitment that an opening opens.</summary>
    public static Commitment Of(CommitmentOpening opening)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] context = Encoding.UTF8.GetBytes(opening.Context);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        hash.AppendData("jointwatch/commitment/v1\n"u8);
        hash.AppendData(opening.Salt.Span);
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)context.Length);
        hash.AppendData(length[..sizeof(uint)]);
        hash.AppendData(context);
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)opening.Content.Length);
        hash.AppendData(length);
        hash.AppendData(opening.Content.Span);
        return new Commitment(new TreeHash(hash.GetHashAndReset()));
    }

    /// <summary>Whether this opens it.</summary>
    public bool IsOpenedBy(CommitmentOpening opening) => Of(opening) == this;

    /// <summary>In base64.</summary>
    public override string ToString() => Digest.ToString();
}
