using JointWatch.Station;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Settings;

return await CommandLine.InvokeAsync(
    args,
    new Handlers(TimeProvider.System, Console.Out, Console.Error),
    Surroundings.OfProcess(),
    Console.Out,
    Console.Error);
