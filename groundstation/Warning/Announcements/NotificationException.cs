namespace JointWatch.Warnings.Announcements;

/// <summary>A notification that cannot be used, told so that its sender can mend it.</summary>
/// <param name="name">The field by its path, as in <c>launchArea.radiusMeters</c>.</param>
/// <param name="value">What was there.</param>
/// <param name="expected">What would have been right, as a phrase.</param>
public sealed class NotificationException(string name, string value, string expected) : Exception($"{name} is {value}; expected {expected}")
{
    public string Field => name;

    public string Value => value;

    public string Expected => expected;
}
