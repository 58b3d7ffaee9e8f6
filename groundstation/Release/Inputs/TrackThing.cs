using JointWatch.Releases.Fields;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Releases.Inputs;

/// <summary>What may be asked and told of a track.</summary>
internal static class TrackThing
{
    public static ExactThing Of(TrackEstimate track)
    {
        Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(track.Position));
        Enu velocity = LocalFrame.At(place).DirectionToLocal(track.Velocity);
        double overGround = Math.Sqrt((velocity.EastMeters * velocity.EastMeters) + (velocity.NorthMeters * velocity.NorthMeters));
        var values = new Dictionary<ReleaseField, Exact>
        {
            [ReleaseField.State] = new Exact.Text(StateWords.Of(track.State)),
            [ReleaseField.Confidence] = new Exact.Number(100 * track.Existence),
            [ReleaseField.Position] = new Exact.Place(place),
            [ReleaseField.Height] = new Exact.Number(place.HeightMeters / 1_000),
            [ReleaseField.Speed] = new Exact.Number(velocity.RangeMeters),
            [ReleaseField.Time] = new Exact.Instant(track.Time),
            [ReleaseField.Sensors] = new Exact.Texts([.. track.Sensors.Select(s => s.Value)]),
            [ReleaseField.Detections] = new Exact.Number(track.Detections),
            [ReleaseField.Id] = new Exact.Text(track.Id.ToString()),
        };
        if (overGround > 0)
        {
            values[ReleaseField.Course] = new Exact.Direction(velocity.AzimuthRadians, 0);
        }

        return new ExactThing
        {
            Kind = ThingKind.Track,
            Key = track.Id.ToString(),
            Values = values,
            State = StateWords.Of(track.State),
            IsEnded = track.State == TrackState.Ended,
            Place = Spot.At(place, 0),
        };
    }
}
