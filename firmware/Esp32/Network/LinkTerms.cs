using System.Security.Cryptography.X509Certificates;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Esp32.Network
{
    /// <summary>What each connection is made with.</summary>
    public sealed class LinkTerms
    {
        public LinkTerms(BoardSetup setup, string stateTopic, string lastWill, string[] subscriptions)
        {
            Setup = setup;
            ClientId = setup.Party + "/" + setup.Name;
            StateTopic = stateTopic;
            LastWill = lastWill;
            Subscriptions = subscriptions;
        }

        public BoardSetup Setup { get; }

        public string ClientId { get; }

        public string StateTopic { get; }

        public string LastWill { get; }

        public string[] Subscriptions { get; }

        /// <summary>Gets or sets the authority that the broker's certificate must come from, or null: the device's own store.</summary>
        public X509Certificate? Authority { get; set; }

        /// <summary>Gets or sets the board's certificate, or null: the device's own, if any.</summary>
        public X509Certificate2? Certificate { get; set; }
    }
}
