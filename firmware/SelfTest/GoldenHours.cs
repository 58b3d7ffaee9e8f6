namespace JointWatch.Firmware.SelfTest { internal static class GoldenHours { public static string Radar(int i){return "0 0 0";} public static string Infrared(int i){return "0 0 0";} } }
