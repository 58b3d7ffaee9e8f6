using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Initiation;

/// <summary>Turns two plots into a first estimate at the later one's time.</summary>
internal static class SeedFilter
{
    private const int N = StateMoments.N;

    /// <summary>
    /// Two-point differencing (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan, "Estimation with Applications to Tracking and Navigation", 2001,
    /// section 5.5.3): position of the later plot, velocity from the difference; an unknown acceleration adds to the velocity's error.
    /// </summary>
    public static void Start(in TrackSeed seed, double accelerationSigma, InteractingModels models, ModelBank bank)
    {
        double seconds = seed.Later.Time.SecondsSince(seed.Earlier.Time);
        Vector3 position = seed.Later.Position;
        Vector3 velocity = (position - seed.Earlier.Position) / seconds;
        Span<double> state = [position.X, position.Y, position.Z, velocity.X, velocity.Y, velocity.Z];
        Span<double> p = stackalloc double[N * N];
        double drift = accelerationSigma * seconds / 2;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double later = seed.Later.Covariance[(3 * i) + j];
                double both = later + seed.Earlier.Covariance[(3 * i) + j];
                p[(i * N) + j] = later;
                p[(i * N) + j + 3] = later / seconds;
                p[((i + 3) * N) + j] = later / seconds;
                p[((i + 3) * N) + j + 3] = (both / (seconds * seconds)) + (i == j ? drift * drift : 0);
            }
        }

        models.Initialise(bank, state, p);
    }
}
