namespace JointWatch.Emulation.Network;

/// <summary>What a board is told in place of what its broker says, so that it believes what is not so and reports it. May be called by any thread.</summary>
public interface IHearsay
{
    /// <summary>What the board hears in place of a message.</summary>
    byte[] Altered(string topic, byte[] payload);

    /// <summary>What it hears beside, when it begins to listen.</summary>
    IEnumerable<(string Topic, byte[] Payload)> Greeting();
}
