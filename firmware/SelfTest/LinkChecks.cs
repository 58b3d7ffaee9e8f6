namespace JointWatch.Firmware.SelfTest
{
    /// <summary>The link's keeper: it comes up, is lost, waits longer after each failure up to two minutes, and comes up again.</summary>
    internal static class LinkChecks
    {
        public static void Run(Tally tally)
        {
            SimulatedBoard board = new SimulatedBoard();
            SensorNode node = new SensorNode(NodeSetup.ForRadar("north", "radar-1", 59.7125, 10.7364, 321), 1, NodeOptions.ForSmallBoard(), board, board, board);
            board.Run(node, 60_000);
            tally.Check("link: up at the first attempt", board.State == LinkState.Up && board.Connects == 1);
            tally.Check("link: all is confirmed", node.Outbox.ReportsWaiting <= 1 && !node.Outbox.StatePending);

            board.BrokerThere = false;
            int before = board.Connects;
            board.Run(node, 60_000);
            int firstMinute = board.Connects - before;
            tally.Check("link: tries again several times in the first minute", firstMinute >= 3 && firstMinute <= 12);

            board.Run(node, 600_000);
            before = board.Connects;
            board.Run(node, 600_000);
            int later = board.Connects - before;
            tally.Check("link: and then every two minutes at most", later >= 4 && later <= 11);

            board.BrokerThere = true;
            board.Run(node, 125_000);
            tally.Check("link: up again within two minutes", board.State == LinkState.Up && node.Keeper.Reconnects == 1);
        }
    }
}
