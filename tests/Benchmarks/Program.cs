using BenchmarkDotNet.Running;
using JointWatch.Benchmarks;
using JointWatch.Benchmarks.Boards;
using JointWatch.Benchmarks.Calibration;
using JointWatch.Benchmarks.Tracks;
using JointWatch.Benchmarks.Warnings;
using JointWatch.Benchmarks.WholeWay;

if (args is ["whole-way", ..])
{
    return await WholeWayLoad.RunAsync(args[1..], Console.Out);
}

if (args is ["boards", ..])
{
    return await BoardsLoad.RunAsync(args[1..], Console.Out);
}

if (args is ["tracking", ..])
{
    return TrackingTable.Run(args[1..], Console.Out);
}

if (args is ["warnings", ..])
{
    return WarningRuns.Run(args[1..], Console.Out);
}

if (args is ["calibration", ..])
{
    return CalibrationCommand.Run(args[1..], Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(CodecBenchmarks).Assembly).Run(args);
return 0;
