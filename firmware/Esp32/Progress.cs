using System;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>Says on the console what the link and the scans have come to, once for each change.</summary>
    internal sealed class Progress
    {
        private LinkState _link = LinkState.Down;
        private string? _failure;
        private bool _scanned;

        public void Look(SensorNode node, MqttLink link, BoardSetup setup)
        {
            if (link.State != _link)
            {
                _link = link.State;
                if (_link == LinkState.Up)
                {
                    _failure = null;
                    Console.WriteLine("broker: connected to " + setup.Texts[SetupTable.Broker] + ":" + setup.Port.ToString() + (setup.Tls ? " with TLS" : ""));
                }
            }

            if (_link == LinkState.Down && link.Failure != null && link.Failure != _failure)
            {
                _failure = link.Failure;
                Console.WriteLine(_failure);
            }

            if (!_scanned && node.Observer.Scans > 0)
            {
                _scanned = true;
                Console.WriteLine("running: a scan every " + (setup.Node!.ScanPeriodUs / 1000).ToString() + " ms");
            }
        }
    }
}
