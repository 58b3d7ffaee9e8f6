using System;
using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>
    /// Puts detections into a report in order of azimuth, as an antenna that turns would, so that their order does not tell true from false.
    /// A measurement outside the field of view is left out: a sensor gates on what it measured.
    /// </summary>
    public sealed class ReportFiller
    {
        private readonly ReportMessage _report;
        private readonly FieldOfView _view;
        private readonly int _capacity;

        /// <summary>A filler for one report, which has room for at least so many detections.</summary>
        public ReportFiller(ReportMessage report, FieldOfView view, int capacity)
        {
            _report = report;
            _view = view;
            _capacity = capacity;
        }

        /// <summary>Gets whether no more detections go in.</summary>
        public bool Full => _report.Count >= _capacity;

        /// <summary>Empties the report.</summary>
        public void Clear()
        {
            _report.Count = 0;
        }

        /// <summary>Adds what a radar measured.</summary>
        public void AddRadar(uint rangeDm, uint azimuthUrad, int elevationUrad, int rangeRateCmps, int snrCentidecibels)
        {
            if (Full || !_view.ContainsRange(rangeDm) || !_view.ContainsDirection(azimuthUrad, elevationUrad))
            {
                return;
            }

            int at = MakeRoom(azimuthUrad);
            _report.RangeDm[at] = rangeDm;
            _report.AzimuthUrad[at] = azimuthUrad;
            _report.ElevationUrad[at] = elevationUrad;
            _report.RangeRateCmps[at] = rangeRateCmps;
            _report.SnrCentidecibels[at] = snrCentidecibels;
        }

        /// <summary>Adds what an infra-red sensor measured.</summary>
        public void AddInfrared(uint azimuthUrad, int elevationUrad, uint irradianceNwpm2)
        {
            if (Full || !_view.ContainsDirection(azimuthUrad, elevationUrad))
            {
                return;
            }

            int at = MakeRoom(azimuthUrad);
            _report.AzimuthUrad[at] = azimuthUrad;
            _report.ElevationUrad[at] = elevationUrad;
            _report.IrradianceNwpm2[at] = irradianceNwpm2;
        }

        private int MakeRoom(uint azimuthUrad)
        {
            int at = _report.Count++;
            while (at > 0 && _report.AzimuthUrad[at - 1] > azimuthUrad)
            {
                at--;
            }

            MakeRoom(_report.RangeDm, at);
            MakeRoom(_report.AzimuthUrad, at);
            MakeRoom(_report.ElevationUrad, at);
            MakeRoom(_report.RangeRateCmps, at);
            MakeRoom(_report.SnrCentidecibels, at);
            MakeRoom(_report.IrradianceNwpm2, at);
            return at;
        }

        private void MakeRoom(Array column, int at)
        {
            Array.Copy(column, at, column, at + 1, _report.Count - 1 - at);
        }
    }
}
