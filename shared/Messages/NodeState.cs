namespace JointWatch.Contract.Messages
{
    /// <summary>What a node is up to.</summary>
    public enum NodeState
    {
        Online = 0,
        Offline = 1,
        Fault = 2,
    }
}
