using System.Threading;
using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>
    /// The node's link over MQTT 3.1.1. Lives on the main thread, and blocks nowhere: it orders sessions from the <see cref="LinkThread"/>, and
    /// changes its state only in <see cref="Take"/>.
    /// </summary>
    public sealed class MqttLink : INodeLink
    {
        /// <summary>The most messages in the client at a time: what waits beyond that waits in the node, where it is bounded and counted.</summary>
        private const int MostUnderWay = 24;

        private readonly LinkThread _thread;
        private readonly Inbox _inbox;
        private readonly AutoResetEvent _wake;
        private MqttSession? _session;
        private LinkState _state;
        private int _underWay;

        public MqttLink(LinkThread thread, Inbox inbox, AutoResetEvent wake)
        {
            _thread = thread;
            _inbox = inbox;
            _wake = wake;
        }

        /// <summary>What each connection is made with; before the first one, and after the node, which says a part of it.</summary>
        public LinkTerms? Terms;

        /// <inheritdoc/>
        public LinkState State => _state;

        /// <summary>Why the last session ended or did not come up, or null.</summary>
        public string? Failure;

        /// <inheritdoc/>
        public void BeginConnect()
        {
            _session = new MqttSession(Terms!, _inbox, _wake);
            _underWay = 0;
            _state = LinkState.Connecting;
            _thread.Open(_session);
        }

        /// <inheritdoc/>
        public void Close()
        {
            if (_session != null)
            {
                _thread.Close(_session);
                _session = null;
            }

            _state = LinkState.Down;
        }

        /// <summary>Says goodbye to the broker, and waits for that so many milliseconds at most.</summary>
        public void Leave(int waitMs)
        {
            if (_session != null && _state == LinkState.Up)
            {
                _thread.Leave(_session, waitMs);
            }

            _session = null;
            _state = LinkState.Down;
        }

        /// <inheritdoc/>
        public int Publish(string topic, byte[] buffer, int offset, int length, int qos, bool retain)
        {
            if (_state != LinkState.Up || _session == null || (qos > 0 && _underWay >= MostUnderWay))
            {
                return -1;
            }

            int ticket = _session.Publish(topic, buffer, offset, length, qos, retain);
            _underWay += qos > 0 && ticket >= 0 ? 1 : 0;
            return ticket;
        }

        /// <summary>Takes the next news for the node, and its own on the way.</summary>
        /// <returns><see cref="LinkNews.Confirmed"/> or <see cref="LinkNews.Received"/>, told in the inbox; <see cref="LinkNews.None"/> where there is no more.</returns>
        public LinkNews Take()
        {
            while (_inbox.TryTake())
            {
                // What an old session still has to say is not of this one.
                if (_inbox.Session != _session || _session == null)
                {
                    continue;
                }

                switch (_inbox.What)
                {
                    case LinkNews.Opened:
                        _state = LinkState.Up;
                        Failure = null;
                        break;
                    case LinkNews.Closed:
                        Failure = _inbox.Text;
                        Close();
                        break;
                    case LinkNews.NotConfirmed:
                        _underWay--;
                        break;
                    case LinkNews.Confirmed:
                        _underWay--;
                        return LinkNews.Confirmed;
                    default:
                        return LinkNews.Received;
                }
            }

            // M2Mqtt tells of a loss late, and not at all where one of its threads has died.
            if (_state == LinkState.Up && _session != null && !_session.IsConnected)
            {
                Failure = "broker: connection lost";
                Close();
            }

            return LinkNews.None;
        }
    }
}
