namespace JointWatch.Releases.Fields;

/// <summary>A field as policies, releases and people call it.</summary>
/// <param name="Name">Its name in a policy, and in a release as JSON.</param>
/// <param name="Words">What it is, for <see cref="Policies.ReleasePolicy.Explain()"/>.</param>
/// <param name="Kinds">Which things have it.</param>
internal sealed record FieldInfo(ReleaseField Field, string Name, Quantity Quantity, string Words, params IReadOnlyList<ThingKind> Kinds);
