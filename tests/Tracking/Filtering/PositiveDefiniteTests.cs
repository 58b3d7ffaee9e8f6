using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Numerics;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

/// <summary>Tries to break covariances: after each step each must be symmetric to the last bit and have a Cholesky factor.</summary>
public sealed class PositiveDefiniteTests
{
    private const int Geometries = 10_000;
    private static readonly MotionOptions Options = new();
    private static readonly Surroundings Earth = new EarthSurroundings();

    private static readonly IMotionModel[] Models =
    [
        new NearlyConstantVelocity(Options.StraightAccelerationPsd),
        new CoordinatedTurn(Options, Earth),
        new BoostedFlight(Options, Earth),
        new BallisticFlight(Options, Earth),
        new NearlyConstantAcceleration(Options.ManoeuvreJerkPsd, Options.ManoeuvreAccelerationSigma),
    ];

    [Theory]
    [InlineData(FilterForm.Extended)]
    [InlineData(FilterForm.Unscented)]
    [InlineData(FilterForm.Cubature)]
    public void A_covariance_has_a_Cholesky_factor_in_any_geometry_and_with_any_noise(FilterForm name)
    {
        IFilterForm form = SomeFlights.Form(name);
        Random random = new(1);
        for (int g = 0; g < Geometries; g++)
        {
            IMotionModel model = Models[g % Models.Length];
            Sensor sensor = AnySensor(random);
            Enu place = Enu.FromSpherical(
                500 + (400_000 * Math.Pow(random.NextDouble(), 2)),
                g % 7 == 0 ? 1e-9 * (random.NextDouble() - 0.5) : Math.Tau * random.NextDouble(),
                g % 5 == 0 ? (Math.PI / 2) - (1e-3 * random.NextDouble()) : 0.001 + (1.56 * random.NextDouble()));
            Vector3 position = sensor.Frame.ToCommon(place);
            Vector3 velocity = sensor.Frame.DirectionToCommon(new Enu(
                3_000 * (random.NextDouble() - 0.5), 3_000 * (random.NextDouble() - 0.5), 3_000 * (random.NextDouble() - 0.5)));
            (double[] state, double[] p) = Start(model, position, velocity, random);
            double step = g % 3 == 0 ? 0 : Math.Pow(10, -3 + (4.3 * random.NextDouble()));
            for (int k = 0; k < 4; k++)
            {
                form.Predict(model, step, state, p);
                Assert.True(Dense.IsPositiveDefinite(p, model.Length), $"{name}, geometry {g}, prediction {k}");

                // Seen where the estimate is, or somewhere near: the covariance is what matters.
                Vector3 seen = StateLayout.Position(state) + (10 * random.NextDouble() * velocity.Unit);
                form.TryUpdate(Observation.Of(sensor, Measured(sensor, seen, velocity)), model.Length, state, p, out _);
                Assert.True(Dense.IsPositiveDefinite(p, model.Length), $"{name}, geometry {g}, update {k}");
            }
        }
    }

    /// <summary>A satellite's pass through the zenith, an azimuth across north, a flight across the antimeridian and one over each pole.</summary>
    [Theory]
    [InlineData(48, 12, 0, 0, 7_000, 0)]
    [InlineData(48, 12, 0, 40_000, 250, 0)]
    [InlineData(10, 179.9, 5_000, 0, 250, 0)]
    [InlineData(89.9999, 0, 0, 0, 0, 250)]
    [InlineData(-90, 0, 100, 3_000, 0, 250)]
    public void Passes_over_singular_places_are_followed(double latitude, double longitude, double east, double north, double eastward, double northward)
    {
        LocalFrame frame = LocalFrame.At(Geodetic.FromDegrees(latitude, longitude, 100));
        foreach (FilterForm name in SomeFlights.Forms)
        {
            InteractingModels models = new(Options, new FilterOptions { Form = name }, Surroundings.Of(frame));
            Sensor radar = Some.Radar("R", frame) with { Noise = new MeasurementNoise(10, 0.001, 0.001, 0.5) };
            double height = eastward > 1_000 ? 300_000 : 9_000;
            SomeFlights.Follow(
                models,
                radar,
                1,
                120,
                t => (frame.ToCommon(new Enu(east + (eastward * (t - 60)), north + (northward * (t - 60)), height)),
                    frame.DirectionToCommon(new Enu(eastward, northward, 0))),
                5,
                (t, bank) => AssertSound(models, bank, $"{name} at {t} s"));
        }
    }

    private static void AssertSound(InteractingModels models, ModelBank bank, string where)
    {
        double sum = 0;
        for (int m = 0; m < bank.Models.Count; m++)
        {
            if (bank.IsAwake(m))
            {
                sum += bank.Probabilities[m];
                Assert.True(Dense.IsPositiveDefinite(bank.Covariance(m), bank.Models[m].Length), $"model {m}, {where}");
            }
        }

        Assert.Equal(1, sum, 1e-12);
        StateMoments moments = new();
        moments.Set(bank);
        Assert.True(moments.PositionVariance is > 0 and < 1e7, where);
    }

    private static Sensor AnySensor(Random random)
    {
        LocalFrame frame = LocalFrame.At(Geodetic.FromDegrees((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180, 3_000 * random.NextDouble()));
        double small = random.Next(3) == 0 ? 1e-9 : 1;
        MeasurementNoise noise = new(30 * small, 0.0015 * (random.Next(3) == 0 ? 1e-9 : 1), 0.0015 * small, random.Next(2) == 0 ? 0 : small)
        {
            PlaceSigmaMeters = 5 * small,
            HeightSigmaMeters = 10,
        };
        SensorKind kind = random.Next(4) switch
        {
            0 => SensorKind.Infrared,
            1 => SensorKind.Place,
            _ => SensorKind.Radar,
        };
        return Some.Radar("any", frame) with { Kind = kind, Noise = noise };
    }

    private static Detection Measured(Sensor sensor, Vector3 position, Vector3 velocity)
    {
        Enu place = sensor.Frame.ToLocal(position);
        if (sensor.Kind == SensorKind.Place)
        {
            return Detection.AtPlace(place.EastMeters, place.NorthMeters);
        }

        bool level = ((long)Math.Abs(position.X) & 3) == 0;
        bool radar = sensor.Kind == SensorKind.Radar;
        return new Detection(
            radar ? place.RangeMeters : double.NaN,
            place.AzimuthRadians,
            level ? double.NaN : place.ElevationRadians,
            radar && sensor.Noise.RangeRateSigmaMetersPerSecond > 0 ? Vector3.Dot((position - sensor.Frame.Origin).Unit, velocity) : double.NaN,
            double.NaN);
    }

    private static (double[] State, double[] P) Start(IMotionModel model, Vector3 position, Vector3 velocity, Random random)
    {
        int n = model.Length;
        int stride = StateLayout.Stride(n);
        double[] state = new double[stride];
        double[] variances = new double[3];
        StateLayout.Set(state, position, velocity);
        model.Enter(Vector3.Zero, state, variances);
        double[] spd = Dense.RandomSpd(random, n);
        double[] p = new double[n * stride];
        double spread = Math.Pow(10, (5 * random.NextDouble()) - 1);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                p[(i * stride) + j] = spd[(i * n) + j] * Scale(i, spread, variances) * Scale(j, spread, variances);
            }
        }

        return (state, p);
    }

    private static double Scale(int i, double spread, double[] variances) => i < 3 ? spread : i < 6 ? spread / 10 : Math.Sqrt(variances[i - 6]) / 3;
}
