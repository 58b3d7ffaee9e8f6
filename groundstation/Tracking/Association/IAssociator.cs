namespace JointWatch.Tracking.Association;

/// <summary>Says which detections are whose.</summary>
internal interface IAssociator
{
    /// <summary>
    /// Gets a value indicating whether a track takes the one detection that it was given for certain, or all of its detections, each by its belief.
    /// </summary>
    bool TakesOne { get; }

    /// <summary>Fills in <see cref="AssociationProblem.Belief"/>, <see cref="AssociationProblem.Missed"/> and <see cref="AssociationProblem.Free"/>.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="clusters">Its parts.</param>
    void Solve(AssociationProblem problem, Clusters clusters);
}
