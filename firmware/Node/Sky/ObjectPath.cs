using System;
using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Sky
{
    /// <summary>
    /// An object's way between the knots of its scenario message: the cubic Hermite curve through the positions and velocities at both ends
    /// (C. de Boor, "A Practical Guide to Splines", chapter IV). The intensity holds from a knot until the next.
    /// </summary>
    public sealed class ObjectPath
    {
        private const double MetersPerDecimeter = 0.1;
        private const double MetersPerCentimeter = 0.01;
        private readonly double _crossSection;

        /// <summary>The message that describes the way.</summary>
        public readonly ScenarioMessage Message;

        /// <summary>The way that a message describes; the message is kept and must not change.</summary>
        public ObjectPath(ScenarioMessage message)
        {
            Message = message;
            _crossSection = Math.Pow(10, message.CrossSectionCentidecibels / 1000.0);
        }

        /// <summary>The body at an instant, microseconds since the start of the exercise.</summary>
        /// <returns>False where the object does not exist: before its first knot and after its last.</returns>
        public bool TryAt(long sinceStartUs, SkyBody body)
        {
            int last = Message.TimeMs.Length - 1;
            if (last < 1 || sinceStartUs < TimeUs(0) || sinceStartUs > TimeUs(last))
            {
                return false;
            }

            int low = Before(sinceStartUs, last);
            double span = (TimeUs(low + 1) - TimeUs(low)) * 1e-6;
            double s = (sinceStartUs - TimeUs(low)) * 1e-6 / span;
            body.X = Along(Message.XDm, Message.VelocityXCmps, low, span, s, out body.VelocityX);
            body.Y = Along(Message.YDm, Message.VelocityYCmps, low, span, s, out body.VelocityY);
            body.Z = Along(Message.ZDm, Message.VelocityZCmps, low, span, s, out body.VelocityZ);
            body.CrossSection = _crossSection;

            // At the very last knot nothing follows: what burnt until then is taken to burn still.
            body.Intensity = (double)(long)Message.IntensityWpsr[low];
            return true;
        }

        /// <summary>The last knot but one at most whose time is not later.</summary>
        private int Before(long sinceStartUs, int last)
        {
            int low = 0;
            int high = last;
            while (high - low > 1)
            {
                int middle = (low + high) / 2;
                if (TimeUs(middle) <= sinceStartUs)
                {
                    low = middle;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        private long TimeUs(int knot)
        {
            return Message.TimeMs[knot] * 1000L;
        }

        private static double Along(long[] placesDm, int[] speedsCmps, int low, double span, double s, out double speed)
        {
            double from = placesDm[low] * MetersPerDecimeter;
            double to = placesDm[low + 1] * MetersPerDecimeter;
            double slopeFrom = speedsCmps[low] * MetersPerCentimeter * span;
            double slopeTo = speedsCmps[low + 1] * MetersPerCentimeter * span;
            double r = 1 - s;
            speed = ((6 * s * r * (to - from)) + (r * (1 - (3 * s)) * slopeFrom) + (s * ((3 * s) - 2) * slopeTo)) / span;
            return ((1 + (2 * s)) * r * r * from) + (s * s * (3 - (2 * s)) * to) + (s * r * r * slopeFrom) - (s * s * r * slopeTo);
        }
    }
}
