using System;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>Runs the self-test and prints it: on a board, on nanoCLR and on .NET.</summary>
    public static class Program
    {
        public static void Main()
        {
            SelfTestRun.Run(Console.WriteLine);
        }
    }
}
