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
            Name(reader, "run,object,name,crossSection,knots");
            uint run = 0;
            uint number = 0;
            string name = "";
            int crossSection = 0;
            ScenarioMessage? knots = null;
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                switch (reader.ReadKey())
                {
                    case 1: run = (uint)reader.ReadInteger(Limit.Run); break;
                    case 2: number = (uint)reader.ReadInteger(Limit.Object); break;
                    case 3: name = reader.ReadText(Limits.TextBytes); break;
                    case 4: crossSection = (int)reader.ReadInteger(Limit.CrossSectionCentidecibels); break;
                    case 5: knots = ReadKnots(reader); break;
                    default: reader.Skip(); break;
                }
            }

            reader.EndMessage(5);
            ScenarioMessage m = knots!;
            m.Run = run;
            m.Object = number;
            m.Name = name;
            m.CrossSectionCentidecibels = crossSection;
            return m;
        }

        private static ScenarioMessage ReadKnots(CborReader reader)
        {
            int left = reader.BeginArray(ScenarioMessage.MaxKnots);
            int knots = reader.Count(left, ScenarioMessage.MaxKnots);
            if (knots < MinKnots)
            {
                Explain("knots", "an array of " + knots.ToString() + " items", "2 to 600 knots");
                throw new ContractException();
            }

            ScenarioMessage m = new ScenarioMessage(knots);
            for (int i = 0; reader.More(ref left); i++)
            {
                Within(reader, "knots", i);
                reader.BeginTuple(KnotItems);
                m.TimeMs[i] = (uint)reader.ReadInteger(Limit.KnotTimeMs);
                if (i > 0 && m.TimeMs[i] <= m.TimeMs[i - 1])
                {
                    Explain("knots[" + i.ToString() + "].time", m.TimeMs[i].ToString(), "more than the knot before, " + m.TimeMs[i - 1].ToString());
                    throw new ContractException();
                }

                m.XDm[i] = reader.ReadInteger(Limit.XDm);
                m.YDm[i] = reader.ReadInteger(Limit.YDm);
                m.ZDm[i] = reader.ReadInteger(Limit.ZDm);
                m.VelocityXCmps[i] = (int)reader.ReadInteger(Limit.VelocityXCmps);
                m.VelocityYCmps[i] = (int)reader.ReadInteger(Limit.VelocityYCmps);
                m.VelocityZCmps[i] = (int)reader.ReadInteger(Limit.VelocityZCmps);
                m.IntensityWpsr[i] = (uint)reader.ReadInteger(Limit.IntensityWpsr);
                reader.EndTuple(KnotItems);
            }

            Within(reader, "", -1);
            return m;
        }
    }
}
