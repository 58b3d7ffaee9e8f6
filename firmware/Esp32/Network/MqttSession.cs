using System;
using System.Threading;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.SetUp;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>
    /// One connection with a broker, from its attempt to its end: one client of M2Mqtt, never used again, since a client that has lost its
    /// connection can hang in the next one. What happens to it becomes news for the main thread; nothing is thrown.
    /// </summary>
    public sealed class MqttSession
    {
        /// <summary>Room for what a broker sends at once on subscribing: M2Mqtt drops what is more without a word, and is boundless if not told.</summary>
        private const int ClientQueue = 320;

        private const int SubscribedMs = 10_000;
        private const int RoomMs = 20;
        private const int RoomTries = 100;
        private const ushort KeepAliveSeconds = 20;
        private readonly object _lock = new object();
        private readonly LinkTerms _terms;
        private readonly Inbox _inbox;
        private readonly AutoResetEvent _wake;
        private readonly ManualResetEvent _subscribed = new ManualResetEvent(false);
        private MqttClient? _client;
        private bool _over;

        public MqttSession(LinkTerms terms, Inbox inbox, AutoResetEvent wake)
        {
            _terms = terms;
            _inbox = inbox;
            _wake = wake;
        }

        /// <summary>Gets whether the client says that it is connected. It learns of a loss before it raises its event.</summary>
        public bool IsConnected
        {
            get
            {
                MqttClient? client = _client;
                return client != null && client.IsConnected;
            }
        }

        /// <summary>Connects and subscribes. On the link's thread: it blocks.</summary>
        public void Open()
        {
            try
            {
                string? failure = Connect();
                if (failure != null)
                {
                    Fail(failure);
                }
                else
                {
                    Tell(LinkNews.Opened, 0, null, null);
                }
            }
            catch (Exception e)
            {
                // Whatever keeps a board from its broker, it only means to try again later.
                Fail("broker: " + _terms.Broker + ": " + e.Message);
            }
        }

        /// <summary>Ends an attempt that has not come so far.</summary>
        public void Fail(string why)
        {
            Close();
            Tell(LinkNews.Closed, 0, why, null);
        }

        /// <summary>Hands a message to the client. On the main thread.</summary>
        /// <returns>The message's number, or -1 where it was not taken.</returns>
        public int Publish(string topic, byte[] buffer, int offset, int length, int qos, bool retain)
        {
            MqttClient? client = _client;

            // A client without connection takes messages all the same, and keeps them for nothing.
            if (client == null || !client.IsConnected)
            {
                return -1;
            }

            // The client takes whole arrays, and holds on to them until they are confirmed.
            byte[] payload = new byte[length];
            Array.Copy(buffer, offset, payload, 0, length);
            try
            {
                return client.Publish(topic, payload, null, null, (MqttQoSLevel)qos, retain);
            }
            catch (Exception)
            {
                return -1;
            }
        }

        /// <summary>Says goodbye, so that the broker keeps the last will to itself, and closes.</summary>
        public void Leave()
        {
            try
            {
                if (IsConnected)
                {
                    _client!.Disconnect();
                }
            }
            catch (Exception)
            {
                // The broker will find out by itself.
            }

            Close();
        }

        /// <summary>
        /// Closes the client, also one that is still connecting, from whichever thread. It must be done for every client: one that was refused goes on
        /// reading an ended connection without a pause, and its TLS buffers (twice 16.7 KB) are needed for the next.
        /// </summary>
        public void Close()
        {
            MqttClient? client;
            lock (_lock)
            {
                _over = true;
                client = _client;
                _client = null;
            }

            if (client != null)
            {
                client.MqttMsgPublished -= Published;
                client.MqttMsgPublishReceived -= Received;
                client.MqttMsgSubscribed -= Subscribed;
                client.ConnectionClosed -= Closed;
                try
                {
                    client.Close();
                }
                catch (Exception)
                {
                    // It has been given up in any case.
                }
            }
        }

        private string? Connect()
        {
            bool tls = _terms.Setup.Tls;
            MqttClient client = new MqttClient(
                _terms.Broker,
                _terms.Setup.Port,
                tls,
                tls ? _terms.Authority : null,
                tls ? _terms.Certificate : null,
                tls ? MqttSslProtocols.TLSv1_2 : MqttSslProtocols.None);
            client.Settings.InflightQueueSize = ClientQueue;
            client.MqttMsgPublished += Published;
            client.MqttMsgPublishReceived += Received;
            client.MqttMsgSubscribed += Subscribed;
            client.ConnectionClosed += Closed;
            lock (_lock)
            {
                if (_over)
                {
                    return "broker: given up";
                }

                _client = client;
            }

            MqttReasonCode code = client.Connect(
                _terms.Setup.FullName!,
                _terms.Setup.Texts[SetupTable.User],
                _terms.Setup.Texts[SetupTable.Password],
                true,
                MqttQoSLevel.AtLeastOnce,
                true,
                _terms.StateTopic,
                _terms.LastWill,
                true,
                KeepAliveSeconds);
            if (code != MqttReasonCode.Success)
            {
                return "broker: " + _terms.Broker + " refuses the connection with code " + ((int)code).ToString();
            }

            if (_terms.Subscriptions.Length == 0)
            {
                return null;
            }

            MqttQoSLevel[] levels = new MqttQoSLevel[_terms.Subscriptions.Length];
            for (int i = 0; i < levels.Length; i++)
            {
                levels[i] = MqttQoSLevel.AtLeastOnce;
            }

            client.Subscribe(_terms.Subscriptions, levels);
            return _subscribed.WaitOne(SubscribedMs, false) ? null : "broker: " + _terms.Broker + " does not confirm the subscriptions";
        }

        private void Published(object sender, MqttMsgPublishedEventArgs e)
        {
            Tell(e.IsPublished ? LinkNews.Confirmed : LinkNews.NotConfirmed, e.MessageId, null, null);
        }

        private void Received(object sender, MqttMsgPublishEventArgs e)
        {
            Tell(LinkNews.Received, 0, e.Topic, e.Message);
        }

        private void Subscribed(object sender, MqttMsgSubscribedEventArgs e)
        {
            _subscribed.Set();
        }

        private void Closed(object sender, EventArgs e)
        {
            Tell(LinkNews.Closed, 0, "broker: connection lost", null);
        }

        /// <summary>Tells the main thread; where its inbox is full, the client's thread waits, and so does the broker behind it.</summary>
        private void Tell(LinkNews what, int ticket, string? text, byte[]? payload)
        {
            for (int i = 0; i < RoomTries && !_inbox.TryAdd(what, this, ticket, text, payload); i++)
            {
                _wake.Set();
                Thread.Sleep(RoomMs);
            }

            _wake.Set();
        }
    }
}
