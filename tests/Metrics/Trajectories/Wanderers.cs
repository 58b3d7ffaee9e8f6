using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Metrics.Tests.Trajectories;

/// <summary>
/// Objects and tracks that wander in a plane, drawn by the linear congruential generator of ISO C's example <c>rand</c> (1103515245 x + 12345 modulo 2^31), so that
/// a few lines in any language draw the same.
/// </summary>
internal sealed class Wanderers(long seed)
{
    private long _state = seed;

    public static Comparison Draw(long seed, int objects, int tracks, int times, double size, double speed, double present)
    {
        Wanderers random = new(seed);
        Trajectory[] truth = random.Ways(objects, times, size, speed, present);
        return Compare(truth, random.Ways(tracks, times, size, speed, present));
    }

    public static Comparison Compare(Trajectory[] truth, Trajectory[] tracks)
    {
        int times = truth.Concat(tracks).Select(way => way.Places.Count).FirstOrDefault();
        return new Comparison([.. Enumerable.Range(0, times).Select(k => new UtcMicroseconds(k * 1_000_000L))], truth, tracks);
    }

    public static Place At(double x, double y) => new(new Vector3(x, y, 0), Vector3.Zero);

    private Trajectory[] Ways(int count, int times, double size, double speed, double present)
    {
        Trajectory[] ways = new Trajectory[count];
        for (int n = 0; n < count; n++)
        {
            double x = Next() * size;
            double y = Next() * size;
            double vx = (Next() - 0.5) * speed;
            double vy = (Next() - 0.5) * speed;
            Place?[] places = new Place?[times];
            for (int k = 0; k < times; k++)
            {
                places[k] = Next() < present ? new Place(new Vector3(x, y, 0), new Vector3(vx, vy, 0)) : null;
                x += vx + ((Next() - 0.5) * speed);
                y += vy + ((Next() - 0.5) * speed);
            }

            ways[n] = new Trajectory(n.ToString(System.Globalization.CultureInfo.InvariantCulture), places);
        }

        return ways;
    }

    private double Next()
    {
        _state = ((_state * 1103515245) + 12345) % (1L << 31);
        return _state / (double)(1L << 31);
    }
}
