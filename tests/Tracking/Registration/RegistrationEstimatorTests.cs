using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;
using JointWatch.Tracking.Registration;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Registration;

/// <summary>What is expected is the truth of a seeded simulation, within the bounds that the estimate states of itself.</summary>
public sealed class RegistrationEstimatorTests
{
    private static readonly RegistrationOptions _options = new() { AngleSigmaRadians = 0.005 };

    [Fact]
    public void Known_biases_of_three_radars_and_two_infra_red_sensors_are_found()
    {
        BiasedWorld world = World(1);
        (double[] priors, _) = Draw(world);
        RegistrationEstimator estimator = new(_options);
        world.Run(120, (scan, of) => estimator.Take(scan, of));

        (double[] errors, double[] sigmas) = Errors(world, estimator);
        Assert.All(errors.Zip(sigmas), e => Assert.InRange(e.First, -3 * e.Second, 3 * e.Second));
        Assert.All(sigmas.Zip(priors), s => Assert.InRange(s.First, 0, s.Second));
        Assert.True(estimator.IsSignificant);
    }

    /// <summary>The normalised error squared of the vector of all biases is of a chi-square distribution (Y. Bar-Shalom et al., 2001, section 5.4).</summary>
    [Fact]
    public void The_errors_of_all_biases_together_are_as_large_as_their_covariance_says()
    {
        const int Runs = 60;
        double sum = 0;
        int degrees = 0;
        for (int run = 0; run < Runs; run++)
        {
            BiasedWorld world = World(100 + run);
            Draw(world);
            RegistrationEstimator estimator = new(_options);
            world.Run(60, (scan, of) => estimator.Take(scan, of));
            double nees = Nees(world, estimator, out degrees);
            sum += nees;
        }

        double halfWidth = 1.96 * Math.Sqrt(2.0 * degrees / Runs);
        Assert.InRange(sum / Runs, degrees - halfWidth, degrees + halfWidth);
    }

    /// <summary>Differences between sensors show, what all have in common does not: the prior's sigma over the root of five remains of that.</summary>
    [Fact]
    public void A_difference_between_two_clocks_is_known_better_than_either()
    {
        BiasedWorld world = World(2);
        world.Biases[new SensorId("r2")][3] = 0.15;
        RegistrationEstimator estimator = new(_options);
        world.Run(120, (scan, of) => estimator.Take(scan, of));

        SensorId r1 = new("r1");
        SensorId r2 = new("r2");
        double[] clock = [.. estimator.Registrations.Select(r => r.ClockSeconds.Value)];
        double variance = estimator.Covariance(r1, BiasKind.Clock, r1, BiasKind.Clock) + estimator.Covariance(r2, BiasKind.Clock, r2, BiasKind.Clock)
            - (2 * estimator.Covariance(r1, BiasKind.Clock, r2, BiasKind.Clock));
        Assert.InRange(Math.Sqrt(variance), 0, 0.1 * Math.Sqrt(2) / 5);
        Assert.InRange(clock[1] - clock[0], 0.15 - (3 * Math.Sqrt(variance)), 0.15 + (3 * Math.Sqrt(variance)));
        Assert.All(estimator.Registrations, r => Assert.InRange(r.ClockSeconds.Sigma, 0.1 / Math.Sqrt(5) * 0.99, 0.1));
    }

    /// <summary>The test's own rate is once in 10,000 for each sensor at a time; ten looks at each of five sensors in 40 runs give 0.2 false alarms.</summary>
    [Fact]
    public void Sensors_without_biases_are_not_found_to_have_any()
    {
        int alarms = 0;
        for (int run = 0; run < 40; run++)
        {
            BiasedWorld world = World(300 + run);
            RegistrationEstimator estimator = new(_options);
            world.Run(60, (scan, of) => estimator.Take(scan, of));
            Assert.True(estimator.Segments > 3);
            alarms += estimator.IsSignificant ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 2);
    }

    [Fact]
    public void One_sensor_alone_learns_nothing_of_itself()
    {
        BiasedWorld world = new(3) { AccelerationDensity = 0.2 };
        world.Add(Some.Radar("r1", BiasedWorld.At(0, 0)), 40, 0.004, 0.004, 0.1);
        world.AddObjects(10);
        RegistrationEstimator estimator = new(_options);
        world.Run(120, (scan, of) => estimator.Take(scan, of));

        SensorRegistration r = Assert.Single(estimator.Registrations);
        Assert.Equal(new BiasEstimate(0, 50), r.RangeMeters);
        Assert.Equal(new BiasEstimate(0, 0.005), r.AzimuthRadians);
        Assert.Equal(new BiasEstimate(0, 0.005), r.ElevationRadians);
        Assert.Equal(new BiasEstimate(0, 0.1), r.ClockSeconds);
        Assert.False(r.IsSignificant);
        Assert.Equal(default, estimator.CorrectionOf(r.Sensor));
    }

