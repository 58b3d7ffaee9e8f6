namespace JointWatch.Contract.Messages
{
    /// <summary>What a node measures.</summary>
    public enum SensorKind
    {
        Radar = 1,
        Infrared = 2,
    }
}
