namespace JointWatch.Firmware.SetUp
{
    /// <content>The field apart from what is said of it.</content>
    public sealed partial class SetupException
    {
        /// <summary>Gets the field as it is called in the file, as in <c>place.latitudeDegrees</c>; <c>node.json</c> for the whole.</summary>
        public string Field { get; private set; } = "";

        partial void Keep(string field)
        {
            Field = field;
        }
    }
}
