using System;
using System.Threading;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>The thread for all that blocks: Wi-Fi, time server, connecting and closing.</summary>
    public sealed class LinkThread
    {
        private const int LookMs = 1_000;
        private const int MostClosing = 8;
        private readonly object _lock = new object();
        private readonly AutoResetEvent _work = new AutoResetEvent(false);
        private readonly ManualResetEvent _left = new ManualResetEvent(false);
        private readonly MqttSession?[] _closing = new MqttSession?[MostClosing];
        private readonly WifiLink _wifi = new WifiLink();
        private readonly TimeServer _time;
        private readonly ClockDiscipline _clock;
        private readonly Beats _beats;
        private readonly Restart _restart;
        private readonly AutoResetEvent _wake;
        private MqttSession? _toOpen;
        private MqttSession? _opening;
        private MqttSession? _leaving;
        private string? _saidWifi;

        public LinkThread(TimeServer time, ClockDiscipline clock, Beats beats, Restart restart, AutoResetEvent wake)
        {
            _time = time;
            _clock = clock;
            _beats = beats;
            _restart = restart;
            _wake = wake;
        }

        /// <summary>How far the board has come: looking for <see cref="LampState.Wifi"/>, <see cref="LampState.Clock"/> or <see cref="LampState.Broker"/>.</summary>
        public LampState Stage = LampState.Wifi;

        public void Start()
        {
            new Thread(Run).Start();
        }

        /// <summary>Orders a session to be opened.</summary>
        public void Open(MqttSession session)
        {
            lock (_lock)
            {
                _toOpen = session;
            }

            _work.Set();
        }

        /// <summary>Orders a session to be closed.</summary>
        public void Close(MqttSession session)
        {
            bool hangs;
            lock (_lock)
            {
                hangs = _opening == session;
                _toOpen = _toOpen == session ? null : _toOpen;
                hangs |= !hangs && !Put(session);
            }

            // While this thread hangs in an attempt, only another one can pull the socket from under it.
            if (hangs)
            {
                new Thread(session.Close).Start();
            }

            _work.Set();
        }

        /// <summary>Orders a goodbye, and waits for it.</summary>
        public void Leave(MqttSession session, int waitMs)
        {
            lock (_lock)
            {
                _leaving = session;
            }

            _work.Set();
            _left.WaitOne(waitMs, false);
        }

        private void Run()
        {
            try
            {
                while (true)
                {
                    _beats.Beat(Beats.Link);
                    CloseAll();
                    SayGoodbye();
                    MqttSession? session = TakeOrder();
                    if (session != null)
                    {
                        Bring(session);
                    }
                    else if (_time.IsDue && WifiLink.IsUp)
                    {
                        Sync();
                    }

                    _work.WaitOne(LookMs, false);
                }
            }
            catch (Exception e)
            {
                _restart.Crashed("link", e);
            }
        }

        /// <summary>Brings a session up, with what it needs before it.</summary>
        private void Bring(MqttSession session)
        {
            string? failure = EnsureWifi();
            _beats.Beat(Beats.Link);
            if (failure == null && !_clock.Known && _time.IsDue)
            {
                Sync();
                _beats.Beat(Beats.Link);
            }

            if (failure == null)
            {
                session.Open();
            }
            else
            {
                session.Fail("wifi: " + failure);
            }

            lock (_lock)
            {
                _opening = null;
            }
        }

        private string? EnsureWifi()
        {
            if (!WifiLink.IsUp)
            {
                SetStage(LampState.Wifi);
                Console.WriteLine("wifi: looking");
            }

            string? failure = _wifi.Ensure(_beats);
            if (failure != null)
            {
                _saidWifi = null;
                return failure;
            }

            string? address = WifiLink.Address();
            if (address != null && address != _saidWifi)
            {
                _saidWifi = address;
                Console.WriteLine("wifi: up, address " + address);
            }

            SetStage(_clock.Known ? LampState.Broker : LampState.Clock);
            return null;
        }

        private void Sync()
        {
            bool first = !_clock.Known;
            if (first)
            {
                Console.WriteLine("clock: asking " + _time.Name);
            }

            bool answered = _time.Sync();
            if (first)
            {
                Console.WriteLine(answered ? "clock: set" : "clock: no answer from " + _time.Name);
            }

            if (answered)
            {
                SetStage(LampState.Broker);
            }
        }

        private void SetStage(LampState stage)
        {
            Stage = stage;
            _wake.Set();
        }

        private MqttSession? TakeOrder()
        {
            lock (_lock)
            {
                _opening = _toOpen;
                _toOpen = null;
                return _opening;
            }
        }

        private void SayGoodbye()
        {
            MqttSession? session;
            lock (_lock)
            {
                session = _leaving;
                _leaving = null;
            }

            if (session != null)
            {
                session.Leave();
                _left.Set();
            }
        }

        private bool Put(MqttSession session)
        {
            for (int i = 0; i < MostClosing; i++)
            {
                if (_closing[i] == null)
                {
                    _closing[i] = session;
                    return true;
                }
            }

            return false;
        }

        private void CloseAll()
        {
            for (int i = 0; i < MostClosing; i++)
            {
                MqttSession? session;
                lock (_lock)
                {
                    session = _closing[i];
                    _closing[i] = null;
                }

                session?.Close();
            }
        }
    }
}
