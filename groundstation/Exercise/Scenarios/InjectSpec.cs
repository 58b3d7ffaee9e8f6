namespace JointWatch.Exercises;

/// <summary>Something that the directing staff brings into an exercise.</summary>
/// <param name="Name">What the director calls it; at most 64 bytes of UTF-8, unique in a scenario.</param>
/// <param name="AtSeconds">When it is due, from the start of the exercise; null for one that is fired by hand only.</param>
/// <param name="Auto">Whether it fires by itself at its time. False for one without a time.</param>
/// <param name="Act">What it does.</param>
/// <param name="Text">What the directing staff notes about it, or says to the parties; may be empty where it is no message.</param>
public sealed record InjectSpec(string Name, double? AtSeconds, bool Auto, InjectAct Act, string Text);

/// <summary>What an inject does.</summary>
public abstract record InjectAct;

/// <summary>The link between a party's station and the joint centre goes down, or comes up again.</summary>
public sealed record LinkAct(string Party, bool Up) : InjectAct;

/// <summary>A board is switched off, or on again.</summary>
public sealed record BoardSwitchAct(string Party, string Node, bool On) : InjectAct;

/// <summary>A board begins to say what is not so.</summary>
/// <param name="AzimuthBiasRadians">What it adds to each azimuth, clockwise; 0 where it does not lie about that.</param>
/// <param name="ClockOffsetSeconds">By how much its clock is ahead; 0 where it is right.</param>
/// <param name="Ghost">A made-up object that it reports; or null.</param>
public sealed record BoardLiesAct(string Party, string Node, double AzimuthBiasRadians, double ClockOffsetSeconds, GhostSpec? Ghost) : InjectAct;

/// <summary>A text to some of the parties.</summary>
public sealed record MessageAct(IReadOnlyList<string> To) : InjectAct;

/// <summary>An announcement of the scenario comes in.</summary>
/// <param name="Party">Whose it is; with <paramref name="Id"/> it names an <see cref="AnnouncementSpec"/> of the scenario.</param>
/// <param name="To">Who has it from then on.</param>
public sealed record AnnounceAct(string Party, string Id, IReadOnlyList<string> To) : InjectAct;

/// <summary>An object that is not there: it flies level and straight from where it stands at the time of the inject.</summary>
/// <param name="CourseRadians">Clockwise from true north.</param>
public sealed record GhostSpec(Tracking.Geodesy.Geodetic Place, double CourseRadians, double SpeedMetersPerSecond);
