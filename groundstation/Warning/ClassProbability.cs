namespace JointWatch.Warnings;

/// <summary>How likely, 0 to 1, an object is of a class.</summary>
public readonly record struct ClassProbability(ObjectClass Class, double Probability);
