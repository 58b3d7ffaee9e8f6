using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Reads a <c>scenario</c> of contract.cddl.</content>
    public static partial class MessageDecoder
    {
        private const int KnotItems = 8;
        private const int MinKnots = 2;

        public static ScenarioMessage ReadScenario(byte[] buffer, int offset, int length)
        {
            CborReader reader = new CborReader(buffer, offset, length);
            uint run = 0;
            uint number = 0;
            string name = "";
            int crossSection = 0;
            ScenarioMessage? knots = null;
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: run = (uint)reader.ReadInteger(Limit.Run); break;
                    case 2: number = (uint)reader.ReadInteger(Limit.Object); break;
                    case 3: name = reader.ReadText("name", Limits.TextBytes); break;
                    case 4: crossSection = (int)reader.ReadInteger(Limit.CrossSectionCentidecibels); break;
                    case 5: knots = ReadKnots(reader); break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "run");
            reader.Require(2, "object");
            reader.Require(3, "name");
            reader.Require(4, "crossSection");
            reader.Require(5, "knots");
            ScenarioMessage m = knots!;
            m.Run = run;
            m.Object = number;
            m.Name = name;
            m.CrossSectionCentidecibels = crossSection;
            return m;
        }

        private static ScenarioMessage ReadKnots(CborReader reader)
        {
            int left = reader.BeginArray("knots", ScenarioMessage.MaxKnots);
            int knots = reader.Count("knots", left, ScenarioMessage.MaxKnots);
            RequireKnots(knots);
            ScenarioMessage m = new ScenarioMessage(knots);
            for (int i = 0; reader.More(ref left); i++)
            {
                reader.Within("knots", i);
                reader.BeginTuple(KnotItems);
                m.TimeMs[i] = (uint)reader.ReadInteger(Limit.KnotTimeMs);
                RequireRising(m, i);
                m.XDm[i] = reader.ReadInteger(Limit.XDm);
                m.YDm[i] = reader.ReadInteger(Limit.YDm);
                m.ZDm[i] = reader.ReadInteger(Limit.ZDm);
                m.VelocityXCmps[i] = (int)reader.ReadInteger(Limit.VelocityXCmps);
                m.VelocityYCmps[i] = (int)reader.ReadInteger(Limit.VelocityYCmps);
                m.VelocityZCmps[i] = (int)reader.ReadInteger(Limit.VelocityZCmps);
                m.IntensityWpsr[i] = (uint)reader.ReadInteger(Limit.IntensityWpsr);
                reader.EndTuple(KnotItems);
            }

            reader.Within("", -1);
            return m;
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
