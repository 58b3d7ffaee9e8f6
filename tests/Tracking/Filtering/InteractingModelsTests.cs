using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Tests.Numerics;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Filtering;

public sealed class InteractingModelsTests
{
    private static readonly Sensor Radar = Some.Radar("R1", LocalFrame.Flat(Vector3.Zero));

    [Fact]
    public void Straight_flight_is_recognised()
    {
        ModelBank bank = Follow(60, _ => Vector3.Zero);

        Assert.True(bank.Probabilities[0] > 0.9, $"probability of straight flight {bank.Probabilities[0]}");
    }

    [Fact]
    public void Steady_thrust_is_recognised_and_its_acceleration_found()
    {
        ModelBank bank = Follow(60, _ => new Vector3(20, 0, 15));
        StateMoments moments = new();
        moments.Set(bank);

        Assert.True(bank.Probabilities[0] < 0.05, $"probability of straight flight {bank.Probabilities[0]}");
        Assert.Equal(20, moments.Acceleration.X, 3.0);
        Assert.Equal(15, moments.Acceleration.Z, 3.0);
    }

    [Fact]
    public void Probabilities_sum_to_one_and_covariances_stay_positive_definite()
    {
        ModelBank bank = Follow(40, t => t < 20 ? new Vector3(35, 0, 0) : new Vector3(0, 0, -9.8));

        Assert.Equal(1, bank.Probabilities.ToArray().Sum(), 1e-12);
        for (int m = 0; m < bank.Models.Count; m++)
        {
            Assert.True(!bank.IsAwake(m) || Dense.IsPositiveDefinite(bank.Covariance(m), bank.Models[m].Length));
        }
    }

    /// <summary>Seconds of a flight from (20, 30, 5) km, with some acceleration over time, seen each half second without false detections.</summary>
    private static ModelBank Follow(double seconds, Func<double, Vector3> acceleration)
    {
        Random random = new(17);
        MotionOptions options = new();
        InteractingModels models = new(options, new FilterOptions(), Surroundings.Of(Radar.Frame));
        ModelBank bank = models.NewBank();
        ModelBank next = models.NewBank();
        Vector3 position = new(20_000, 30_000, 5_000);
        Vector3 velocity = new(200, 100, 0);
        double[] p = new double[36];
        for (int i = 0; i < 6; i++)
        {
            p[(i * 6) + i] = i < 3 ? 100 * 100 : 50 * 50;
        }

        models.Initialise(bank, [position.X, position.Y, position.Z, velocity.X, velocity.Y, velocity.Z], p);
        const double Step = 0.5;
        for (double t = 0; t < seconds; t += Step)
        {
            Vector3 a = acceleration(t);
            position += (Step * velocity) + (Step * Step / 2 * a);
            velocity += Step * a;
            models.Predict(bank, Step, next);
            Assert.True(models.TryUpdate(next, Observation.Of(Radar, Some.Measured(Radar, position, velocity, random)), out _));
            (bank, next) = (next, bank);
        }

        return bank;
    }
}
