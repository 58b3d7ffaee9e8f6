namespace JointWatch.Contract
{
    /// <content>Topics by the names of party and node.</content>
    public static partial class Topics
    {
        /// <summary>A node's topic of one kind.</summary>
        public static string Of(string party, string node, string kind)
        {
            return Of(party + "/" + node, kind);
        }
    }
}
