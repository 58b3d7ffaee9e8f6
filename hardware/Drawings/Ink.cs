namespace JointWatch.Hardware;

/// <summary>The colours of wires and of resistors' bands.</summary>
internal static class Ink
{
    public static string Of(string colour) => colour switch
    {
        "black" => "#1d1d1f",
        "blue" => "#2167c9",
        "yellow" => "#e3b100",
        "green" => "#1f8f4a",
        "red" => "#c8372d",
        "brown" => "#7a4a21",
        "orange" => "#e8761a",
        "gold" => "#b8963e",
        _ => throw new ArgumentException($"colour is '{colour}'; expected black, blue, yellow, green, red, brown, orange or gold", nameof(colour)),
    };

    /// <summary>As <see cref="Of"/>, dark enough to be read on white.</summary>
    public static string Text(string colour) => colour == "yellow" ? "#8a6a00" : Of(colour);
}
