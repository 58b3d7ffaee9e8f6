namespace JointWatch.Firmware.Board
{
    /// <summary>
    /// The files of a board, by short names. A write that power cuts off may leave the old content, the new one, a part of it or none: what must
    /// survive that goes through <see cref="TwoSlots"/>. Nothing here throws: a flash that is worn or full makes a board forget, not stop.
    /// </summary>
    public interface IFlash
    {
        /// <summary>A file's content, or null where there is none or it cannot be read.</summary>
        byte[]? Read(string name);

        /// <summary>Writes a file from the first bytes of a buffer, over what was there.</summary>
        /// <returns>False where it could not be written.</returns>
        bool Write(string name, byte[] buffer, int length);

        /// <summary>Removes a file, if it is there.</summary>
        void Delete(string name);

        /// <summary>The names of all files that begin so, in any order.</summary>
        string[] Names(string beginning);
    }
}
