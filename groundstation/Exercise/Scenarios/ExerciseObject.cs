using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises;

/// <summary>What an object of an exercise is.</summary>
public enum ObjectKind
{
    /// <summary>A missile on a ballistic path.</summary>
    Ballistic = 0,

    /// <summary>A rocket that goes up for science's sake and comes down near by.</summary>
    SoundingRocket = 1,

    /// <summary>A rocket, or a stage of one, that carries something to orbit.</summary>
    SpaceLaunch = 2,

    /// <summary>An aeroplane.</summary>
    Aircraft = 3,
}

/// <summary>A place and an instant, seconds from the start of the exercise.</summary>
public sealed record GroundEvent(double Seconds, Geodetic Place);

/// <summary>One object of an exercise, the truth of it.</summary>
/// <param name="Name">At most 64 bytes of UTF-8; unique in a scenario.</param>
/// <param name="Launch">Null for what is in the air already.</param>
/// <param name="Impact">Where and when it reaches the ground; null if it does not, or not before its path ends.</param>
public sealed record ExerciseObject(
    string Name, ObjectKind Kind, double RadarCrossSectionDbsm, IObjectPath Path, GroundEvent? Launch, GroundEvent? Impact)
{
    /// <summary>Gets a value indicating whether it is launched in the exercise, so that a warning is due.</summary>
    public bool IsLaunched => Launch is not null;

    /// <summary>Whether it exists at an instant, seconds from the start of the exercise.</summary>
    public bool ExistsAt(double seconds) => seconds >= Path.StartSeconds && seconds <= Path.EndSeconds;
}
