namespace JointWatch.Releases.Fields;

/// <summary>What a field is a value of, and so how it is made coarse.</summary>
internal enum Quantity
{
    /// <summary>A place on the ground: a cell of the grid.</summary>
    Place,

    /// <summary>How large an area is, or how far something reaches: kilometres, up to the next step of the grid.</summary>
    Extent,

    /// <summary>An instant: down to the raster, said as the interval.</summary>
    Time,

    /// <summary>Two instants.</summary>
    Period,

    /// <summary>A direction, or a sector of directions: a sector on the raster.</summary>
    Azimuth,

    /// <summary>What was launched, in full or by generic class.</summary>
    Class,

    /// <summary>A probability: the band it lies in.</summary>
    Percent,

    /// <summary>A height: the step it lies in.</summary>
    Height,

    /// <summary>A speed: the step it lies in.</summary>
    Speed,

    /// <summary>A number of things: the step it lies in.</summary>
    Count,

    /// <summary>A word or name as it is.</summary>
    Word,

    /// <summary>Names as they are.</summary>
    Words,
}
