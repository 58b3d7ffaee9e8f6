using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Writes a <c>scenario</c> of contract.cddl.</summary>
    internal static class ScenarioEncoding
    {
        private const int KnotItems = 8;
        private const int MinKnots = 2;

        public static void Write(ref CborWriter writer, ScenarioMessage m)
        {
            int knots = m.TimeMs.Length;
            RequireKnots(knots);
            writer.Map(5);
            writer.Key(1);
            writer.Integer(Limit.Run, m.Run);
            writer.Key(2);
            writer.Integer(Limit.Object, m.Object);
            writer.Key(3);
            writer.Text("name", m.Name, Limits.TextBytes);
            writer.Key(4);
            writer.Integer(Limit.CrossSectionCentidecibels, m.CrossSectionCentidecibels);
            writer.Key(5);
            writer.Array(knots);
            for (int i = 0; i < knots; i++)
            {
                RequireRising(m, i);
                writer.Array(KnotItems);
                writer.Integer(Limit.KnotTimeMs, m.TimeMs[i]);
                writer.Integer(Limit.XDm, m.XDm[i]);
                writer.Integer(Limit.YDm, m.YDm[i]);
                writer.Integer(Limit.ZDm, m.ZDm[i]);
                writer.Integer(Limit.VelocityXCmps, m.VelocityXCmps[i]);
                writer.Integer(Limit.VelocityYCmps, m.VelocityYCmps[i]);
                writer.Integer(Limit.VelocityZCmps, m.VelocityZCmps[i]);
                writer.Integer(Limit.IntensityWpsr, m.IntensityWpsr[i]);
            }
        }

        private static void RequireKnots(int knots)
        {
            if (knots < MinKnots || knots > ScenarioMessage.MaxKnots)
            {
                throw new ContractException("knots", "an array of " + knots.ToString() + " items", "2 to 600 knots");
            }
        }

        private static void RequireRising(ScenarioMessage m, int i)
        {
            if (i > 0 && m.TimeMs[i] <= m.TimeMs[i - 1])
            {
                string field = "knots[" + i.ToString() + "].time";
                throw new ContractException(field, m.TimeMs[i].ToString(), "more than the knot before, " + m.TimeMs[i - 1].ToString());
            }
        }
    }
}
