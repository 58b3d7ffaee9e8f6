using JointWatch.Exercises.Files;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Policies.Files;

/// <summary>
/// Reads how coarse the values of a rule are. What its fields need must be there: there is no default for coarseness. What they do not need must not, so that
/// nobody believes that it counts.
/// </summary>
internal static class RoundingReader
{
    public static Rounding Read(TomlReader rule, IReadOnlyList<Quantity> needed)
    {
        bool Needs(params ReadOnlySpan<Quantity> any)
        {
            foreach (Quantity quantity in any)
            {
                if (needed.Contains(quantity))
                {
                    return true;
                }
            }

            return false;
        }

        return new Rounding
        {
            Grid = Needs(Quantity.Place, Quantity.Extent) ? ReadGrid(rule) : null,
            TimeSeconds = Needs(Quantity.Time, Quantity.Period) ? rule.Integer("timeSeconds", 1, 86_400, "seconds") : 0,
            AzimuthDegrees = Needs(Quantity.Azimuth) ? ReadAzimuth(rule) : 0,
            IsGenericClass = Needs(Quantity.Class) && rule.Text("class", "'generic' or 'full'", s => s is "generic" or "full") == "generic",
            ConfidencePercents = Needs(Quantity.Percent) ? ReadBounds(rule) : [],
            HeightKilometers = Needs(Quantity.Height) ? rule.Integer("heightKilometers", 1, 10_000, "kilometres") : 0,
            SpeedMetersPerSecond = Needs(Quantity.Speed) ? rule.Integer("speedMetersPerSecond", 1, 10_000, "metres a second") : 0,
            CountStep = Needs(Quantity.Count) ? rule.Integer("countStep", 1, 1_000_000, "things") : 0,
        };
    }

    private static GroundGrid ReadGrid(TomlReader rule)
    {
        if (!rule.Has("positionDegrees"))
        {
            return GroundGrid.OfKilometers(rule.Integer("positionKilometers", 1, 5_000, "kilometres; or positionDegrees"));
        }

        double degrees = rule.Number("positionDegrees", 0.001, 30, "degrees");
        GroundGrid grid = GroundGrid.OfDegrees(degrees) ?? throw rule.Refused("positionDegrees", "whole thousandths of a degree that go into 180 without a remainder, as 0.1, 0.5, 1 and 2");
        return rule.Has("positionKilometers") ? throw rule.Refused("positionKilometers", "not to stand beside positionDegrees") : grid;
    }

    private static int ReadAzimuth(TomlReader rule)
    {
        int degrees = rule.Integer("azimuthDegrees", 1, 180, "degrees");
        return 360 % degrees == 0 ? degrees : throw rule.Refused("azimuthDegrees", "whole degrees that go into 360 without a remainder, as 5, 10 and 45");
    }

    private static IReadOnlyList<int> ReadBounds(TomlReader rule)
    {
        IReadOnlyList<int> bounds = rule.Integers("confidencePercents", 20, 1, 99, "per cent, the bounds between bands, rising");
        return bounds.Zip(bounds.Skip(1)).All(pair => pair.First < pair.Second) ? bounds : throw rule.Refused("confidencePercents", "bounds that rise");
    }
}
