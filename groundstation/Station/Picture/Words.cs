using JointWatch.Contract.Messages;
using JointWatch.Warnings;
using SensorKind = JointWatch.Tracking.SensorKind;

namespace JointWatch.Station.Picture;

/// <summary>What the page calls things.</summary>
internal static class Words
{
    public static string Of(SensorKind kind) => kind == SensorKind.Radar ? "radar" : "infrared";

    public static string Of(BootReason reason) => reason switch
    {
        BootReason.Power => "power",
        BootReason.Command => "command",
        BootReason.Crash => "crash",
        BootReason.Watchdog => "watchdog",
        BootReason.NewSetUp => "new set-up",
        BootReason.SetUpRolledBack => "set-up rolled back",
        _ => "unknown",
    };

    public static string? Of(ClockState clock) => clock switch
    {
        ClockState.NeverSet => "never set",
        ClockState.Set => "set",
        ClockState.SetLongAgo => "set long ago",
        _ => null,
    };

    public static string Of(WarningState state) => state switch
    {
        WarningState.Suspected => "suspected",
        WarningState.Probable => "probable",
        WarningState.Confirmed => "confirmed",
        WarningState.Over => "over",
        WarningState.Cancelled => "cancelled",
        _ => "expired",
    };

    public static string Of(ObjectClass kind) => kind switch
    {
        ObjectClass.SoundingOrShortRange => "sounding rocket or short range",
        ObjectClass.MediumRange => "medium range",
        ObjectClass.IntermediateRange => "intermediate range",
        ObjectClass.Intercontinental => "intercontinental range",
        ObjectClass.SpaceLaunch => "space launch",
        ObjectClass.ReturningStage => "returning stage",
        ObjectClass.Aircraft => "aircraft",
        ObjectClass.Satellite => "satellite",
        _ => "unknown",
    };
}
