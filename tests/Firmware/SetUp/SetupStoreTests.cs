using System.Text;
using JointWatch.Firmware.SetUp;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.SetUp;

public sealed class SetupStoreTests
{
    private readonly FakeFlash _flash = new();

    [Fact]
    public void A_board_goes_by_the_file_that_was_flashed()
    {
        Flash(Json("radar-1"));
        SetupStore store = new(_flash);

        Assert.Equal("radar-1", store.Load().Name);
        Assert.Equal((false, false, (string?)null), (store.OnTrial, store.RolledBack, store.Warning));
    }

    [Fact]
    public void A_new_set_up_is_tried_at_the_next_start_and_kept_once_the_node_has_connected()
    {
        Flash(Json("radar-1"));
        SetupStore first = new(_flash);
        first.Load();
        Assert.Null(first.Stage(Json("radar-2")));
        Assert.True(first.Waiting);

        SetupStore trial = new(_flash);
        Assert.Equal("radar-2", trial.Load().Name);
        Assert.True(trial.OnTrial);
        trial.Connected();
        Assert.False(trial.OnTrial);

        SetupStore after = new(_flash);
        Assert.Equal("radar-2", after.Load().Name);
        Assert.False(after.OnTrial);
    }

    [Fact]
    public void A_new_set_up_that_does_not_connect_before_a_restart_is_rolled_back()
    {
        Flash(Json("radar-1"));
        Start().Stage(Json("radar-2"));
        Assert.True(Start().OnTrial);

        SetupStore back = new(_flash);

        Assert.Equal("radar-1", back.Load().Name);
        Assert.True(back.RolledBack);
        Assert.False(Start().RolledBack);
    }

    [Fact]
    public void A_new_set_up_that_is_given_up_is_gone()
    {
        Flash(Json("radar-1"));
        Start().Stage(Json("radar-2"));
        Start().GiveUp();

        SetupStore back = new(_flash);
        Assert.Equal("radar-1", back.Load().Name);
        Assert.False(back.RolledBack);
    }

    [Fact]
    public void A_rolled_back_set_up_leaves_the_one_in_force_that_was_kept_before_it()
    {
        Flash(Json("radar-1"));
        Start().Stage(Json("radar-2"));
        Start().Connected();
        Start().Stage(Json("radar-3"));
        Start();

        SetupStore back = new(_flash);
        Assert.Equal("radar-2", back.Load().Name);
        Assert.True(back.RolledBack);
    }

    [Fact]
    public void A_set_up_that_is_wrong_is_refused_and_changes_nothing()
    {
        Flash(Json("radar-1"));
        SetupStore store = Start();

        Assert.Equal("port is 0; expected 1 to 65535", store.Stage(Json("radar-2").Replace("1883", "0", StringComparison.Ordinal)));
        Assert.False(store.Waiting);
        Assert.Equal("radar-1", new SetupStore(_flash).Load().Name);
    }

    [Fact]
    public void A_file_that_is_flashed_anew_counts_for_more_than_what_came_by_command()
    {
        Flash(Json("radar-1"));
        Start().Stage(Json("radar-2"));
        Start().Connected();
        Flash(Json("radar-9"));

        Assert.Equal("radar-9", new SetupStore(_flash).Load().Name);
    }

    [Theory]
    [InlineData("{ \"party\": 1 }")]
    [InlineData(null)]
    public void Where_the_file_is_wrong_or_missing_the_last_good_set_up_stands_in_and_people_are_told(string? file)
    {
        Flash(Json("radar-1"));
        Start().Connected();
        Flash(file);

        SetupStore store = new(_flash);

        Assert.Equal("radar-1", store.Load().Name);
        Assert.Equal(file is null ? "node.json is missing; expected the board's set-up, written when it is flashed" : "party is a number; expected 1 to 32 of a-z, 0-9 and '-', and neither 'exercise' nor 'station'", store.Warning);
    }

    [Fact]
    public void A_board_without_any_good_set_up_says_what_is_wrong()
    {
        Assert.Equal("node.json is missing; expected the board's set-up, written when it is flashed", new SetupStore(_flash).Load().Problem);
    }

    [Fact]
    public void Connecting_again_and_again_with_the_same_set_up_wears_no_flash()
    {
        Flash(Json("radar-1"));
        Start().Connected();
        int writes = _flash.Writes;

        for (int i = 0; i < 10; i++)
        {
            SetupStore store = Start();
            store.Connected();
            store.Connected();
        }

        Assert.Equal(writes, _flash.Writes);
    }

    [Fact]
    public void Wherever_power_is_cut_on_the_way_of_a_new_set_up_the_board_comes_up_with_the_old_or_the_new_one()
    {
        for (int cut = 0; cut < 1_500; cut += 7)
        {
            FakeFlash flash = new();
            flash.Files["node.json"] = Encoding.UTF8.GetBytes(Json("radar-1"));
            flash.BytesToPowerCut = cut;
            try
            {
                SetupStore first = new(flash);
                first.Load();
                first.Stage(Json("radar-2"));
                SetupStore trial = new(flash);
                trial.Load();
                trial.Connected();
            }
            catch (PowerCutException)
            {
                // The board is dark; what counts is how it comes up.
            }

            flash.Restore();
            for (int start = 0; start < 3; start++)
            {
                SetupStore store = new(flash);
                Assert.Contains(store.Load().Name, new[] { "radar-1", "radar-2" });
                Assert.Null(store.Warning);
            }
        }
    }

    private SetupStore Start()
    {
        SetupStore store = new(_flash);
        store.Load();
        return store;
    }

    private void Flash(string? json)
    {
        _flash.Files.Remove("node.json");
        if (json is not null)
        {
            _flash.Files["node.json"] = Encoding.UTF8.GetBytes(json);
        }
    }

    private static string Json(string node) =>
        $$"""{ "party": "north", "node": "{{node}}", "sensor": "radar", "place": { "latitudeDegrees": 1, "longitudeDegrees": 2 }, "broker": "b", "port": 1883 }""";
}
