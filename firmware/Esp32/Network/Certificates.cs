using System.Security.Cryptography.X509Certificates;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware.Esp32.Network
{
    /// <summary>Takes the certificates that a set-up names from the flash.</summary>
    public static class Certificates
    {
        /// <summary>The authority's, or null where the set-up names none.</summary>
        /// <exception cref="SetupException">The file is not there.</exception>
        public static X509Certificate? Authority(BoardSetup setup, IFlash flash)
        {
            return setup.CaFile == null ? null : new X509Certificate(Ended(Read("caFile", setup.CaFile, flash)));
        }

        /// <summary>The board's own, or null where the set-up names none.</summary>
        /// <exception cref="SetupException">A file is not there.</exception>
        public static X509Certificate2? Own(BoardSetup setup, IFlash flash)
        {
            if (setup.CertificateFile == null || setup.PrivateKeyFile == null)
            {
                return null;
            }

            byte[] certificate = Ended(Read("certificateFile", setup.CertificateFile, flash));
            return new X509Certificate2(certificate, Ended(Read("privateKeyFile", setup.PrivateKeyFile, flash)), "");
        }

        private static byte[] Read(string field, string name, IFlash flash)
        {
            return flash.Read(name) ?? throw new SetupException(field, name + ", which is not there", "a file on the board");
        }

        /// <summary>The native parser takes a PEM text only with a zero behind it.</summary>
        private static byte[] Ended(byte[] file)
        {
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
