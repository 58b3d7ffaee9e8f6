namespace JointWatch.Firmware.Tests;

public sealed class RandomSourceTests
{
    private const int Draws = 200_000;

    [Fact]
    public void It_is_xoshiro128_plus_plus_of_the_reference_implementation()
    {
        // First outputs of prng.di.unimi.it/xoshiro128plusplus.c from the state 1, 2, 3, 4; the Rust crate rand_xoshiro tests against the same.
        uint[] expected = [641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420];
        RandomSource random = new();
        random.SetState(1, 2, 3, 4);

        Assert.Equal(expected, expected.Select(_ => random.Next()));
    }

    [Fact]
    public void The_same_seed_and_instant_draw_the_same_whatever_was_drawn_before()
    {
        RandomSource fresh = Seeded(9, 123);
        RandomSource used = Seeded(9, 122);
        used.Gaussian();
        used.Seed(9, 123);

        Assert.Equal(
            Enumerable.Range(0, 50).Select(_ => fresh.Gaussian()),
            Enumerable.Range(0, 50).Select(_ => used.Gaussian()));
    }

    [Fact]
    public void Neighbouring_seeds_and_instants_have_nothing_in_common()
    {
        HashSet<uint> first = [];
        for (uint seed = 0; seed < 100; seed++)
        {
            for (long instant = 0; instant < 100; instant++)
            {
                first.Add(Seeded(seed, instant * 1_000_000).Next());
            }
        }

        // Of 10,000 draws of 32 bits about 0.01 pairs are expected to be alike.
        Assert.InRange(first.Count, 9_998, 10_000);
    }

    [Fact]
    public void Gaussian_draws_have_the_moments_of_the_normal_distribution()
    {
        RandomSource random = Seeded(1, 0);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => random.Gaussian())];

        // Five standard errors each: 1, √2, √15 and √96 over √n.
        double error = 5 / Math.Sqrt(Draws);
        Assert.InRange(draws.Average(), -error, error);
        Assert.InRange(draws.Average(x => x * x), 1 - (1.42 * error), 1 + (1.42 * error));
        Assert.InRange(draws.Average(x => x * x * x), -3.9 * error, 3.9 * error);
        Assert.InRange(draws.Average(x => x * x * x * x), 3 - (9.8 * error), 3 + (9.8 * error));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(12.5)]
    [InlineData(120)]
    public void Poisson_draws_have_mean_and_variance_alike(double mean)
    {
        RandomSource random = Seeded(2, 0);
        double[] draws = [.. Enumerable.Range(0, 50_000).Select(_ => (double)random.Poisson(mean, 256))];

        double average = draws.Average();
        double error = 5 * Math.Sqrt(mean / draws.Length);
        Assert.InRange(average, mean - error, mean + error);
        double variance = draws.Average(x => (x - mean) * (x - mean));
        double varianceError = 5 * Math.Sqrt((mean + (2 * mean * mean)) / draws.Length);
        Assert.InRange(variance, mean - varianceError, mean + varianceError);
    }

    [Fact]
    public void A_mean_of_zero_draws_nothing_and_a_limit_is_kept()
    {
        RandomSource random = Seeded(3, 0);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(0, random.Poisson(0, 256)));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(10, random.Poisson(200, 10)));
    }

    private static RandomSource Seeded(uint seed, long instant)
    {
        RandomSource random = new();
        random.Seed(seed, instant);
        return random;
    }
}
