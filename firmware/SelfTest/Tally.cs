namespace JointWatch.Firmware.SelfTest
{
    /// <summary>Counts checks and prints each.</summary>
    public sealed class Tally
    {
        private readonly SelfTestRun.Printer _print;

        public Tally(SelfTestRun.Printer print)
        {
            _print = print;
        }

        public int Checks { get; private set; }

        /// <summary>Gets the reports that the simulated nodes sent.</summary>
        public int Reports { get; private set; }

        /// <summary>Gets the bytes of those reports.</summary>
        public long Bytes { get; private set; }

        /// <summary>Gets the first check that failed, or null.</summary>
        public string? FirstFailure { get; private set; }

        public void CountReports(int reports, long bytes)
        {
            Reports += reports;
            Bytes += bytes;
        }

        public void Check(string name, long found, long expected)
        {
            Check(name, found.ToString(), expected.ToString());
        }

        public void Check(string name, bool holds)
        {
            Check(name, holds ? "so" : "not so", "so");
        }

        public void Check(string name, string? found, string? expected)
        {
            Checks++;
            if (found == expected)
            {
                _print("ok " + name);
                return;
            }

            string what = name + ": " + (found ?? "nothing") + "; expected " + (expected ?? "nothing");
            FirstFailure = FirstFailure ?? what;
            _print("FAILED " + what);
        }
    }
}
