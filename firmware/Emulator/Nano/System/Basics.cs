using JointWatch.Emulation;

namespace System
{
    /// <summary>The serial console.</summary>
    public static class Console
    {
        private static readonly global::System.Runtime.CompilerServices.ConditionalWeakTable<BoardRun, global::System.Text.StringBuilder> Lines = new();

        public static void Write(string value)
        {
            BoardRun run = BoardRun.Enter("Console.Write");
            lock (run)
            {
                Lines.GetOrCreateValue(run).Append(value);
            }
        }

        public static void WriteLine() => WriteLine("");

        public static void WriteLine(string value)
        {
            BoardRun run = BoardRun.Enter("Console.WriteLine");
            string begun = "";
            if (Lines.TryGetValue(run, out global::System.Text.StringBuilder? line))
            {
                begun = line.ToString();
                line.Clear();
            }

            run.Board.Serial.Write(begun + value);
        }
    }

    /// <summary>Ticks since reset.</summary>
    public static class Environment
    {
        public static long TickCount64
        {
            get
            {
                VirtualBoard board = BoardRun.Enter("Environment.TickCount64").Board;
                board.World.Scheduler.Spin();
                return board.Clock.TickCount64;
            }
        }
    }
}
