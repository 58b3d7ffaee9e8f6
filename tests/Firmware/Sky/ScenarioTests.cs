using JointWatch.Firmware.Sky;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sky;

public sealed class ScenarioTests
{
    private readonly SkyBody _body = new();

    [Fact]
    public void Objects_of_another_run_are_not_in_the_sky()
    {
        Scenario scenario = new(4, 100);
        scenario.Put(Some.Still(1000, number: 0, run: 1));
        scenario.Put(Some.Still(1000, number: 1, run: 2));

        Assert.True(scenario.TryGet(0, 1, 0, _body));
        Assert.False(scenario.TryGet(1, 1, 0, _body));
        Assert.True(scenario.TryGet(1, 2, 0, _body));
    }

    [Fact]
    public void A_new_run_frees_what_the_old_one_left()
    {
        Scenario scenario = new(4, 4);
        scenario.Put(Some.Still(1000, number: 0, run: 1));
        scenario.Put(Some.Still(1000, number: 1, run: 2));

        scenario.Forget(2);

        Assert.Equal(2, scenario.Knots);
        Assert.False(scenario.TryGet(0, 1, 0, _body));
        Assert.True(scenario.TryGet(1, 2, 0, _body));
    }

    [Fact]
    public void An_object_told_again_takes_its_own_place()
    {
        Scenario scenario = new(1, 2);

        Assert.True(scenario.Put(Some.Still(1000)));
        Assert.True(scenario.Put(Some.Still(2000)));
        Assert.Equal(2, scenario.Knots);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Scenario scenario = new(2, 3);

        Assert.True(scenario.Put(Some.Still(1000, number: 0)));
        Assert.False(scenario.Put(Some.Still(1000, number: 1)));
        Assert.False(scenario.Put(Some.Still(1000, number: 2)));
    }
}
