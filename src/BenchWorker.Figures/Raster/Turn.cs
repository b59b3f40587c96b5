namespace BenchWorker.Figures;

/// <summary>A turn about the origin, clockwise on a canvas whose y grows downwards.</summary>
internal readonly record struct Turn(double Cos, double Sin)
{
    /// <summary>Exact for multiples of 90 degrees; others are rounded to 1e-9, because the last bits of sine and cosine differ between processors.</summary>
    public static Turn Degrees(double angle) => (((angle % 360) + 360) % 360) switch
    {
        0 => new Turn(1, 0),
        90 => new Turn(0, 1),
        180 => new Turn(-1, 0),
        270 => new Turn(0, -1),
        var other => new Turn(Math.Round(Math.Cos(other * Math.PI / 180), 9), Math.Round(Math.Sin(other * Math.PI / 180), 9)),
    };

    /// <summary>Whether whole pixels stay whole pixels.</summary>
    public bool IsRightAngle => Cos == 0 || Sin == 0;

    public Point Of(double x, double y) => new((x * Cos) - (y * Sin), (x * Sin) + (y * Cos));
}
