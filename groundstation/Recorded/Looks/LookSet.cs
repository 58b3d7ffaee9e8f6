using JointWatch.Exercises;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Looks;

/// <summary>The layout of sensors that stand still: <c>sensors.json</c>, <c>radar_detections.csv</c>, <c>ir_detections.csv</c>.</summary>
internal static class LookSet
{
    public const string SensorsName = "sensors.json";
    public const string RadarName = "radar_detections.csv";
    public const string InfraredName = "ir_detections.csv";

    /// <exception cref="InvalidInputException">The folder, a file or a field cannot be used.</exception>
    public static RecordedSet Read(string directory, RecordedUse use)
    {
        string sensorsPath = Path.Combine(directory, SensorsName);
        if (!File.Exists(sensorsPath))
        {
            throw new InvalidInputException(
                sensorsPath, null, null, null, "this file in the folder of a recorded set (or measurements.csv, or NAME_detections.json)");
        }

        SensorsFile sensors = SensorsFile.Read(sensorsPath);
        List<RecordedSensor> used = [];
        List<List<DetectionsFile.Row>> files = [];
        ReadKind(RadarName, SensorKind.Radar, use is RecordedUse.Radar, use is not RecordedUse.Infrared);
        ReadKind(InfraredName, SensorKind.Infrared, use is RecordedUse.Infrared, use is not RecordedUse.Radar);
        if (used.Count == 0)
        {
            throw new InvalidInputException(directory, null, null, null, $"{RadarName} or {InfraredName} in this folder");
        }

        LookTable looks = new(sensorsPath, sensors.Sensors, files);
        SensorKind reporting = sensors.Sensors.Any(s => s.Sensor.Kind == SensorKind.Radar) ? SensorKind.Radar : SensorKind.Infrared;
        return new RecordedSet(looks.Scans(used), looks.Times(reporting));

        void ReadKind(string name, SensorKind kind, bool required, bool wanted)
        {
            string path = Path.Combine(directory, name);
            if (!wanted || (!required && !File.Exists(path)))
            {
                return;
            }

            if (!File.Exists(path))
            {
                throw new InvalidInputException(path, null, null, null, "this file in the folder of the recorded set");
            }

            List<RecordedSensor> ofKind = [.. sensors.Sensors.Where(s => s.Sensor.Kind == kind)];
            files.Add(DetectionsFile.Read(path, ofKind, sensors.AzimuthFromEast));
            used.AddRange(ofKind);
        }
    }
}
