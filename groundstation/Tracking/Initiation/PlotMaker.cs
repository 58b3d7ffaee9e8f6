using JointWatch.Tracking.Association;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Initiation;

/// <summary>Makes plots of the detections that no track explains: one of each detection in range, one of each meeting of two lines of sight.</summary>
internal sealed class PlotMaker(InitiationOptions options, TriangulationOptions triangulation)
{
    private readonly Triangulator _triangulator = new(triangulation);

    /// <summary>Forgets lines of sight that are too old to meet another.</summary>
    public void Forget(UtcMicroseconds now) => _triangulator.Forget(now);

    /// <summary>Whether a line of sight that waits is newer than a time.</summary>
    public bool HasNewerThan(UtcMicroseconds time) => _triangulator.HasNewerThan(time);

    /// <summary>Makes the plots of a scan.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="view">The scan as seen from its sensor.</param>
    /// <param name="observations">Its detections.</param>
    /// <param name="free">For each detection, the probability that it is of no track.</param>
    /// <param name="plots">Gets the plots.</param>
    public void Make(Scan scan, SensorView view, ReadOnlySpan<Observation> observations, ReadOnlySpan<double> free, List<Plot> plots)
    {
        plots.Clear();
        for (int d = 0; d < observations.Length; d++)
        {
            if (free[d] < options.LeastExistence)
            {
                continue;
            }

            if (view.Form == MeasuredForm.Angles)
            {
                int first = plots.Count;
                _triangulator.Add(scan.Sensor, scan.Time, d, observations[d], plots, options.MaxPlotsPerScan);
                foreach (ref Plot plot in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(plots)[first..])
                {
                    plot.Free = free[d];
                    plot.Existence = free[d] * options.MeetingExistence;
                }
            }
            else if (view.Form != MeasuredForm.Azimuth && plots.Count < options.MaxPlotsPerScan)
            {
                plots.Add(InRange(scan, view, d, observations[d], free[d]));
            }
        }
    }

    public void CopyFrom(PlotMaker other) => _triangulator.CopyFrom(other._triangulator);

    private static Plot InRange(Scan scan, SensorView view, int detection, in Observation observation, double free)
    {
        ref readonly Sighting sighting = ref view.Sightings[detection];
        bool level = view.Form is MeasuredForm.Place or MeasuredForm.RangeAzimuth;
        Plot plot = new()
        {
            Time = scan.Time,
            Position = observation.Position,
            LineOfSight = observation.LineOfSight,
            RangeRate = observation.HasRangeRate ? observation.RangeRate : double.NaN,
            RangeRateVariance = observation.RangeRateVariance,

            // A metre across the line of sight is 1 / range in its angle.
            LogOtherDensity = sighting.LogOtherDensity - view.Form switch
            {
                MeasuredForm.Place => 0,
                MeasuredForm.RangeAzimuth => Math.Log(Math.Max(sighting.Range, 1)),
                _ => 2 * Math.Log(Math.Max(sighting.Range, 1)),
            },
            IsLevel = level,
            Free = free,
            Existence = free * sighting.NewShare,
            Detection = detection,
            Source = new PlotSource(scan.Sensor, scan.Time, null, scan.Time),
        };
        observation.PositionCovariance(plot.Covariance);
        return plot;
    }
}
