namespace JointWatch.Warnings.Life;

/// <summary>The class by range, with hysteresis so that a range on a boundary does not flicker.</summary>
internal static class RangeClass
{
    private static readonly (double FromMeters, ObjectClass Class)[] Bounds =
    [
        (0, ObjectClass.SoundingOrShortRange),
        (1_000_000, ObjectClass.MediumRange),
        (3_000_000, ObjectClass.IntermediateRange),
        (5_500_000, ObjectClass.Intercontinental),
    ];

    /// <summary>The class of a range over ground; a range within the hysteresis of a boundary of the present class leaves it as it is.</summary>
    public static ObjectClass Of(double rangeMeters, ObjectClass present, double hysteresis)
    {
        ObjectClass plain = Plain(rangeMeters);
        bool isNear = Plain(rangeMeters * (1 + hysteresis)) == present || Plain(rangeMeters * (1 - hysteresis)) == present;
        return isNear ? present : plain;
    }

    private static ObjectClass Plain(double rangeMeters)
    {
        int i = Bounds.Length - 1;
        while (i > 0 && rangeMeters < Bounds[i].FromMeters)
        {
            i--;
        }

        return Bounds[i].Class;
    }
}