    [Fact]
    public void Objects_that_turn_are_not_taken_for_biases()
    {
        BiasedWorld world = World(4);
        world.TurnAcceleration = 30;
        RegistrationEstimator estimator = new(_options);
        world.Run(120, (scan, of) => estimator.Take(scan, of));

        Assert.False(estimator.IsSignificant);
        Assert.Equal(0, estimator.Segments);
    }

    [Fact]
    public void Tracks_that_are_of_two_objects_are_refused()
    {
        BiasedWorld world = World(5);
        RegistrationEstimator estimator = new(_options);
        int look = 0;
        world.Run(120, (scan, of) =>
        {
            // Every third look names the objects in another order.
            if (look++ % 3 == 0)
            {
                Array.Reverse(of);
            }

            estimator.Take(scan, of);
        });

        Assert.False(estimator.IsSignificant);
    }

    /// <summary>A harbour: a lidar and a bearing sensor on a ship under way, boats on the water.</summary>
    [Fact]
    public void The_bearing_bias_of_a_sensor_under_way_shows_against_a_lidar()
    {
        FieldOfView field = new(0, Math.Tau, -1, 1, 0, 300);
        Sensor lidar = new(new SensorId("lidar"), SensorKind.Place, BiasedWorld.At(0, 0), field, new MeasurementNoise(0, 0, 0, 0) { PlaceSigmaMeters = 1 }, 0.9, 0, 0.5);
        Sensor camera = new(new SensorId("camera"), SensorKind.Infrared, BiasedWorld.At(0, 0), field, new MeasurementNoise(0, 0.01, 0, 0), 0.9, 0, 0.2);
        Random random = new(6);
        RegistrationEstimator estimator = new(new RegistrationOptions());
        for (int look = 0; look < 1_200; look++)
        {
            double t = look * 0.1;
            LocalFrame frame = BiasedWorld.At(0 * t, 0);
            Sensor sensor = (look % 2 == 0 ? lidar : camera) with { Frame = frame };
            List<Detection> detections = [];
            foreach ((double east, double north, double speed) in ((double, double, double)[])[(60, 80, -3), (150, -70, 4)])
            {
                Enu local = frame.ToLocal(new Vector3(east + (speed * t), north, 0));
                detections.Add(look % 2 == 0
                    ? Detection.AtPlace(local.EastMeters + Some.Gaussian(random), local.NorthMeters + Some.Gaussian(random))
                    : new Detection(double.NaN, local.AzimuthRadians + 0.03 + (0.01 * Some.Gaussian(random)), double.NaN, double.NaN, double.NaN));
            }

            estimator.Take(new Scan(sensor, Sky.At(t), detections), [new TrackId(1), new TrackId(2)]);
        }

        double difference = estimator.Registrations[1].AzimuthRadians.Value - estimator.Registrations[0].AzimuthRadians.Value;
        Assert.InRange(difference, 0.03 - 0.004, 0.03 + 0.004);
        Assert.True(estimator.IsSignificant);
        Assert.Null(estimator.Registrations[1].RangeMeters);
        Assert.Null(estimator.Registrations[1].ElevationRadians);
    }

    [Fact]
    public void A_correction_takes_off_what_the_bias_has_put_on()
    {
        SensorCorrection bias = new(25, 0.01, -0.004, 0.1);
        Detection seen = new(1_000, 0.005, 0.2, double.NaN, 10);
        Detection corrected = bias.Correct(seen);

        Assert.Equal(975, corrected.RangeMeters, 1e-9);
        Assert.Equal(Math.Tau - 0.005, corrected.AzimuthRadians, 1e-9);
        Assert.Equal(0.204, corrected.ElevationRadians, 1e-9);
        Assert.Equal(Sky.At(9.9), bias.Correct(Sky.At(10)));

        // A place 100 m north, seen 25 m too far and 0.01 rad too far clockwise.
        Detection place = bias.Correct(Detection.AtPlace(125 * Math.Sin(0.01), 125 * Math.Cos(0.01)));
        Assert.Equal(0, place.EastMeters, 1e-9);
        Assert.Equal(100, place.NorthMeters, 1e-9);
    }

