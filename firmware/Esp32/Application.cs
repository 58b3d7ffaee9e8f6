using System;
using System.Device.Gpio;
using System.Threading;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.SetUp;
using nanoFramework.Runtime.Native;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>Puts the board together, and runs the main loop: news from the link, the button, a step of the node, the lamp.</summary>
    public sealed class Application
    {
        private const int GoodbyeMs = 3_000;
        private const int InboxRoom = 96;
        private readonly AutoResetEvent _wake = new AutoResetEvent(false);
        private readonly ClockDiscipline _discipline = new ClockDiscipline();
        private readonly Inbox _inbox = new Inbox(InboxRoom);
        private readonly FlashStore _flash;
        private readonly BootLog _log;
        private readonly Restart _restart;
        private readonly Beats _beats;
        private readonly SetupStore _setups;
        private readonly BoardSetup _setup;
        private readonly LinkThread _thread;
        private readonly MqttLink _link;
        private readonly StatusLamp _lamp;
        private readonly PushButton _button;
        private readonly Buzzer _buzzer;
        private readonly BoardHost _host;
        private readonly BootReason _reason;
        private readonly Progress _progress = new Progress();
        private SensorNode? _node;
        private string? _note;

        public Application(FlashStore flash, BootLog log, Restart restart)
        {
            _flash = flash;
            _log = log;
            _restart = restart;
            _beats = new Beats(restart);
            _setups = new SetupStore(flash);
            _setup = _setups.Load();
            _reason = _setups.RolledBack ? BootReason.SetUpRolledBack : log.Reason;
            SayHello();

            BoardPins? pins = BoardPins.ForTarget(_setup.Texts[SetupTable.Board] ?? SystemInfo.TargetName);
            GpioController? gpio = pins == null ? null : new GpioController();
            _lamp = new StatusLamp(gpio, pins);
            _lamp.Show(LampState.Booting, Environment.TickCount64);
            _button = new PushButton(gpio, pins, _wake);
            _buzzer = new Buzzer(gpio, pins);
            _host = new BoardHost(_setups, _buzzer);
            _thread = new LinkThread(new TimeServer(_discipline, _setup.Texts[SetupTable.TimeServer]), _discipline, _beats, restart, _wake);
            _link = new MqttLink(_thread, _inbox, _wake);
            if (pins == null)
            {
                Console.WriteLine("board: " + (_setup.Texts[SetupTable.Board] ?? SystemInfo.TargetName) + " has no known pins; lamp, button and buzzer are off");
            }
        }

        /// <summary>Runs until the board starts anew.</summary>
        public void Run()
        {
            _beats.Start();
            NodeStart start = new NodeStart(_log.Boot)
            {
                Reason = _reason,
                Cause = _log.Cause,
                SafeMode = _log.SafeMode,
                Note = _note,
            };
            string? problem = _setup.Problem ?? Open(start);
            if (_node == null)
            {
                RunFault("set-up: " + problem);
            }
            else
            {
                RunNode(_node);
            }
        }

        private void SayHello()
        {
            string name = _setup.FullName ?? "unnamed";
            Console.WriteLine(Program.Version + " " + name + " boot " + _log.Boot.ToString() + " (" + Restart.Word(_reason) + ")");
            if (_log.Cause != null && (_log.Reason == BootReason.Crash || _log.Reason == BootReason.Watchdog))
            {
                Console.WriteLine("boot: the last run ended with " + _log.Cause);
            }

            if (!_log.Kept)
            {
                Console.WriteLine("boot: the flash did not keep the boot counter");
            }

            if (_log.SafeMode)
            {
                Console.WriteLine("boot: safe mode after " + BootLog.CrashesToSafeMode.ToString() + " crashes in a row; no scans until a reboot by command or power");
            }

            if (_setups.Warning != null)
            {
                _note = "set-up: " + _setups.Warning + "; the last good one is in use";
                Console.WriteLine(_note);
            }

            if (_setups.OnTrial)
            {
                Console.WriteLine("set-up: a new one is on trial");
            }
        }

        /// <summary>Makes the node, and tells the link what it needs from it.</summary>
        /// <returns>Null, or what is wrong with the set-up.</returns>
        private string? Open(NodeStart start)
        {
            try
            {
                NodeOptions options = BoardHost.Options();
                string? keyFile = _setup.Texts[SetupTable.KeyFile];
                start.Key = keyFile == null ? null : KeyFile.Read("keyFile", _flash.Read(keyFile));
                start.Flash = _flash;
                _setup.Node!.Firmware = Program.Version;
                SensorNode node = new SensorNode(_setup.Node, start, options, new BoardClock(_discipline), _link, _host);
                _link.Terms = new LinkTerms(_setup, _log.Boot, node.Subscriptions)
                {
                    Authority = _setup.Tls ? Certificates.Authority(_setup, _flash) : null,
                    Certificate = _setup.Tls ? Certificates.Own(_setup, _flash) : null,
                };
                _node = node;
                return null;
            }
            catch (SetupException e)
            {
                return e.Message;
            }
        }

        private void RunNode(SensorNode node)
        {
            _thread.Start();
            while (true)
            {
                _beats.Beat(Beats.Main);
                TakeNews(node);
                long now = Environment.TickCount64;
                int wait = LookAtButton(node, now);
                wait = Sooner(wait, node.Step());
                _progress.Look(node, _link, _setup);
                LampState lamp = Lamps(node);
                wait = Sooner(wait, _lamp.Show(lamp, now));
                wait = Sooner(wait, _buzzer.Sound(_link.State == LinkState.Up, now));
                KeepSetUp(node, now);
                if (now >= BootLog.StableMs)
                {
                    _log.Stable();
                }

                if (_host.RebootWanted)
                {
                    Leave(node, _setups.Waiting ? BootReason.NewSetUp : BootReason.Command);
                }

                _wake.WaitOne(wait, false);
            }
        }

        /// <summary>The main loop of a board whose set-up makes no node: it shows the fault, and tells the broker of it where it knows one.</summary>
        private void RunFault(string problem)
        {
            Console.WriteLine(problem);
            _thread.Start();
            FaultTeller? teller = null;
            if (_setup.CanConnect)
            {
                teller = new FaultTeller(_setup.FullName!, _log.Boot, problem, BoardHost.Options(), _link);
                _link.Terms = new LinkTerms(_setup, _log.Boot, new string[0]);
            }

            while (true)
            {
                _beats.Beat(Beats.Main);
                long now = Environment.TickCount64;
                int wait = _lamp.Show(LampState.Fault, now);
                if (teller != null)
                {
                    for (LinkNews news = _link.Take(); news != LinkNews.None; news = _link.Take())
                    {
                        if (news == LinkNews.Confirmed)
                        {
                            teller.Confirmed(_inbox.Ticket);
                        }
                    }

                    wait = Sooner(wait, teller.Step(now));
                }

                _wake.WaitOne(wait, false);
            }
        }

        private void TakeNews(SensorNode node)
        {
            for (LinkNews news = _link.Take(); news != LinkNews.None; news = _link.Take())
            {
                if (news == LinkNews.Confirmed)
                {
                    node.Outbox.Confirmed(_inbox.Ticket);
                }
                else if (_inbox.Text != null && _inbox.Payload != null)
                {
                    node.Receive(_inbox.Text, _inbox.Payload, 0, _inbox.Payload.Length);
                }
            }
        }

        private int LookAtButton(SensorNode node, long now)
        {
            ButtonPress press = _button.Look(now, out int wait);
            if (press == ButtonPress.Short)
            {
                node.Observer.Mark();
                Console.WriteLine("button: marked");
            }
            else if (press == ButtonPress.Long)
            {
                node.ToggleTest();
                Console.WriteLine(node.Testing ? "button: test target on" : "button: test target off");
            }

            return wait;
        }

        private LampState Lamps(SensorNode node)
        {
            LampState state = _link.State == LinkState.Up ? (node.Desk.Scanning ? LampState.Running : LampState.Stopped) : _thread.Stage;
            state = _log.SafeMode ? LampState.SafeMode : state;
            state = _setups.Warning != null ? LampState.Fault : state;
            return _host.Identifying ? LampState.Identify : state;
        }

        /// <summary>A new set-up is kept once the broker has the node's word that it is online, and taken back if that takes too long.</summary>
        private void KeepSetUp(SensorNode node, long now)
        {
            if (_link.State == LinkState.Up && !node.Outbox.StatePending)
            {
                if (_setups.OnTrial)
                {
                    Console.WriteLine("set-up: kept");
                }

                _setups.Connected();
            }
            else if (_setups.OnTrial && now >= SetupStore.TrialMs)
            {
                _setups.GiveUp();
                Leave(node, BootReason.SetUpRolledBack);
            }
        }

        /// <summary>Says goodbye to the broker where it listens, and starts the board anew.</summary>
        private void Leave(SensorNode node, BootReason reason)
        {
            node.Leave(Restart.Word(reason));
            long until = Environment.TickCount64 + GoodbyeMs;
            while (_link.State == LinkState.Up && node.Outbox.StatePending && Environment.TickCount64 < until)
            {
                _beats.Beat(Beats.Main);
                TakeNews(node);
                node.Step();
                _wake.WaitOne(50, false);
            }

            _link.Leave(GoodbyeMs);
            _restart.Now(reason, null);
        }

        private static int Sooner(int a, int b)
        {
            return a < b ? a : b;
        }
    }
}
