using System.Security.Cryptography.X509Certificates;
using JointWatch.Contract;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>What each connection is made with.</summary>
    public sealed class LinkTerms
    {
        public LinkTerms(BoardSetup setup, uint boot, string[] subscriptions)
        {
            Setup = setup;
            Broker = setup.Texts[SetupTable.Broker]!;
            StateTopic = Topics.Of(setup.FullName!, Topics.State);
            LastWill = StateText.LastWill(boot);
            Subscriptions = subscriptions;
        }

        public readonly BoardSetup Setup;

        public readonly string Broker;

        public readonly string StateTopic;

        public readonly string LastWill;

        public readonly string[] Subscriptions;

        /// <summary>The authority that the broker's certificate must come from, or null: the device's own store.</summary>
        public X509Certificate? Authority;

        /// <summary>The board's certificate, or null: the device's own, if any.</summary>
        public X509Certificate2? Certificate;
    }
}
