namespace JointWatch.Firmware.Tests.Bench;

/// <summary>What a node's parts count, as if the node itself said it: on a board each such property would take flash.</summary>
internal static class NodeCounts
{
    extension(SensorNode node)
    {
        public string StateTopic => node.Outbox.StateTopic;

        public long Scans => node.Observer.Scans;

        public long ReportsConfirmed => node.Outbox.ReportsConfirmed;

        public int ReportsWaiting => node.Outbox.ReportsWaiting;

        public long ReportsDropped => node.Outbox.ReportsDropped;

        public int Reconnects => node.Keeper.Reconnects;

        public bool InExercise => node.Observer.Exercise.Active;

        public bool StatePending => node.Outbox.StatePending;
    }
}
