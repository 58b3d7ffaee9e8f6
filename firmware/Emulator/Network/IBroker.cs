using JointWatch.Emulation.Mqtt;

namespace JointWatch.Emulation.Network;

/// <summary>Where a board wants to connect to, and how it guards the connection.</summary>
/// <param name="ChecksCertificate">Whether the broker's certificate must be signed by a CA that the board knows.</param>
/// <param name="Trusts">Whether the board has the CA of a virtual broker.</param>
/// <param name="CaCertificatePem">The CA for a broker of the real network, if the board was given one.</param>
public sealed record BrokerAddress(string Host, int Port, bool Secure, bool ChecksCertificate, bool Trusts, string? CaCertificatePem);

/// <summary>A broker as boards find it. Its calls return at once.</summary>
public interface IBroker
{
    /// <summary>Takes a connection, or refuses it.</summary>
    IBrokerEnd Connect(BrokerAddress address, IBoardEnd board);
}

/// <summary>The broker's end of a connection.</summary>
public interface IBrokerEnd
{
    void Send(MqttPacket packet);

    /// <summary>The board has closed the connection: properly as far as TCP goes.</summary>
    void Close();
}

/// <summary>The board's end of a connection. May be called on any thread.</summary>
public interface IBoardEnd
{
    void Accepted();

    void Refused(string why);

    void Receive(MqttPacket packet);

    void Closed();
}
