using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>
    /// A seeded hour of scans against the golden one. A maths library may round differently in the last bit, and then an integer by one unit in its last
    /// place; all else is the same everywhere, for the chances come from the node's own generator.
    /// </summary>
    internal static class HourChecks
    {
        public static void Run(Tally tally, SensorKind kind)
        {
            bool radar = kind == SensorKind.Radar;
            string name = radar ? "radar hour" : "infra-red hour";
            Hour hour = Hour.Of(kind);
            tally.CountReports(hour.Reports, hour.Bytes);
            string[] golden = (radar ? GoldenHours.Radar(0) : GoldenHours.Infrared(0)).Split(' ');
            tally.Check(name + " reports", hour.Reports.ToString(), golden[0]);
            tally.Check(name + " bytes", hour.Bytes.ToString(), golden[1]);
            tally.Check(name + " detections", hour.Detections.ToString(), golden[2]);
            for (int i = 0; i < Hour.Checked; i++)
            {
                string expected = radar ? GoldenHours.Radar(i + 1) : GoldenHours.Infrared(i + 1);
                string found = hour.Lines[i];
                tally.Check(name + " minute " + i.ToString(), IsNear(found, expected) ? expected : found, expected);
            }
        }

        /// <summary>Whether two lists of numbers are the same to one unit in the last place of each, the first, which is a sequence, exactly.</summary>
        internal static bool IsNear(string found, string expected)
        {
            string[] a = found.Split(' ');
            string[] b = expected.Split(' ');
            if (a.Length != b.Length || a[0] != b[0])
            {
                return false;
            }

            for (int i = 1; i < a.Length; i++)
            {
                long difference = long.Parse(a[i]) - long.Parse(b[i]);
                if (difference > 1 || difference < -1)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
