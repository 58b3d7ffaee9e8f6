using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>Three objects around 59.7125° N 10.7364° E, each on a straight line: an airliner, a rocket that burns, and something small and slow.</summary>
    internal static class Sky
    {
        private const uint Run = 9;

        /// <summary>Sends the objects to a node.</summary>
        public static void Send(SensorNode node, byte[] buffer)
        {
            // Times in ms, places in dm and velocities in cm/s, ECEF: worked out from east, north and up of the place, and rounded.
            ScenarioMessage airliner = Straight(0, "airliner", 0, 900_000, 31597081, 5583996, 55059132, 516, 20454, -2522);
            airliner.CrossSectionCentidecibels = 1500;
            ScenarioMessage rocket = Straight(1, "rocket", 600_000, 1_100_000, 31236458, 6533436, 55052750, -259, 30485, 48945);
            rocket.IntensityWpsr[0] = 250_000;
            rocket.IntensityWpsr[1] = 250_000;
            ScenarioMessage drone = Straight(2, "drone", 0, 3_600_000, 31581422, 6039045, 54920170, 1086, 1224, -757);
            drone.CrossSectionCentidecibels = -1000;
            Put(node, airliner, buffer);
            Put(node, rocket, buffer);
            Put(node, drone, buffer);
        }

        /// <summary>Tells a node the exercise's time: it began with the simulation.</summary>
        public static void SendClock(SensorNode node, SimulatedBoard board, byte[] buffer)
        {
            ClockMessage clock = new ClockMessage();
            clock.Run = Run;
            clock.UtcUs = (ulong)board.UtcUs;
            clock.ExerciseUs = (ulong)board.UtcUs;
            clock.StartUs = (ulong)SimulatedBoard.StartUs;
            clock.RateMilli = 1000;
            clock.Objects = 3;
            node.Receive(Topics.Clock, buffer, 0, StationEncoder.Write(clock, buffer));
        }

        private static ScenarioMessage Straight(uint number, string name, uint beginMs, uint endMs, long x, long y, long z, int vx, int vy, int vz)
        {
            ScenarioMessage message = new ScenarioMessage(2);
            message.Run = Run;
            message.Object = number;
            message.Name = name;
            for (int i = 0; i < 2; i++)
            {
                // 1 cm/s over 1 ms is 1e-4 dm.
                long ms = i == 0 ? 0 : endMs - beginMs;
                message.TimeMs[i] = i == 0 ? beginMs : endMs;
                message.XDm[i] = x + (vx * ms / 10_000);
                message.YDm[i] = y + (vy * ms / 10_000);
                message.ZDm[i] = z + (vz * ms / 10_000);
                message.VelocityXCmps[i] = vx;
                message.VelocityYCmps[i] = vy;
                message.VelocityZCmps[i] = vz;
            }

            return message;
        }

        private static void Put(SensorNode node, ScenarioMessage message, byte[] buffer)
        {
            node.Receive(Topics.ScenarioRoot + message.Object.ToString(), buffer, 0, StationEncoder.Write(message, buffer));
        }
    }
}
