using CsCheck;
using JointWatch.TransparencyLog.Tiles;

namespace JointWatch.TransparencyLog.Tests.Tiles;

public sealed class TileNameTests
{
    [Theory] // https://c2sp.org/tlog-tiles; the shorter ones also in golang.org/x/mod/sumdb/tlog (tlog_test.go), there behind a height.
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(0, 1, 256, "tile/0/001")]
    [InlineData(0, 1, 5, "tile/0/001.p/5")]
    [InlineData(5, 123456078, 256, "tile/5/x123/x456/078")]
    [InlineData(5, 123456078, 2, "tile/5/x123/x456/078.p/2")]
    [InlineData(0, 3057500, 256, "tile/0/x003/x057/500")]
    [InlineData(-1, 3057500, 256, "tile/entries/x003/x057/500")]
    [InlineData(-1, 0, 255, "tile/entries/000.p/255")]
    [InlineData(63, 1000, 256, "tile/63/x001/000")]
    public void A_tile_has_the_path_of_the_specification(int level, long index, int width, string path)
    {
        var name = new TileName(level < 0 ? null : level, index, width);

        Assert.Equal(path, name.Path);
        Assert.Equal(name, TileName.TryParse(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile/0")]
    [InlineData("tile/0/")]
    [InlineData("tile/0/1")]
    [InlineData("tile/0/0001")]
    [InlineData("tile/00/001")]
    [InlineData("tile/64/001")]
    [InlineData("tile/-1/001")]
    [InlineData("tile/data/001")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/123/456/078")]
    [InlineData("tile/0/001.p/0")]
    [InlineData("tile/0/001.p/256")]
    [InlineData("tile/0/001.p/05")]
    [InlineData("tile/0/001.p")]
    [InlineData("tile/0/x001.p/5")]
    [InlineData("tile/0/xx01")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("/tile/0/001")]
    public void What_is_no_path_of_a_tile_is_refused(string path) => Assert.Null(TileName.TryParse(path));

    [Fact] // The example of https://c2sp.org/tlog-tiles, Partial tiles.
    public void A_tree_of_70000_entries_has_the_tiles_of_the_specification()
    {
        TileName[] level0 = [.. TileName.OfLevel(0, 70_000)];
        TileName[] level1 = [.. TileName.OfLevel(1, 70_000)];

        Assert.Equal(273, level0.Count(t => t.IsFull));
        Assert.Equal(new TileName(0, 273, 112), level0[^1]);
        Assert.Equal([new TileName(1, 0, 256), new TileName(1, 1, 17)], level1);
        Assert.Equal([new TileName(2, 0, 1)], TileName.OfLevel(2, 70_000));
        Assert.Empty(TileName.OfLevel(3, 70_000));
    }

    [Fact]
    public void A_tree_of_256_entries_has_one_full_tile_and_one_of_width_1_above() =>
        Assert.Equal(
            [new TileName(0, 0, 256), new TileName(1, 0, 1)],
            TileName.OfLevel(0, 256).Concat(TileName.OfLevel(1, 256)).Concat(TileName.OfLevel(2, 256)));

    [Fact]
    public void Any_tile_is_found_again_by_its_path()
    {
        Gen.Select(Gen.Int[-1, 63], Gen.Long[0, long.MaxValue / 2000], Gen.Int[1, 256]).Sample((level, index, width) =>
        {
            var name = new TileName(level < 0 ? null : level, index, width);
            Assert.Equal(name, TileName.TryParse(name.Path));
        });
    }
}
