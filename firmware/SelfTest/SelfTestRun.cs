using System;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>
    /// Checks that the node works where it runs: a line a check, and at last <c>SELFTEST OK checks reports bytes</c> or
    /// <c>SELFTEST FAILED what</c>. An exception that nobody catches ends a nanoCLR without a word, so every one is caught and told.
    /// </summary>
    public static class SelfTestRun
    {
        /// <summary>Takes a line of output.</summary>
        public delegate void Printer(string line);

        private delegate void Part(Tally tally);

        /// <summary>Runs all checks.</summary>
        /// <returns>Whether all passed.</returns>
        public static bool Run(Printer print)
        {
            Tally tally = new Tally(print);
            Try(tally, "codec", VectorChecks.Run);
            Try(tally, "seal", SealChecks.Run);
            Try(tally, "queue", QueueChecks.Run);
            Try(tally, "link", LinkChecks.Run);
            Try(tally, "commands", CommandChecks.Run);
            Try(tally, "radar hour", RadarHour);
            Try(tally, "infra-red hour", InfraredHour);
            if (tally.FirstFailure == null)
            {
                print("SELFTEST OK " + tally.Checks.ToString() + " " + tally.Reports.ToString() + " " + tally.Bytes.ToString());
                return true;
            }

            print("SELFTEST FAILED " + tally.FirstFailure);
            return false;
        }

        private static void RadarHour(Tally tally)
        {
            HourChecks.Run(tally, Contract.Messages.SensorKind.Radar);
        }

        private static void InfraredHour(Tally tally)
        {
            HourChecks.Run(tally, Contract.Messages.SensorKind.Infrared);
        }

        private static void Try(Tally tally, string name, Part part)
        {
            try
            {
                part(tally);
            }
            catch (Exception e)
            {
                tally.Check(name, e.GetType().FullName + ": " + e.Message, "no exception");
            }
        }
    }
}
