namespace JointWatch.Tracking.Filtering;

/// <summary>How the filter deals with models and measurements that are not linear.</summary>
public enum FilterForm
{
    /// <summary>By their tangents: the extended Kalman filter.</summary>
    Extended = 0,

    /// <summary>By the unscented transform: a point in the middle and two on each axis of the covariance.</summary>
    Unscented = 1,

    /// <summary>By the cubature rule of degree 3: two points on each axis of the covariance.</summary>
    Cubature = 2,
}
