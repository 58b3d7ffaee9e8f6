using JointWatch.Emulation;
using JointWatch.Emulation.Storage;

namespace System.IO
{
    /// <summary>Calls of the virtual flash, whose failures become nanoFramework's exceptions.</summary>
    internal static class Volume
    {
        public static T Call<T>(string call, Func<VirtualFlash, T> work)
        {
            VirtualFlash flash = BoardRun.Enter(call).Board.Flash;
            try
            {
                return work(flash);
            }
            catch (FlashException e)
            {
                throw new IOException(e);
            }
        }

        public static void Call(string call, Action<VirtualFlash> work) => Call(call, flash =>
        {
            work(flash);
            return true;
        });
    }
}
