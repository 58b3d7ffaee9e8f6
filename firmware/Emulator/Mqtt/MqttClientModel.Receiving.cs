namespace JointWatch.Emulation.Mqtt;

/// <summary>What comes from the network.</summary>
internal sealed partial class MqttClientModel
{
    public void Opened() => Scheduler.Raise(_opened);

    public void OpenFailed(string why)
    {
        _openFailure = why;
        _run.Board.Traffic.LastFailure = why;
        Scheduler.Raise(_opened);
    }

    public void Received(MqttPacket packet)
    {
        switch (packet)
        {
            case ConnectAckPacket answer:
                _answerCode = answer.Code;
                _events.Add(() => ConnectionOpened?.Invoke(answer.Code));
                Scheduler.Raise(_answer);
                break;
            case PingAnswerPacket:
                lock (_gate)
                {
                    _pinging = false;
                }

                break;
            case PublishPacket message:
                lock (_gate)
                {
                    // Where the queue is full the message is lost, and not answered either.
                    Enqueue(new Inflight(message, inward: true));
                }

                break;
            case PublishAckPacket or SubscribeAckPacket or UnsubscribeAckPacket:
                Answered(packet);
                break;
        }
    }

    /// <summary>The connection has broken: closed by its peer, reset, or given up by TCP.</summary>
    public void ChannelFailed()
    {
        lock (_gate)
        {
            _faultReceiving = true;
            _blocked = false;
            _pinging = false;
        }

        _run.Board.Traffic.LastFailure = "the connection was lost";
        Scheduler.Raise(_opened);
        Scheduler.Raise(_answer);
        Scheduler.Raise(_room);
        BeginClosing();
    }

    /// <summary>The socket takes bytes again.</summary>
    public void RoomAgain()
    {
        lock (_gate)
        {
            _blocked = false;
            Pump();
        }

        Scheduler.Raise(_room);
    }

    private void Answered(MqttPacket answer)
    {
        lock (_gate)
        {
            int index = _inflight.FindIndex(m => m.IsAnsweredBy(answer));
            _unanswered.Remove(answer is PublishAckPacket ack ? ack.Id : 0);
            if (index < 0)
            {
                return;
            }

            if (_inflight[index].Packet is PublishPacket confirmed)
            {
                _run.Board.Traffic.Confirm(confirmed.Topic);
            }

            _inflight.RemoveAt(index);
        }

        _events.Add(answer switch
        {
            PublishAckPacket a => () => Published?.Invoke(a.Id, true),
            SubscribeAckPacket s => () => Subscribed?.Invoke(s.Id, s.Granted),
            UnsubscribeAckPacket u => () => Unsubscribed?.Invoke(u.Id),
            _ => () => { },
        });
    }
}
