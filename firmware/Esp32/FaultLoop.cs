using System;
using System.Threading;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.Esp32.Guard;
using JointWatch.Firmware.Esp32.Network;
using JointWatch.Firmware.Esp32.Pins;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>The main loop of a board whose set-up makes no node: it shows the fault, and tells the broker of it where it knows one.</summary>
    internal sealed class FaultLoop
    {
        private readonly string _problem;
        private readonly AutoResetEvent _wake;
        private readonly StatusLamp _lamp;
        private readonly Beats _beats;
        private readonly LinkThread _thread;
        private readonly FaultTeller? _teller;
        private readonly MqttLink? _link;
        private readonly Inbox _inbox;

        public FaultLoop(
            string problem, BoardSetup setup, uint boot, LinkThread thread, Inbox inbox, AutoResetEvent wake, StatusLamp lamp, Beats beats)
        {
            _problem = problem;
            _wake = wake;
            _lamp = lamp;
            _beats = beats;
            _thread = thread;
            _inbox = inbox;
            if (setup.CanConnect)
            {
                LateLink late = new LateLink();
                NodeOptions options = BoardOptions.Choose();
                _teller = new FaultTeller(setup.Party, setup.Name, boot, _problem, options, late);
                _link = new MqttLink(new LinkTerms(setup, _teller.StateTopic, _teller.LastWill, new string[0]), thread, inbox, wake);
                late.Link = _link;
            }
        }

        /// <summary>Runs until someone flashes a better set-up.</summary>
        public void Run()
        {
            Console.WriteLine(_problem);
            _thread.Start();
            while (true)
            {
                _beats.Beat(Beats.Main);
                long now = Environment.TickCount64;
                int wait = _lamp.Show(LampState.Fault, now);
                if (_teller != null && _link != null)
                {
                    for (LinkNews news = _link.Take(); news != LinkNews.None; news = _link.Take())
                    {
                        if (news == LinkNews.Confirmed)
                        {
                            _teller.Confirmed(_inbox.Ticket);
                        }
                    }

                    int step = _teller.Step(now);
                    wait = step < wait ? step : wait;
                }

                _wake.WaitOne(wait, false);
            }
        }
    }
}
