using System.Security.Cryptography.X509Certificates;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Esp32
{
    /// <summary>Takes the certificates that a set-up names from the flash.</summary>
    public static class Certificates
    {
        /// <summary>The authority's, or null where the set-up names none.</summary>
        /// <exception cref="SetupException">The file is not there.</exception>
        public static X509Certificate? Authority(BoardSetup setup, IFlash flash)
        {
            byte[]? authority = Read(setup, SetupTable.CaFile, flash);
            return authority == null ? null : new X509Certificate(authority);
        }

        /// <summary>The board's own, or null where the set-up names none.</summary>
        /// <exception cref="SetupException">A file is not there.</exception>
        public static X509Certificate2? Own(BoardSetup setup, IFlash flash)
        {
            byte[]? certificate = Read(setup, SetupTable.CertificateFile, flash);
            byte[]? privateKey = Read(setup, SetupTable.PrivateKeyFile, flash);
            return certificate == null || privateKey == null ? null : new X509Certificate2(certificate, privateKey, "");
        }

        /// <summary>The native parser takes a PEM text only with a zero behind it.</summary>
        private static byte[]? Read(BoardSetup setup, int field, IFlash flash)
        {
            string? name = setup.Texts[field];
            if (name == null)
            {
                return null;
            }

            byte[] file = flash.Read(name) ?? throw new SetupException(SetupTable.Names[field], name + ", which is not there", "a file on the board");
            if (file.Length == 0 || file[0] != '-')
            {
                return file;
            }

            byte[] ended = new byte[file.Length + 1];
            System.Array.Copy(file, 0, ended, 0, file.Length);
            return ended;
        }
    }
}
