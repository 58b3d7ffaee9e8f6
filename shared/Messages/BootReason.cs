namespace JointWatch.Contract.Messages
{
    /// <summary>Why a node started.</summary>
    public enum BootReason
    {
        Unknown = 0,
        Power = 1,
        Command = 2,
        Crash = 3,
        Watchdog = 4,
        NewSetUp = 5,
        SetUpRolledBack = 6,
    }
}
