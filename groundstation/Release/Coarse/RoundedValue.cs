namespace JointWatch.Releases.Coarse;

/// <summary>A value as it goes out: whole numbers on its raster, so that there is no tail to read anything from. Immutable, and may be printed.</summary>
public abstract record RoundedValue
{
    private protected RoundedValue()
    {
    }

    /// <summary>
    /// Whether a newer value is so near that this one is kept. What jitters about a border would else tell that it lies near it. It depends on the two rounded
    /// values alone, so that it tells nothing that they do not.
    /// </summary>
    internal abstract bool Holds(RoundedValue newer);
}
