using JointWatch.Contract;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Announcing;

/// <summary>The topic of an announcement: <c>jointwatch/v1/party/announcement/id</c>.</summary>
internal static class AnnouncementTopic
{
    private const string Word = "announcement";

    public static string Of(string party, string id) => $"{Topics.Root}{party}/{Word}/{id}";

    /// <summary>The announcement's name, <c>party/id</c>, or null where the topic is of another kind.</summary>
    public static string? TryParse(string topic)
    {
        string[] parts = topic.StartsWith(Topics.Root, StringComparison.Ordinal) ? topic[Topics.Root.Length..].Split('/') : [];
        bool isNodes = parts is [_, _, Topics.Birth or Topics.State or Topics.Report or Topics.Health or Topics.Ack or Topics.Command];
        return parts is [var party, Word, var id] && !isNodes && Topics.IsParty(party) && NotificationReader.IsName(id) ? $"{party}/{id}" : null;
    }
}
