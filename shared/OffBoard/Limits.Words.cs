namespace JointWatch.Contract
{
    /// <content>The limits in words, for those who are told what is wrong.</content>
    public static partial class Limits
    {
        private static readonly string[] Names = (
            "boot,clockSigma,run,"
            + "kind,latitude,longitude,height,scanPeriod,azimuthStart,azimuthWidth,elevationMin,elevationMax,rangeMin,rangeMax,"
            + "rangeSigma,azimuthSigma,elevationSigma,rangeRateSigma,detectionProbability,falseDetections,"
            + "range,azimuth,elevation,rangeRate,snr,irradiance,"
            + "marks,test,"
            + "reportsWaiting,reconnects,freeHeap,signal,largestBlock,clockState,drift,bootReason,safeMode,"
            + "number,verb,scanPeriod,result,warnings,"
            + "state,rate,objects,"
            + "object,crossSection,time,x,y,z,velocityX,velocityY,velocityZ,intensity").Split(new char[] { ',' });

        /// <summary>A field's name in contract.cddl.</summary>
        public static string Name(Limit limit)
        {
            return Names[(int)limit];
        }

        /// <summary>A field's range in words, for a <see cref="ContractException"/>.</summary>
        public static string Expected(Limit limit)
        {
            return "an integer from " + Ranges[2 * (int)limit].ToString() + " to " + Ranges[(2 * (int)limit) + 1].ToString();
        }
    }
}
