using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace JointWatch.Links.Certificates;

/// <summary>
/// Certificates for links: a small authority of the centre's own, ECDSA on P-256. A party's certificate bears its name as common name and is good for a client alone, the
/// centre's for a server alone.
/// </summary>
public static class LinkCertificates
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";
    private const int AuthorityYears = 10;
    private const int CertificateYears = 2;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>Makes an authority. Whoever has its key lets parties in: keep it at the centre.</summary>
    public static X509Certificate2 MakeAuthority(string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Named(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(now - ClockSkew, now.AddYears(AuthorityYears));
    }

    /// <summary>Makes the centre's certificate.</summary>
    /// <param name="hosts">The names and addresses that parties reach it by.</param>
    public static X509Certificate2 MakeServer(X509Certificate2 authority, IEnumerable<string> hosts, DateTimeOffset now)
    {
        var names = new SubjectAlternativeNameBuilder();
        string[] all = [.. hosts];
        foreach (string host in all)
        {
            if (IPAddress.TryParse(host, out IPAddress? address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return Make(authority, all[0], ServerUse, names.Build(), now);
    }

    /// <summary>Makes a party's certificate.</summary>
    public static X509Certificate2 MakeParty(X509Certificate2 authority, string party, DateTimeOffset now) => Make(authority, party, ClientUse, null, now);

    /// <summary>Writes a certificate and its key beside each other, in PEM: <c>NAME.crt</c>, and <c>NAME.key</c> that nobody but its owner may read.</summary>
    /// <exception cref="IOException">One of them is there already, or cannot be written.</exception>
    public static void Write(string folder, string name, X509Certificate2 certificate)
    {
        Directory.CreateDirectory(folder);
        using ECDsa key = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("a certificate without its key", nameof(certificate));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(Path.Combine(folder, name + ".key"), options))
        {
            writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
        }

        File.WriteAllText(Path.Combine(folder, name + ".crt"), certificate.ExportCertificatePem() + "\n");
    }

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <exception cref="CryptographicException">They are no certificate and its key.</exception>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static X509Certificate2 Read(string folder, string name)
    {
        using X509Certificate2 pem = X509Certificate2.CreateFromPemFile(Path.Combine(folder, name + ".crt"), Path.Combine(folder, name + ".key"));

        // Windows' TLS takes a key only from a store or a PKCS#12 file.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Why a peer's certificate is not good; null: it is.</summary>
    /// <param name="isServer">Whether the peer is the centre; else it is a party.</param>
    public static string? WhyNot(X509Certificate2? certificate, X509Certificate2 authority, bool isServer, DateTimeOffset now)
    {
        if (certificate is null)
        {
            return "it has shown no certificate";
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(isServer ? ServerUse : ClientUse));
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return chain.Build(certificate)
            ? null
            : $"its certificate '{certificate.Subject}' is not good: {string.Join("; ", chain.ChainStatus.Select(s => s.StatusInformation.Trim()).Distinct())}";
    }

    /// <summary>The name that a certificate bears.</summary>
    public static string NameOf(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    private static X509Certificate2 Make(X509Certificate2 authority, string name, string use, X509Extension? alternatives, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Named(name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: true));
        if (alternatives is not null)
        {
            request.CertificateExtensions.Add(alternatives);
        }

        DateTimeOffset end = now.AddYears(CertificateYears);
        var last = new DateTimeOffset(authority.NotAfter);
        using X509Certificate2 made = request.Create(authority, now - ClockSkew, end > last ? last : end, RandomNumberGenerator.GetBytes(16));
        return made.CopyWithPrivateKey(key);
    }

    private static X500DistinguishedName Named(string name)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        return builder.Build();
    }
}
