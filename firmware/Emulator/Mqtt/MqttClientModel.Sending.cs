namespace JointWatch.Emulation.Mqtt;

/// <summary>The queue, its retries, and the keep-alive.</summary>
internal sealed partial class MqttClientModel
{
    private IDisposable? _keepAliveTimer;
    private IDisposable? _retryTimer;
    private long _retryAt;
    private long _lastSent;
    private bool _pinging;

    /// <summary>Puts a message in the queue, if it has room, and wakes the thread that works on it.</summary>
    private bool Enqueue(Inflight message)
    {
        if (_inflight.Count >= _run.Mqtt.InflightQueueSize)
        {
            return false;
        }

        _inflight.Add(message);
        Pump();
        return true;
    }

    /// <summary>Does what is due in the queue, in its order. Called under the lock.</summary>
    private void Pump()
    {
        if (!_working || _blocked)
        {
            return;
        }

        long now = Scheduler.Now;
        long retry = MqttSettingsModel.RetryDelayMs * TimeSpan.TicksPerMillisecond;
        long next = long.MaxValue;
        for (int i = 0; i < _inflight.Count && !_blocked && _working; i++)
        {
            Inflight message = _inflight[i];
            if (message.AwaitsAnswer && now - message.SentAt >= retry)
            {
                message.AwaitsAnswer = false;
                if (message.Attempt >= MqttSettingsModel.Attempts)
                {
                    GiveUp(message);
                    _inflight.RemoveAt(i--);
                    continue;
                }
            }

            if (!message.AwaitsAnswer && Process(message))
            {
                _inflight.RemoveAt(i--);
                continue;
            }

            next = message.AwaitsAnswer ? Math.Min(next, message.SentAt + retry) : next;
        }

        if (next != long.MaxValue && (_retryTimer is null || next < _retryAt))
        {
            _retryTimer?.Dispose();
            _retryAt = next;
            _retryTimer = Scheduler.At(next, RetryDue);
        }
    }

    /// <returns>Whether the message is done with.</returns>
    private bool Process(Inflight message)
    {
        if (message.Inward)
        {
            PublishPacket received = (PublishPacket)message.Packet;
            if (received.Qos > 0 && !TrySend(new PublishAckPacket(received.Id)))
            {
                return false;
            }

            _events.Add(() => PublishReceived?.Invoke(received));
            return true;
        }

        if (message.Packet is PublishPacket { Topic: var topic } && (topic.Length == 0 || topic.AsSpan().ContainsAny('#', '+')))
        {
            // M2Mqtt finds this out when it writes the packet, long after Publish has returned, and ends the connection.
            BeginClosing();
            return false;
        }

        message.Sending(Scheduler.Now);
        if (!TrySend(message.Packet))
        {
            return false;
        }

        message.AwaitsAnswer = message.Packet is not PublishPacket { Qos: 0 };
        return !message.AwaitsAnswer;
    }

    private bool TrySend(MqttPacket packet)
    {
        if (_channel is null || _faultReceiving)
        {
            // The socket is dead, and says so.
            BeginClosing();
            return false;
        }

        if (!_channel.HasRoomFor(packet))
        {
            // The thread that sends is stuck in the socket now.
            _blocked = true;
            return false;
        }

        Transmit(packet);
        return true;
    }

    private void Transmit(MqttPacket packet)
    {
        _lastSent = Scheduler.Now;
        _channel!.Send(packet);
    }

    private void GiveUp(Inflight message)
    {
        // The id stays in the table of the unanswered until the connection is closed: M2Mqtt leaks it.
        if (message.Packet is PublishPacket publish)
        {
            _events.Add(() => Published?.Invoke(publish.Id, false));
        }
    }

    private void RetryDue()
    {
        lock (_gate)
        {
            _retryTimer = null;
            Pump();
        }
    }

    private void KeepAlive(int seconds)
    {
        _keepAliveTimer?.Dispose();
        _pinging = false;
        if (seconds > 0)
        {
            long period = seconds * TimeSpan.TicksPerSecond;
            _keepAliveTimer = Scheduler.At(Scheduler.Now + period, () => KeepAliveDue(period));
        }
    }

    private void KeepAliveDue(long period)
    {
        lock (_gate)
        {
            if (!_working)
            {
                return;
            }

            if (_pinging)
            {
                _pinging = false;
                BeginClosing();
                return;
            }

            long quiet = Scheduler.Now - _lastSent;
            if (quiet >= period && !_blocked)
            {
                // Where another thread is stuck in the socket, this one waits behind it and finds nothing out.
                _pinging = TrySend(new PingPacket());
            }

            _keepAliveTimer = Scheduler.At(Scheduler.Now + (quiet >= period ? period : period - quiet), () => KeepAliveDue(period));
        }
    }
}
