namespace JointWatch.Firmware
{
    /// <content>A state of one's own, as published sequences want it.</content>
    public sealed partial class RandomSource
    {
        /// <summary>The four words of the state, of which one at least must not be 0.</summary>
        public void SetState(uint first, uint second, uint third, uint fourth)
        {
            _a = first;
            _b = second;
            _c = third;
            _d = fourth;
            _hasSpare = false;
        }
    }
}
