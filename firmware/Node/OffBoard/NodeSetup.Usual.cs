using JointWatch.Contract.Messages;

namespace JointWatch.Firmware
{
    /// <content>Usual sensors by name and place, for those who write no file.</content>
    public sealed partial class NodeSetup
    {
        /// <summary>A usual radar of this name and place.</summary>
        public static NodeSetup ForRadar(string party, string node, double latitudeDegrees, double longitudeDegrees, double heightMeters)
        {
            return new NodeSetup(SensorKind.Radar).At(party, node, latitudeDegrees, longitudeDegrees, heightMeters);
        }

        /// <summary>A usual infra-red sensor of this name and place.</summary>
        public static NodeSetup ForInfrared(string party, string node, double latitudeDegrees, double longitudeDegrees, double heightMeters)
        {
            return new NodeSetup(SensorKind.Infrared).At(party, node, latitudeDegrees, longitudeDegrees, heightMeters);
        }

        private NodeSetup At(string party, string node, double latitudeDegrees, double longitudeDegrees, double heightMeters)
        {
            Firmware = "JointWatch.Node 0.1.0";
            Party = party;
            Node = node;
            LatitudeDegrees = latitudeDegrees;
            LongitudeDegrees = longitudeDegrees;
            HeightMeters = heightMeters;
            return this;
        }
    }
}
