namespace JointWatch.Releases.Coarse;

/// <summary>An area between two parallels and two meridians, thousandths of a degree, north and east positive; west is from -180° to below 180°.</summary>
public sealed record Cell(int SouthThousandths, int NorthThousandths, int WestThousandths, int EastThousandths) : RoundedValue
{
    /// <inheritdoc/>
    internal override bool Holds(RoundedValue newer) =>
        newer is Cell other
        && other.SouthThousandths <= NorthThousandths && other.NorthThousandths >= SouthThousandths
        && (Overlaps(other, 0) || Overlaps(other, 360_000) || Overlaps(other, -360_000));

    private bool Overlaps(Cell other, int turn) => other.WestThousandths + turn <= EastThousandths && other.EastThousandths + turn >= WestThousandths;
}
