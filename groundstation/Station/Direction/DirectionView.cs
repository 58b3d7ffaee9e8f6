namespace JointWatch.Station.Direction;

/// <summary>What the director's panel shows, as JSON in camel case. It holds the truth: no party's page or API has any of it.</summary>
/// <param name="State">waiting (not started), running, paused or over.</param>
/// <param name="Rate">Exercise seconds a second.</param>
internal sealed record DirectionView(
    string Scenario,
    string Description,
    string Exercise,
    string State,
    double ElapsedSeconds,
    double DurationSeconds,
    double Rate,
    IReadOnlyList<InjectView> Injects,
    IReadOnlyList<ActView> Acts,
    IReadOnlyList<TruthView> Truth,
    IReadOnlyList<DirectedPartyView> Parties);

/// <param name="FiredAtSeconds">Null: not yet.</param>
internal sealed record InjectView(string Name, string Words, string Note, double? AtSeconds, bool IsAuto, double? FiredAtSeconds);

internal sealed record ActView(double Seconds, string Act, string Detail, string By);

/// <summary>An object as it is.</summary>
/// <param name="State">waits, flies, or is down.</param>
/// <param name="LatitudeDegrees">Null where it does not fly.</param>
internal sealed record TruthView(string Name, string Kind, string State, double? LaunchSeconds, double? ImpactSeconds, double? LatitudeDegrees, double? LongitudeDegrees, double? HeightMeters, double? SpeedMetersPerSecond);

/// <summary>What a party has: boards, tracks, and warnings in words.</summary>
internal sealed record DirectedPartyView(string Name, string Title, string Briefing, string Page, bool? IsLinked, IReadOnlyList<DirectedBoardView> Boards, int Tracks, IReadOnlyList<string> Warnings);

/// <param name="State">online, offline, off (switched off) or lies.</param>
internal sealed record DirectedBoardView(string Name, string State);

/// <summary>What the panel asks for.</summary>
internal sealed record DirectionRequest(string? By, double? Speed, string? Inject, string? Text);
