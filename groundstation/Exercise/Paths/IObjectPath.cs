namespace JointWatch.Exercises.Paths;

/// <summary>An object's way through the sky. Times are seconds from the start of the exercise.</summary>
public interface IObjectPath
{
    /// <summary>Gets when the object comes into being: on its pad, or on its route.</summary>
    double StartSeconds { get; }

    /// <summary>Gets when it ceases to be: on the ground, or out of the exercise.</summary>
    double EndSeconds { get; }

    /// <summary>
    /// Gets the instants at which thrust or intensity changes at once, rising, whole milliseconds, the start and the end among them:
    /// between two of them the path is smooth and the intensity constant.
    /// </summary>
    IReadOnlyList<double> Breaks { get; }

    /// <summary>The state at an instant from <see cref="StartSeconds"/> to <see cref="EndSeconds"/>; the velocity is the derivative of the position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The object does not exist then.</exception>
    ObjectState StateAt(double seconds);
}
