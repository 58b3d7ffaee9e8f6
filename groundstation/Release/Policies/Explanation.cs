namespace JointWatch.Releases.Policies;
internal static class Explanation { public static string Of(ReleasePolicy p) => p.Party; }
