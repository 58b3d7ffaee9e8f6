namespace JointWatch.Emulation;

/// <summary>What wakes a board.</summary>
internal enum BoardEventKind
{
    /// <summary>The time that the node asked for has come.</summary>
    Wake,

    /// <summary>A session with the broker is up, its subscriptions made.</summary>
    Opened,

    /// <summary>A session has ended, or never came up.</summary>
    Closed,

    /// <summary>The broker has a message.</summary>
    Confirmed,

    /// <summary>A message has come in.</summary>
    Received,
}

/// <summary>One thing that happened to a board. All go through one queue, so that the node sees them one at a time, on one thread.</summary>
internal readonly record struct BoardEvent(BoardEventKind Kind, MqttSession? Session = null, int Ticket = 0, string Text = "", byte[]? Payload = null);
