using System.Text;

namespace System.Security.Cryptography.X509Certificates
{
    /// <summary>nanoFramework's certificate: bytes, or PEM text, that the TLS library reads when it connects.</summary>
    public class X509Certificate
    {
        public X509Certificate(byte[] certificate) => Pem = Encoding.UTF8.GetString(certificate).TrimEnd('\0');

        public X509Certificate(string certificate) => Pem = certificate;

        public string Pem { get; }
    }

    /// <summary>nanoFramework's certificate with its key.</summary>
    public sealed class X509Certificate2 : X509Certificate
    {
        public X509Certificate2(byte[] rawData)
            : base(rawData)
        {
        }

        public X509Certificate2(string certificate, string key, string password)
            : base(certificate)
        {
            Key = key;
            _ = password;
        }

        public X509Certificate2(byte[] rawData, byte[] key, string password)
            : base(rawData)
        {
            Key = Encoding.UTF8.GetString(key).TrimEnd('\0');
            _ = password;
        }

        public string? Key { get; }

        public bool HasPrivateKey => Key is not null;
    }
}
