using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>
    /// Puts detections into a report in order of azimuth, as an antenna that turns would, so that their order does not tell true from false.
    /// A measurement outside the field of view is left out: a sensor gates on what it measured.
    /// </summary>
    public sealed class ReportFiller
    {
        private readonly ReportMessage report;
        private readonly FieldOfView view;
        private readonly int capacity;

        /// <summary>A filler for one report, which has room for at least so many detections.</summary>
        public ReportFiller(ReportMessage report, FieldOfView view, int capacity)
        {
            this.report = report;
            this.view = view;
            this.capacity = capacity;
        }

        /// <summary>Gets whether no more detections go in.</summary>
        public bool Full => report.Count >= capacity;

        /// <summary>Empties the report.</summary>
        public void Clear()
        {
            report.Count = 0;
        }

        /// <summary>Adds what a radar measured.</summary>
        public void AddRadar(uint rangeDm, uint azimuthUrad, int elevationUrad, int rangeRateCmps, int snrCentidecibels)
        {
            if (Full || !view.ContainsRange(rangeDm) || !view.ContainsDirection(azimuthUrad, elevationUrad))
            {
                return;
            }

            int at = MakeRoom(azimuthUrad);
            report.RangeDm[at] = rangeDm;
            report.AzimuthUrad[at] = azimuthUrad;
            report.ElevationUrad[at] = elevationUrad;
            report.RangeRateCmps[at] = rangeRateCmps;
            report.SnrCentidecibels[at] = snrCentidecibels;
        }

        /// <summary>Adds what an infra-red sensor measured.</summary>
        public void AddInfrared(uint azimuthUrad, int elevationUrad, uint irradianceNwpm2)
        {
            if (Full || !view.ContainsDirection(azimuthUrad, elevationUrad))
            {
                return;
            }

            int at = MakeRoom(azimuthUrad);
            report.AzimuthUrad[at] = azimuthUrad;
            report.ElevationUrad[at] = elevationUrad;
            report.IrradianceNwpm2[at] = irradianceNwpm2;
        }

        private int MakeRoom(uint azimuthUrad)
        {
            int at = report.Count++;
            while (at > 0 && report.AzimuthUrad[at - 1] > azimuthUrad)
            {
                report.RangeDm[at] = report.RangeDm[at - 1];
                report.AzimuthUrad[at] = report.AzimuthUrad[at - 1];
                report.ElevationUrad[at] = report.ElevationUrad[at - 1];
                report.RangeRateCmps[at] = report.RangeRateCmps[at - 1];
                report.SnrCentidecibels[at] = report.SnrCentidecibels[at - 1];
                report.IrradianceNwpm2[at] = report.IrradianceNwpm2[at - 1];
                at--;
            }

            return at;
        }
    }
}
