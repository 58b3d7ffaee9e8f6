using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

/// <summary>Sensors, forms and flights that the tests of the filter share.</summary>
internal static class SomeFlights
{
    public static readonly FilterForm[] Forms = [FilterForm.Extended, FilterForm.Unscented, FilterForm.Cubature];

    public static IFilterForm Form(FilterForm form) => form switch
    {
        FilterForm.Unscented => new UnscentedForm(),
        FilterForm.Cubature => new CubatureForm(),
        _ => new ExtendedForm(),
    };

    public static Sensor Place(double sigma, double heightSigma, LocalFrame? frame = null) => new(
        new SensorId("P"),
        SensorKind.Place,
        frame ?? LocalFrame.Flat(Vector3.Zero),
        new FieldOfView(0, Math.Tau, -0.1, 0.1, 0, 10_000),
        new MeasurementNoise(0, 0, 0, 0) { PlaceSigmaMeters = sigma, HeightSigmaMeters = heightSigma },
        0.9,
        1,
        1);

    /// <summary>
    /// Follows an object with known association, in steps.
    /// </summary>
    public static ModelBank Follow(
        InteractingModels models, Sensor sensor, double step, double seconds, Flight flight, int seed, Action<double, ModelBank>? each = null)
    {
        Random random = new(seed);
        ModelBank bank = models.NewBank();
        ModelBank next = models.NewBank();
        (Vector3 position, Vector3 velocity) = flight(0)!.Value;
        double[] p = new double[36];
        for (int i = 0; i < 6; i++)
        {
            p[i * 7] = i < 3 ? 100 * 100 : 30 * 30;
        }

        models.Initialise(bank, [position.X, position.Y, position.Z, velocity.X, velocity.Y, velocity.Z], p);
        for (double t = step; t <= seconds; t += step)
        {
            (position, velocity) = flight(t)!.Value;
            models.Predict(bank, step, next);
            Assert.True(models.TryUpdate(next, Observation.Of(sensor, Some.Measured(sensor, position, velocity, random)), out _));
            (bank, next) = (next, bank);
            each?.Invoke(t, bank);
        }

        return bank;
    }

    /// <summary>An estimate of an object in straight flight after 20 looks.</summary>
    public static ModelBank Settled(InteractingModels models, Sensor sensor) => Follow(models, sensor, 1, 20, Straight, 11);

    /// <summary>Straight flight at 220 m/s, seen from 36 km.</summary>
    public static (Vector3 Position, Vector3 Velocity)? Straight(double seconds) =>
        (new Vector3(20_000, 30_000, 5_000) + (seconds * new Vector3(200, 100, 0)), new Vector3(200, 100, 0));

    public static double[] Vector(Vector3 v) => [v.X, v.Y, v.Z];
}