    [Fact]
    public void The_same_scans_give_the_same_estimates_and_allocate_nothing()
    {
        BiasedWorld world = World(7);
        Draw(world);
        List<(Scan Scan, TrackId?[] Of)> scans = [];
        world.Run(80, (scan, of) => scans.Add((scan, of)));
        RegistrationEstimator first = new(_options);
        RegistrationEstimator second = new(_options);
        long allocated = 0;
        for (int i = 0; i < scans.Count; i++)
        {
            first.Take(scans[i].Scan, scans[i].Of);
            long before = GC.GetAllocatedBytesForCurrentThread();
            second.Take(scans[i].Scan, scans[i].Of);
            allocated += i > scans.Count / 2 ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
        }

        Assert.Equal(first.Registrations, second.Registrations);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Sensors_beyond_the_limit_are_left_alone()
    {
        BiasedWorld world = World(8);
        RegistrationEstimator estimator = new(_options with { MaxSensors = 3 });
        world.Run(30, (scan, of) => estimator.Take(scan, of));

        Assert.Equal(3, estimator.Registrations.Count);
        Assert.Equal(default, estimator.CorrectionOf(new SensorId("i2")));
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegistrationOptions { MaxSensors = 1 }.Validate());

    private static BiasedWorld World(int seed)
    {
        BiasedWorld world = new(seed) { AccelerationDensity = _options.AccelerationDensity };
        world.Add(Some.Radar("r1", BiasedWorld.At(-20_000, -10_000)), 0, 0, 0, 0);
        world.Add(Some.Radar("r2", BiasedWorld.At(20_000, -10_000)), 0, 0, 0, 0);
        world.Add(Some.Radar("r3", BiasedWorld.At(0, 20_000)), 0, 0, 0, 0);
        world.Add(Some.Infrared("i1", BiasedWorld.At(-15_000, 15_000)), 0, 0, 0, 0);
        world.Add(Some.Infrared("i2", BiasedWorld.At(15_000, 15_000)), 0, 0, 0, 0);
        world.AddObjects(10);
        return world;
    }

    /// <summary>Draws the biases from their prior.</summary>
    private static (double[] Priors, int Count) Draw(BiasedWorld world)
    {
        List<double> priors = [];
        foreach (Sensor sensor in world.Sensors)
        {
            double[] sigma = [sensor.Kind == SensorKind.Radar ? 50 : 0, 0.005, 0.005, 0.1];
            for (int k = 0; k < 4; k++)
            {
                world.Biases[sensor.Id][k] = sigma[k] * world.Gaussian();
                if (sigma[k] > 0)
                {
                    priors.Add(sigma[k]);
                }
            }
        }

        return ([.. priors], priors.Count);
    }

    private static (double[] Errors, double[] Sigmas) Errors(BiasedWorld world, RegistrationEstimator estimator)
    {
        List<double> errors = [];
        List<double> sigmas = [];
        foreach (SensorRegistration r in estimator.Registrations)
        {
            double[] truth = world.Biases[r.Sensor];
            BiasEstimate?[] estimates = [r.RangeMeters, r.AzimuthRadians, r.ElevationRadians, r.ClockSeconds];
            for (int k = 0; k < 4; k++)
            {
                if (estimates[k] is { } e)
                {
                    errors.Add(e.Value - truth[k]);
                    sigmas.Add(e.Sigma);
                }
            }
        }

        return ([.. errors], [.. sigmas]);
    }

    private static double Nees(BiasedWorld world, RegistrationEstimator estimator, out int degrees)
    {
        (double[] errors, double[] sigmas) = Errors(world, estimator);
        (SensorId Id, BiasKind Kind)[] columns = [.. estimator.Registrations.SelectMany(r =>
            Enum.GetValues<BiasKind>().Where(k => k != BiasKind.Range || r.RangeMeters is not null).Select(k => (r.Sensor, k)))];
        int n = errors.Length;
        degrees = n;
        double[] factor = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                factor[(i * n) + j] = estimator.Covariance(columns[i].Id, columns[i].Kind, columns[j].Id, columns[j].Kind) / (sigmas[i] * sigmas[j]);
            }
        }

        Assert.True(SpdMatrix.TryFactor(factor, n));
        double[] scaled = [.. errors.Zip(sigmas, (e, s) => e / s)];
        SpdMatrix.SolveLower(factor, n, scaled);
        return scaled.Sum(s => s * s);
    }
}
