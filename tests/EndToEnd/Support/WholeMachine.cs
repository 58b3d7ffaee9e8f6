namespace JointWatch.EndToEnd.Tests.Support;

/// <summary>Tests that draw maps without a graphics card, or run several stations: one at a time, or each starves the other on a small machine.</summary>
internal static class WholeMachine
{
    public const string Name = "whole machine";
}
