using JointWatch.Emulation;

namespace nanoFramework.M2Mqtt
{
    /// <summary>M2Mqtt's settings: one set for all clients of a board.</summary>
    public sealed class MqttSettings
    {
        public const int BrokerDefaultPort = 1883;
        public const int BrokerDefaultSslPort = 8883;
        public const int DefaultTimeout = 30_000;
        public const int MaximumAttemptsRetry = 3;
        public const int DefaultDelayRetry = 1_000;
        public const int ConnectTimeout = 30_000;
        public const int DefaultInflightQueueSize = int.MaxValue;
        private readonly BoardRun _run;

        private MqttSettings(BoardRun run) => _run = run;

        public static MqttSettings Instance => new(BoardRun.Current);

        public int InflightQueueSize
        {
            get => _run.Mqtt.InflightQueueSize;
            set => _run.Mqtt.InflightQueueSize = value;
        }

        public bool ValidateServerCertificate
        {
            get => _run.Mqtt.ValidateServerCertificate;
            set => _run.Mqtt.ValidateServerCertificate = value;
        }

        public int AttemptsOnRetry => MaximumAttemptsRetry;

        public int DelayOnRetry => DefaultDelayRetry;
    }

    public enum MqttProtocolVersion
    {
        Version_3_1 = 3,
        Version_3_1_1 = 4,
        Version_5 = 5,
    }

    public enum MqttSslProtocols
    {
        None = 0,
        SSLv3,
        TLSv1_0,
        TLSv1_1,
        TLSv1_2,
        TLSv1_3,
    }
}
