using System;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>The codec by the contract's golden vectors, but for the few that a small board has no memory for.</summary>
    internal static class VectorChecks
    {
        public static void Run(Tally tally)
        {
            byte[] buffer = new byte[GoldenVectors.MostBytes];
            for (int i = 0; i < GoldenVectors.GoodCount; i++)
            {
                // Name, kind, sensor, hex, whether an encoder gives the same bytes.
                string[] vector = GoldenVectors.Good(i).Split('|');
                byte[] bytes = Hex.Bytes(vector[3]);
                int length = Recode(vector[1], KindOf(vector[2]), bytes, buffer);
                if (vector[4] == "same")
                {
                    tally.Check(vector[0], Hex.Text(buffer, 0, length), vector[3]);
                }
                else
                {
                    tally.Check(vector[0], length > 0);
                }
            }

            for (int i = 0; i < GoldenVectors.BadCount; i++)
            {
                // Name, kind, sensor, hex, the field that is wrong.
                string[] vector = GoldenVectors.Bad(i).Split('|');
                tally.Check(vector[0], RefusedField(vector[1], KindOf(vector[2]), Hex.Bytes(vector[3]), buffer), vector[4]);
            }
        }

        private static string RefusedField(string kind, SensorKind sensor, byte[] bytes, byte[] buffer)
        {
            try
            {
                Recode(kind, sensor, bytes, buffer);
                return "taken";
            }
            catch (ContractException e)
            {
                return e.Field;
            }
        }

        private static SensorKind KindOf(string sensor)
        {
            return sensor == "ir" ? SensorKind.Infrared : SensorKind.Radar;
        }

        /// <summary>Reads a message and writes it again.</summary>
        private static int Recode(string kind, SensorKind sensor, byte[] b, byte[] buffer)
        {
            switch (kind)
            {
                case "birth": return MessageEncoder.Write(StationDecoder.ReadBirth(b, 0, b.Length), buffer);
                case "state": return MessageEncoder.Write(StationDecoder.ReadState(b, 0, b.Length), buffer);
                case "report": return StationEncoder.Write(StationDecoder.ReadReport(b, 0, b.Length, sensor), buffer);
                case "health": return MessageEncoder.Write(StationDecoder.ReadHealth(b, 0, b.Length), buffer);
                case "command": return StationEncoder.Write(MessageDecoder.ReadCommand(b, 0, b.Length), buffer);
                case "ack": return MessageEncoder.Write(StationDecoder.ReadAck(b, 0, b.Length), buffer);
                case "clock": return StationEncoder.Write(MessageDecoder.ReadClock(b, 0, b.Length), buffer);
                case "alarm": return StationEncoder.Write(MessageDecoder.ReadAlarm(b, 0, b.Length), buffer);
                case "scenario": return StationEncoder.Write(MessageDecoder.ReadScenario(b, 0, b.Length), buffer);
                default: throw new ArgumentException("no such message: " + kind);
            }
        }
    }
}
